import type { Rule } from '../../rule.ts'
import { isSelfCheck } from '../../section-names.ts'

const SHORTEST = 24

export const thinProblem: Rule = {
  id: 'substance/thin-problem',
  name: '问题一句带过',
  severity: 'advice',
  why: '问题只有一句判断，没有表现，读者不知道到底发生了什么。',
  source: { title: '督导组审核实践', known: 'practice' },
  *check({ examination, text }) {
    const { kind, problems } = examination
    if (!isSelfCheck(kind) || problems.length < 6) return
    const thin = problems.filter(({ start, end, hasExample }) => !hasExample && text.slice(start, end).trim().length < SHORTEST)
    if (thin.length === 0 || thin.length * 3 > problems.length) return
    for (const { start, end } of thin) yield { span: { start, end }, message: '这个问题只有一句判断，请写明具体表现' }
  },
  bad: [
    '个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n' +
      ['学习', '作风', '调研', '服务', '管理'].map((word, i) => `${i + 1}.${word}抓得不够紧。全年只安排了${i + 2}次专题活动，覆盖面小，效果也不明显。`).join('\n') +
      '\n6.⟦创新意识不强。⟧\n二、原因分析\n（一）认识不足。\n三、整改措施\n（一）加强学习。',
  ],
  good: [
    '个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n' +
      ['学习', '作风', '调研', '服务', '管理', '创新'].map((word, i) => `${i + 1}.${word}抓得不够紧。全年只安排了${i + 2}次专题活动，覆盖面小，效果也不明显。`).join('\n') +
      '\n二、原因分析\n（一）认识不足。\n三、整改措施\n（一）加强学习。',
  ],
}
