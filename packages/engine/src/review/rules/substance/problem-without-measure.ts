import type { Rule } from '../../rule.ts'
import { isSelfCheck, leadOf } from '../../material.ts'

export const problemWithoutMeasure: Rule = {
  id: 'substance/problem-without-measure',
  name: '问题没有对应措施',
  severity: 'advice',
  why: '查出的问题在措施里找不到回应，整改就会落空。',
  source: { title: '督导组审核实践', known: 'practice' },
  wholeDocument: true,
  *check({ examination }) {
    const { kind, problems, measures } = examination
    if (!isSelfCheck(kind) || problems.length < 3 || measures.length < 2) return
    const lacking = problems.filter((problem) => problem.measures.length === 0)
    const [first, ...related] = lacking
    if (!first || lacking.length * 2 < problems.length) return
    yield {
      place: leadOf(first),
      related,
      message: `${problems.length}个问题中有${lacking.length}个看不出对应的整改措施，请逐条对应`,
    }
  },
  bad: [
    '个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n1.⟦全年只通读1本必读书目⟧。\n2.窗口群众等候时间长。\n3.养老院消防隐患久拖未决。\n二、原因分析\n1.认识不足。\n三、整改措施\n1.每月到联系村走一次，由本人带队。\n2.6月底前修订财务审批办法。',
  ],
  good: [
    '个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n1.全年只通读1本必读书目。\n2.窗口群众等候时间长。\n3.养老院消防隐患久拖未决。\n二、原因分析\n1.认识不足。\n三、整改措施\n1.每月通读1本必读书目，全年通读必读书目12本。\n2.窗口增设轮值，6月底前群众等候时间减半。\n3.养老院消防隐患5月底前销号。',
  ],
}
