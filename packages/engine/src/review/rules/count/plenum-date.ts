import { type DatedPlenum, datedPlenumsIn } from '../../../wording/plenums.ts'
import { monthInChinese } from '../../../wording/write-date.ts'
import type { Rule } from '../../rule.ts'
import { reportFound } from '../../visible-lines.ts'

const MONTH_BEFORE = /(20\d\d)年(\d{1,2})月(?:\d{1,2}日)?[，,]?(?:胜利)?(?:召开的)?(?:中国共产党)?$/
const HELD = /^(?:胜利)?召开(?!之?[前后]|以[前后来])/
const HELD_REACH = 8

/** “2022年10月召开的党的十九大”, “2022年11月党的二十大胜利召开”: a meeting with the month it is said to have been held in. */
function heldIn(text: string): DatedPlenum[] {
  return datedPlenumsIn(text, MONTH_BEFORE).filter(
    ({ start, end, words }) =>
      text.slice(start, end - words.length).includes('召开的') || HELD.test(text.slice(end, end + HELD_REACH)),
  )
}

export const plenumDate: Rule = {
  id: 'count/plenum-date',
  name: '会议召开时间不符',
  severity: 'warning',
  why: '党的代表大会和中央全会哪年哪月召开是公开的，写错说明届次或时间没有核对。',
  source: { title: '历次党的全国代表大会和中央全会公报', known: 'regulation' },
  *check(context) {
    yield* reportFound(context, heldIn, ({ plenum, isLater, month, words }) => {
      const held = plenum.date.slice(0, 7)
      // What is said to be held before its time is told by the rule on plenums cited too early.
      if (isLater || month <= held) return null
      return { message: `${words}是${monthInChinese(held)}召开的，这里写${monthInChinese(month)}，请核对` }
    })
  },
  bad: ['收看⟦2022年10月召开的党的十九大⟧开幕会。', '⟦2022年11月党的二十大⟧胜利召开，报告通读了两遍。'],
  good: [
    '收看2022年10月召开的党的二十大开幕会。',
    '2022年10月党的二十大胜利召开，2022年11月组织学习党的二十大精神，2022年11月党的二十大召开以来。',
  ],
}
