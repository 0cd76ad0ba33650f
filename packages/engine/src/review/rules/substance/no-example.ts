import type { Rule } from '../../rule.ts'
import { isSelfCheck, leadOf } from '../../material.ts'

/** Below this share of problems with an example the material as a whole is called empty; above, nothing is said. */
const ENOUGH = 0.34

export const noExample: Rule = {
  id: 'substance/no-example',
  name: '问题没有实例',
  severity: 'advice',
  why: '只有“不够”“不深”而没有事例、数字，问题就是空的，也无法整改。',
  source: { title: '督导组审核实践', known: 'practice' },
  wholeDocument: true,
  *check({ examination }) {
    const { kind, problems } = examination
    if (!isSelfCheck(kind) || problems.length < 3) return
    const empty = problems.filter(({ hasExample }) => !hasExample)
    const [first, ...related] = empty
    if (!first || (problems.length - empty.length) / problems.length >= ENOUGH) return
    yield {
      place: leadOf(first),
      related,
      message: `${problems.length}个问题中有${empty.length}个没有事例、数字或时间，请补上具体事实`,
    }
  },
  bad: [
    '个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n（一）⟦学习不够系统⟧。联系实际不够紧密。\n（二）作风不够扎实。联系群众不够。\n（三）担当不够有力。闯劲不足。\n二、原因分析\n（一）认识不足。\n三、整改措施\n（一）加强学习。',
  ],
  good: [
    '个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n（一）学习不够系统。比如，全年只写了2篇体会。\n（二）作风不够扎实。全年到村调研仅3次。\n（三）担当不够有力。闯劲不足。\n二、原因分析\n（一）认识不足。\n三、整改措施\n（一）加强学习。',
  ],
}
