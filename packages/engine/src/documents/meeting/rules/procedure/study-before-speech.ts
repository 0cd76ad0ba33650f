import { heldPlenumsIn } from '../../../../wording/plenums.ts'
import type { CheckRule } from '../../check-rule.ts'
import { filesOf, placeOf } from '../../meeting-files.ts'
import { dateInChinese } from '../../../../wording/write-date.ts'

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
      for (const { words, start, end, plenum } of heldPlenumsIn(file.document.text)) {
        if (date.value >= plenum.date) continue
        const name = plenum.session === 0 ? '大会' : '全会'
        yield {
          message: `${dateInChinese(date.value)}的学习记录里写学习${words}，${name}到${dateInChinese(plenum.date)}才召开，请核对日期`,
          about: words,
          places: [placeOf(date), { path: file.path, start, end }],
        }
        break
      }
    }
  },
}
