import type { Rule } from '../../rule.ts'
import { isSelfCheck } from '../../material.ts'

const SHORTEST = 24

const PROBLEMS = [
  '1.学习抓得不够紧。全年只通读了2本必读书目，体会文章至今没有动笔。',
  '2.作风下沉不够实。到乡镇走访仅3次，都是当天来回，没有住过一晚。',
  '3.调研选题不够准。4篇报告都是年初报的旧题目，群众关心的停车难没有涉及。',
  '4.服务流程不够简。办一张证要跑5个窗口，周末轮值也停了两个月。',
  '5.管理制度不够严。公务用车登记漏填6处，钥匙一直由司机保管。',
  '6.创新办法不够多。7项改革任务里，照搬外地做法的占了一大半。',
]

export const thinProblem: Rule = {
  id: 'substance/thin-problem',
  name: '问题一句带过',
  severity: 'advice',
  why: '问题只有一句判断，没有表现，读者不知道到底发生了什么。',
  source: { title: '督导组审核实践', known: 'practice' },
  *check({ examination, text }) {
    const { kind, problems } = examination
    if (!isSelfCheck(kind) || problems.length < 6) return
    const thin = problems.filter(
      ({ start, end, hasExample }) => !hasExample && text.slice(start, end).trim().length < SHORTEST,
    )
    if (thin.length === 0 || thin.length * 3 > problems.length) return
    for (const { start, end } of thin) yield { place: { start, end }, message: '这个问题只有一句判断，请写明具体表现' }
  },
  bad: [
    '个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n' +
      PROBLEMS.slice(0, 5).join('\n') +
      '\n6.⟦创新意识不强。⟧\n二、原因分析\n（一）认识不足。\n三、整改措施\n（一）加强学习。',
  ],
  good: [
    '个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n' +
      PROBLEMS.join('\n') +
      '\n二、原因分析\n（一）认识不足。\n三、整改措施\n（一）加强学习。',
  ],
}
