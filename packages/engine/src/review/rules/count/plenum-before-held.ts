import { type Plenum, plenums } from '../../../standards/plenums.ts'
import type { Observation, ReviewContext, Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

const NUMERALS = '一二三四五六七八九'
/** 迎接党的二十大 looks forward, rightly. */
const PLENUM = /(?<!迎接|喜迎|迎|迎接党的|喜迎党的)(?:党的)?(十[六七八九]|二十)(?:大|届([一二三四五六七八九])中全会)/g

function plenumOf(congress: string, session: string | undefined): Plenum | undefined {
  const number = session ? NUMERALS.indexOf(session) + 1 : 0
  return plenums.find((plenum) => plenum.congress === congress && plenum.session === number)
}

/** “2024年2月，为贯彻二十届三中全会精神”: the sentence gives a month before the plenum. */
const DATED = new RegExp(`(20\\d\\d)年(\\d{1,2})月[^。；\\n]{0,40}?${PLENUM.source}`, 'g')

function* citedTooEarly(context: ReviewContext): Generator<Observation> {
  yield* reportMatches(context, DATED, ([, year = '', month = '', congress = '', session]) => {
    const held = plenumOf(congress, session)
    if (!held || held.date.slice(0, 7) <= `${year}-${month.padStart(2, '0')}`) return null
    return {
      message: `这里说的是${year}年${month}月，而这次会议${held.date.slice(0, 4)}年${Number(held.date.slice(5, 7))}月才召开，请核对`,
    }
  })
}

export const plenumBeforeHeld: Rule = {
  id: 'count/plenum-before-held',
  name: '会议届次超前',
  severity: 'warning',
  why: '材料所属年度里那次全会还没有召开，说明年度或届次写错，或材料是后来补写的。',
  source: { title: '历次党的全国代表大会和中央全会公报', known: 'practice' },
  *check(context) {
    const { year } = context.examination
    yield* citedTooEarly(context)
    if (year === null) return
    // The meeting of a cycle year is held until March of the next; what was held by then may be cited.
    const latest = `${year + 1}-03-31`
    yield* reportMatches(context, PLENUM, ([words, congress = '', session]) => {
      const held = plenumOf(congress, session)
      if (!held || held.date <= latest) return null
      return {
        message: `材料属于${year}年度，而“${words}”${held.date.slice(0, 4)}年${Number(held.date.slice(5, 7))}月才召开，请核对`,
      }
    })
  },
  bad: [
    '⟦2024年2月，班子成员为贯彻党的二十届三中全会⟧精神集中学习。',
    '2021年度民主生活会对照检查材料\n\n认真学习⟦党的二十大⟧精神，深刻领会其丰富内涵和实践要求，切实把思想和行动统一起来。',
  ],
  good: [
    '2024年10月，为贯彻党的二十届三中全会精神，组织了集中学习。',
    '2022年度民主生活会对照检查材料\n\n认真学习党的二十大精神，深刻领会其丰富内涵和实践要求，切实把思想和行动统一起来。',
    '2021年度民主生活会对照检查材料\n\n认真学习党的十九届六中全会精神，深刻领会其丰富内涵和实践要求，切实统一思想。',
  ],
}
