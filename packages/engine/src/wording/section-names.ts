import type { SectionRole } from '../standards/field-words.ts'

/** What the sections of a document are called, in findings and beside them. */
export const sectionNames: Readonly<Record<SectionRole, string>> = {
  opening: '导语',
  prior_rectification: '上次整改落实情况',
  preparation: '会前准备情况',
  statement: '有关情况说明',
  achievements: '工作成绩',
  problems: '存在的问题',
  case_analysis: '典型案例剖析',
  causes: '原因剖析',
  measures: '整改措施',
  closing: '结尾',
  other: '其他',
}
