import type { SectionRole } from '../standards/field-words.ts'

/** The Chinese names of sections, as findings name them. */
export const SECTION_NAMES: Readonly<Record<SectionRole, string>> = {
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

/** Kinds of document that are self-check materials (对照检查材料) and must have their sections. */
export function isSelfCheck(kind: string): boolean {
  return kind === 'team' || kind === 'personal' || kind === 'branch'
}
