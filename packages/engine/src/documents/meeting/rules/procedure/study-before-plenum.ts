import { textPlace } from '../../../../findings/place.ts'
import { heldInWords, heldPlenumsIn } from '../../../../wording/plenums.ts'
import type { CheckRule } from '../../check-rule.ts'
import { filesOf, placeOf } from '../../meeting-files.ts'
import { dateInChinese } from '../../../../wording/write-date.ts'

export const studyBeforePlenum: CheckRule = {
  id: 'procedure/study-before-plenum',
  name: '学习早于全会',
  severity: 'error',
  why: '全会还没有开，不可能学过它的精神，这样的记录是补出来的。',
  source: { title: '中央全会公报', known: 'regulation' },
  *check(meeting) {
    for (const file of filesOf(meeting, 'study_record')) {
      const { date } = file
      if (date === null) continue
      for (const named of heldPlenumsIn(file.document.text)) {
        const { words, start, end, plenum } = named
        if (date.value >= plenum.date) continue
        const name = plenum.session === 0 ? '大会' : '全会'
        const held = plenum.verified && !named.isLater ? `到${dateInChinese(plenum.date)}才召开` : heldInWords(named)
        yield {
          message: `${dateInChinese(date.value)}的学习记录里写学习${words}，${name}${held}，请核对日期`,
          place: placeOf(date),
          related: [textPlace(file.path, { start, end })],
        }
        break
      }
    }
  },
  bad: [
    `=== 学习记录.txt
港务处党支部集中学习记录
时间：⟦2025年8月7日⟧
主持人：沈砚舟
学习内容：⟨党的二十届四中全会⟩精神`,
  ],
  good: [
    `=== 学习记录.txt
港务处党支部集中学习记录
时间：2025年11月6日
主持人：沈砚舟
学习内容：党的二十届四中全会精神`,
    `=== 学习记录.txt
港务处党支部集中学习记录
时间：2025年8月7日
主持人：沈砚舟
学习内容：党的二十届三中全会精神`,
    `=== 学习记录.txt
港务处党支部集中学习记录
时间：2025年9月13日
主持人：沈砚舟
学习内容：以实际行动迎接党的二十届四中全会召开`,
  ],
}
