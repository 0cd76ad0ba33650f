import type { Rule } from '../../rule.ts'
import { isSelfCheck, titleOrFirstWords } from '../../material.ts'

export const missingCaseAnalysis: Rule = {
  id: 'structure/missing-case-analysis',
  name: '没有典型案例剖析',
  severity: 'advice',
  why: '这次会议的通知要求结合典型案例剖析，材料里没有这一部分。',
  source: { title: '当年会议通知（见会议模板）', known: 'unverified' },
  wholeDocument: true,
  *check({ examination, template, text }) {
    if (
      !template?.requiredSections.includes('case_analysis') ||
      !isSelfCheck(examination.kind) ||
      examination.problems.length < 3
    )
      return
    if (
      examination.sections.some(({ role }) => role === 'case_analysis') ||
      /典型案例|反面典型|案例剖析|以案/.test(text)
    )
      return
    const span = titleOrFirstWords(examination, text)
    yield { place: span, message: `${template.campaign}要求剖析典型案例，材料里没有，请核对通知后补写` }
  },
  bad: [
    '⟦2023年度主题教育专题民主生活会领导班子对照检查材料⟧\n\n会前认真学习研讨，广泛征求意见，深入谈心谈话，现将对照检查情况报告如下。\n一、上年度整改情况\n已整改。\n二、存在的问题\n（一）学习不够系统。\n（二）作风不实。\n（三）服务不优。\n三、原因分析\n（一）认识不足。\n四、整改措施\n（一）加强学习。',
  ],
  good: [
    '2023年度主题教育专题民主生活会领导班子对照检查材料\n\n会前认真学习研讨，广泛征求意见，深入谈心谈话，现将对照检查情况报告如下。\n一、上年度整改情况\n已整改。\n二、存在的问题\n（一）学习不够系统。\n（二）作风不实。\n（三）服务不优。\n三、典型案例剖析\n选取违规接待案例进行剖析。\n四、原因分析\n（一）认识不足。\n五、整改措施\n（一）加强学习。',
  ],
}
