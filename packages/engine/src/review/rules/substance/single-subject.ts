import { isInSection } from '../../material.ts'
import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

/** One person speaks of their own work: 我负责的, 本人在, 我个人. 我局, 我们 and what is quoted speak for many. */
const SINGLE =
  /(?<![自忘敌为“‘])(?:我(?:负责|分管|个人|本人|自己|对自己|作为(?:支部)?书记)|本人(?!签|同意|意愿|申请|述职|组织))[\u4e00-\u9fff]{0,2}/g

export const singleSubject: Rule = {
  id: 'substance/single-subject',
  name: '以个人口气写班子材料',
  severity: 'warning',
  why: '班子、支部的材料要查班子、支部的问题，写成“我负责的”多半是从个人材料里粘贴来的。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check(context) {
    const { kind } = context.examination
    if (kind !== 'branch' && kind !== 'team') return
    for (const found of reportMatches(context, SINGLE, ([words]) => ({
      message: `班子、支部的材料写“${words}”，是个人的口气，请改为班子、支部的问题`,
    }))) {
      if (isInSection(context.examination, 'problems', found.place)) yield found
    }
  },
  bad: [
    '机关党支部2025年度组织生活会支部对照检查材料\n\n会前认真学习研讨，广泛征求意见，深入谈心谈话，现将对照检查情况报告如下。\n一、存在的问题\n（一）⟦我负责的台⟧账更新慢。\n（二）下基层少，全年只去了4次。',
  ],
  good: [
    '机关党支部2025年度组织生活会支部对照检查材料\n\n会前认真学习研讨，广泛征求意见，深入谈心谈话，现将对照检查情况报告如下。\n一、存在的问题\n（一）我局台账更新慢，我们下基层少，未经本人同意就上报。\n（二）干部“等靠要”思想重，全年只走访4次。',
  ],
}
