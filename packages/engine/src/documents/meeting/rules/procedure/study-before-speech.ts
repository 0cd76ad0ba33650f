import { chineseNumber } from '../../../../wording/chinese-number.ts'
import { plenums } from '../../../../standards/plenums.ts'
import type { CheckRule } from '../../check-rule.ts'
import { filesOf, placeOf } from '../../meeting-files.ts'
import { dateInChinese } from '../../../../wording/write-date.ts'

const PLENUM = /(?:党的)?(二十|十九|十八)届([一二三四五六七])中全会/g

export const studyBeforeSpeech: CheckRule = {
  id: 'procedure/study-before-speech',
  name: '学习早于全会',
  severity: 'error',
  why: '全会还没有开，不可能学过它的精神，这样的记录是补出来的。',
  source: { title: '中央全会公报', known: 'regulation' },
  *check(meeting) {
    for (const file of filesOf(meeting, 'study_record')) {
      const { date } = file
      if (date === null) continue
      for (const { 0: words, 1: congress, 2: session = '', index } of file.document.text.matchAll(PLENUM)) {
        const held = plenums.find((plenum) => plenum.congress === congress && plenum.session === chineseNumber(session))
        if (held === undefined || date.value >= held.date) continue
        yield {
          message: `${dateInChinese(date.value)}的学习记录里写学习${words}，全会到${dateInChinese(held.date)}才召开，请核对日期`,
          about: words,
          places: [placeOf(date), { path: file.path, start: index, end: index + words.length }],
        }
        break
      }
    }
  },
}
