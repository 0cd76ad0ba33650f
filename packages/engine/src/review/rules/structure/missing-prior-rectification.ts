import type { Rule } from '../../rule.ts'
import { isSelfCheck, titleOrFirstWords } from '../../material.ts'

const MENTION = /上一?(?:年度|次|轮)|去年|前一年|20\d\d年度(?:民主|组织)生活会/

export const missingPriorRectification: Rule = {
  id: 'structure/missing-prior-rectification',
  name: '没有上次整改情况',
  severity: 'warning',
  why: '每次会议先要说明上一次查摆的问题整改得怎么样，否则年年查、年年有。',
  source: { title: '民主生活会通报上次整改措施落实情况的要求', known: 'practice' },
  wholeDocument: true,
  *check({ examination, text }) {
    const { kind, sections, problems } = examination
    if (!isSelfCheck(kind) || problems.length < 3) return
    if (sections.some(({ role }) => role === 'prior_rectification')) return
    const opening = sections.find(({ role }) => role === 'opening')
    if (
      opening &&
      /整改/.test(text.slice(opening.start, opening.end)) &&
      MENTION.test(text.slice(opening.start, opening.end))
    )
      return
    const span = titleOrFirstWords(examination, text)
    yield { place: span, message: '没有说明上一次会议查摆问题的整改落实情况，请补写，逐项写明结果' }
  },
  bad: [
    '⟦临江市水务局领导班子对照检查材料⟧\n\n会前认真学习研讨，广泛征求意见，深入谈心谈话，现将对照检查情况报告如下。\n一、存在的问题\n（一）学习不够系统。\n（二）作风不实。\n（三）服务不优。\n二、原因分析\n（一）认识不足。\n三、整改措施\n（一）加强学习。',
  ],
  good: [
    '临江市水务局领导班子对照检查材料\n\n会前认真学习研讨，广泛征求意见，深入谈心谈话，现将对照检查情况报告如下。\n一、上年度民主生活会整改措施落实情况\n查摆问题5个，逐项整改。\n二、存在的问题\n（一）学习不够系统。\n（二）作风不实。\n（三）服务不优。\n三、原因分析\n（一）认识不足。\n四、整改措施\n（一）加强学习。',
  ],
}
