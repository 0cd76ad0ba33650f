import { numberedLists } from '../../numbered-lists.ts'
import type { Rule } from '../../rule.ts'

const WORDS = 4

export const repeatedNumber: Rule = {
  id: 'numbering/repeated-number',
  name: '序号重复',
  severity: 'error',
  why: '同级两项用了同一个序号，后面的序号也跟着错，引用和统计都会出错。',
  source: { title: '《党政机关公文格式》GB/T 9704—2012 结构层次序数', known: 'regulation' },
  *check({ outline }) {
    for (const list of numberedLists(outline)) {
      for (const [i, part] of list.entries()) {
        const before = list[i - 1]
        if (!before || part.ordinal !== before.ordinal) continue
        const span = { start: part.start, end: Math.min(part.heading.start + WORDS, part.end) }
        yield {
          place: span,
          related: [before.markSpan],
          message: `序号“${part.mark}”重复，前一项已经是“${before.mark}”，请顺延`,
        }
      }
    }
  },
  bad: [
    '一、存在的问题\n1.学习不够系统。\n2.联系实际少。\n⟦2.深入基层⟧不够。\n',
    '（一）学习不够系统，想起来才学。\n（二）联系实际少，调研少。\n⟦（二）深入基层⟧不够。',
  ],
  good: [
    '一、存在的问题\n1.学习不够系统。\n2.联系实际少。\n二、原因\n1.认识不足。\n2.要求不严。',
    '在学习上，一是不系统；二是不深入。\n在作风上，一是不实；二是不细。',
  ],
}
