import { plenums } from '../../../standards/plenums.ts'
import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

const NUMERALS = '一二三四五六七八九'
/** 迎接党的二十大 looks forward, rightly. */
const PLENUM = /(?<!迎接|喜迎|迎|迎接党的|喜迎党的)(?:党的)?(十[六七八九]|二十)(?:大|届([一二三四五六七八九])中全会)/g

export const plenumBeforeHeld: Rule = {
  id: 'count/plenum-before-held',
  name: '会议届次超前',
  severity: 'warning',
  why: '材料所属年度里那次全会还没有召开，说明年度或届次写错，或材料是后来补写的。',
  source: { title: '历次党的全国代表大会和中央全会公报', known: 'practice' },
  *check(context) {
    const { year } = context.examination
    if (year === null) return
    // The meeting of a cycle year is held until March of the next; what was held by then may be cited.
    const latest = `${year + 1}-03-31`
    yield* reportMatches(context, PLENUM, ([words, congress = '', session]) => {
      const held = plenums.find((plenum) => plenum.congress === congress && plenum.session === (session ? NUMERALS.indexOf(session) + 1 : 0))
      if (!held || held.date <= latest) return null
      return { message: `材料属于${year}年度，而“${words}”${held.date.slice(0, 4)}年${Number(held.date.slice(5, 7))}月才召开，请核对` }
    })
  },
  bad: ['2021年度民主生活会对照检查材料\n\n认真学习⟦党的二十大⟧精神，深刻领会其丰富内涵和实践要求，切实把思想和行动统一起来。'],
  good: [
    '2022年度民主生活会对照检查材料\n\n认真学习党的二十大精神，深刻领会其丰富内涵和实践要求，切实把思想和行动统一起来。',
    '2021年度民主生活会对照检查材料\n\n认真学习党的十九届六中全会精神，深刻领会其丰富内涵和实践要求，切实统一思想。',
  ],
}
