import { chineseNumber } from '../../../wording/chinese-number.ts'
import { exactCount } from '../../../wording/exact-count.ts'
import type { Rule } from '../../rule.ts'

const COUNTED = `${exactCount('个|项|条')}(?:方面)?的?(?:主要|突出|具体)?(?:问题|不足)|(?:问题|不足)(?:共|共计)?${exactCount('个|项|条')}`
/** 共同收集的10个问题，……均已整改到位: that many, and all of them done. */
const ALL_DONE = new RegExp(
  `(?:查摆|检视|收集|反馈|指出|梳理|提出|剖析)[^，。；\\n]{0,12}?(?:${COUNTED})[^。\\n]{0,60}?(?:均|全部|都)(?:已经?|已全部)?(?:得到)?(?:整改|完成|解决|销号|落实)`,
)
/** What follows is chosen, or sorted: fewer than were counted may be told. */
const CHOSEN = /主要|重点|其中|例如|比如|突出|部分|方面|类/
const OF_SEVERAL = /[\d一二三四五六七八九十两]\s*[个项条][^，。；]{0,6}(?:问题|不足)/

export const priorNotDescribed: Rule = {
  id: 'count/prior-not-described',
  name: '上次问题没有写全',
  severity: 'advice',
  why: '说上次查摆的问题都已整改，后面只交代几个，其余的看不出改了没有。',
  source: { title: '民主生活会通报上次整改措施落实情况的要求', known: 'practice' },
  *check({ examination, text }) {
    for (const { role, start, end } of examination.sections) {
      const prior = examination.prior.filter((item) => item.start >= start && item.end <= end)
      const [first] = prior
      if (role !== 'prior_rectification' || first === undefined || prior.length < 2) continue
      const before = text.slice(start, first.start)
      const match = ALL_DONE.exec(before)
      const claimed = chineseNumber(match?.slice(1).find((group) => group !== undefined) ?? '')
      const isSorted = prior.some((item) => OF_SEVERAL.test(text.slice(item.start, item.end)))
      if (match === null || !(claimed > prior.length) || isSorted) continue
      const said = start + match.index
      if (CHOSEN.test(before.slice(match.index + match[0].length))) continue
      yield {
        place: { start: said, end: said + match[0].length },
        message: `这里说${claimed}个问题都已整改，后面只写了${prior.length}个，请核对是否写全`,
      }
    }
  },
  bad: [
    '个人对照检查材料\n一、上年度民主生活会整改情况\n对照上年度⟦查摆的10个问题，制定措施，均已整改⟧到位。\n1.学习不深入的问题。集中学习12次。\n2.下基层少的问题。下基层46天。\n3.会议偏多的问题。会议下降12%。\n二、存在的问题\n1.研讨少。\n2.调研少。\n三、整改措施\n1.每月研讨。',
  ],
  good: [
    '个人对照检查材料\n一、上年度民主生活会整改情况\n上年度查摆的3个问题，均已整改到位。\n1.学习不深入的问题。集中学习12次。\n2.下基层少的问题。下基层46天。\n3.会议偏多的问题。会议下降12%。\n二、存在的问题\n1.研讨少。\n2.调研少。\n三、整改措施\n1.每月研讨。',
    '个人对照检查材料\n一、上年度民主生活会整改情况\n上年度查摆的10个问题，均已整改到位，主要做了两件事：\n1.学习不深入的问题。集中学习12次。\n2.下基层少的问题。下基层46天。\n二、存在的问题\n1.研讨少。\n2.调研少。\n三、整改措施\n1.每月研讨。',
    '个人对照检查材料\n一、上年度民主生活会整改情况\n上年度查摆的10个问题，已整改到位9个，仍在推进1个。\n1.学习不深入的问题。集中学习12次。\n2.下基层少的问题。下基层46天。\n二、存在的问题\n1.研讨少。\n2.调研少。\n三、整改措施\n1.每月研讨。',
  ],
}
