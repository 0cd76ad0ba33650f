import type { Rule } from '../../rule.ts'
import { visibleLines } from '../../visible-lines.ts'

const LONGEST = 260

export const longSentence: Rule = {
  id: 'wording/long-sentence',
  name: '句子过长',
  severity: 'advice',
  why: '一句话两三百字不断开，读的人抓不住意思。',
  source: { title: '公文写作的一般要求', known: 'practice' },
  *check({ document, examination }) {
    const inOpening = examination.sections.find(({ role }) => role === 'opening')?.end ?? 0
    for (const line of visibleLines(document)) {
      if (line.isCell) continue
      let start = 0
      for (const sentence of line.plain.split(/(?<=[。！？；])/)) {
        const span = line.spanOf(start, start + Math.min(sentence.length, 20))
        if (sentence.length > LONGEST && span.start >= inOpening)
          yield { place: span, message: `这句话有${sentence.length}字，请断开` }
        start += sentence.length
      }
    }
  },
  bad: [
    `一、存在的问题\n1.学习不够系统。⟦${'学习抓得不紧，'.repeat(3).slice(0, 20)}⟧${'学习抓得不紧，'.repeat(40).slice(20)}效果不好。`,
  ],
  good: ['一、存在的问题\n1.学习不够系统。学习抓得不紧，效果不好。'],
  alsoReports: ['similarity/self-repetition'],
}
