import type { Observation, Rule } from '../../rule.ts'
import { visibleLines } from '../../visible-lines.ts'

const LONG = 60

export const missingFullStop: Rule = {
  id: 'wording/missing-full-stop',
  name: '段末没有标点',
  severity: 'advice',
  why: '长段落末尾没有标点，可能是内容没有写完或粘贴不全。',
  source: { title: 'GB/T 15834—2011 标点符号用法', known: 'regulation' },
  *check({ document, examination }) {
    if (document.format === 'pdf') return
    const headings = new Set(examination.aspects.map(({ headingSpan }) => headingSpan.end))
    const found: Observation[] = []
    for (const line of visibleLines(document)) {
      const plain = line.plain.trimEnd()
      if (line.isCell || plain.length < LONG || !/[\u4e00-\u9fff]$/.test(plain) || !/[。；]/.test(plain)) continue
      const span = line.spanOf(plain.length - 4, plain.length)
      if (!headings.has(span.end)) found.push({ place: span, message: '这一段末尾没有标点，请核对内容是否完整' })
    }
    yield* found
  },
  bad: [
    '全年开展集中学习十二次，专题研讨四次，撰写心得体会三十篇。但学习的系统性不够，有的同志满足于完成规定动作，联系实际思考少，学用结合不⟦够紧密的⟧',
  ],
  good: [
    '全年开展集中学习十二次，专题研讨四次，撰写心得体会三十篇。但学习的系统性不够，有的同志满足于完成规定动作，联系实际思考少，学用结合不够紧密。',
    '（一）理论学习方面',
  ],
}
