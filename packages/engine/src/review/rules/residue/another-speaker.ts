import { isInSection } from '../../material.ts'
import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

/** A member helps the body; the body does not help itself. */
const HELPS = /(?:协助|配合)(?:支委会?|支部|党支部|党组|党委)?(?:领导)?班子(?!成员)/g

export const anotherSpeaker: Rule = {
  id: 'residue/another-speaker',
  name: '班子材料留着个人口气',
  severity: 'warning',
  why: '班子、支部的材料里写“协助班子”，是从个人材料里粘贴来的。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check(context) {
    const { kind } = context.examination
    if (kind !== 'branch' && kind !== 'team') return
    for (const found of reportMatches(context, HELPS, ([words]) => ({
      message: `这是班子自己的材料，却写“${words}”，请核对是否从个人材料带来`,
    }))) {
      if (
        ['problems', 'causes', 'measures'].some((role) =>
          isInSection(context.examination, role as 'problems', found.place),
        )
      )
        yield found
    }
  },
  bad: [
    '机关党支部2025年度组织生活会对照检查材料\n\n会前认真学习研讨，广泛征求意见，深入谈心谈话，现将对照检查情况报告如下。\n一、存在的问题\n（一）⟦协助支委班子⟧找问题不够。\n（二）下基层少，全年只去了4次。',
  ],
  good: [
    '机关党支部2025年度组织生活会对照检查材料\n\n会前认真学习研讨，广泛征求意见，深入谈心谈话，现将对照检查情况报告如下。\n一、存在的问题\n（一）党员协助班子成员走访不够。\n（二）下基层少，全年只去了4次。',
    '2025年度组织生活会个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n（一）我协助支委班子找问题不够。\n（二）我下基层少，全年只去了4次。',
  ],
}
