import type { SectionRole } from '../../../standards/field-words.ts'
import type { Rule } from '../../rule.ts'
import { sectionNames } from '../../../wording/section-names.ts'
import { isSelfCheck, titleOrFirstWords } from '../../material.ts'

const ALWAYS: readonly SectionRole[] = ['problems', 'causes', 'measures']

export const missingSection: Rule = {
  id: 'structure/missing-section',
  name: '缺少必有部分',
  severity: 'warning',
  why: '对照检查材料要有问题、原因、措施三部分，缺一部分就不成其为对照检查。',
  source: { title: '对照检查材料的通行结构', known: 'practice' },
  wholeDocument: true,
  *check({ examination, text }) {
    if (!isSelfCheck(examination.kind) || examination.sections.length < 2) return
    const counts = {
      problems: examination.problems.length,
      causes: examination.causes.length,
      measures: examination.measures.length,
    }
    const missing = ALWAYS.filter(
      (role) =>
        !examination.sections.some((section) => section.role === role) && counts[role as keyof typeof counts] === 0,
    )
    if (missing.length === 0) return
    const span = titleOrFirstWords(examination, text)
    yield {
      place: span,
      message: `没有找到${missing.map((role) => `“${sectionNames[role]}”`).join('、')}部分，请补写`,
    }
  },
  bad: [
    '⟦临江市水务局领导班子对照检查材料⟧\n\n会前认真学习研讨，广泛征求意见，深入谈心谈话，现将对照检查情况报告如下。\n一、存在的问题\n（一）学习不够系统。\n（二）作风不实。\n二、整改措施\n（一）加强学习。',
  ],
  good: [
    '临江市水务局领导班子对照检查材料\n\n会前认真学习研讨，广泛征求意见，深入谈心谈话，现将对照检查情况报告如下。\n一、存在的问题\n（一）学习不够系统。\n二、原因分析\n（一）认识不足。\n三、整改措施\n（一）加强学习。',
  ],
}
