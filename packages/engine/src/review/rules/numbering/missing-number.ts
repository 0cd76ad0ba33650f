import { lostNumbers, numberedLists } from '../../numbered-lists.ts'
import type { Rule } from '../../rule.ts'

export const missingNumber: Rule = {
  id: 'numbering/missing-number',
  name: '序号跳号',
  severity: 'error',
  why: '序号中间缺了号，读者会以为漏了内容。',
  source: { title: '《党政机关公文格式》GB/T 9704—2012 结构层次序数', known: 'regulation' },
  *check({ outline }) {
    // Where the item that lost it is there, numbering/unnumbered-item points at it.
    const lost = lostNumbers(outline)
    for (const list of numberedLists(outline)) {
      for (const [i, part] of list.entries()) {
        const before = list[i - 1]
        if (!before || part.ordinal <= before.ordinal + 1 || part.mark === '最后，' || part.mark.startsWith('最后'))
          continue
        if (lost.some(({ start }) => start > before.start && start < part.start)) continue
        const missing = part.ordinal - before.ordinal - 1
        yield {
          place: part.markSpan,
          related: [before.markSpan],
          message: `“${before.mark}”之后直接是“${part.mark}”，缺${missing}个序号，请核对是漏项还是错号`,
        }
      }
    }
  },
  bad: [
    '一、存在的问题\n1.学习不够系统。\n2.联系实际少。\n⟦4.⟧深入基层不够。',
    '原因有三：一是认识不足；⟦三是⟧要求不严。',
  ],
  good: [
    '一、存在的问题\n1.学习不够系统。\n2.联系实际少。\n3.深入基层不够。',
    '首先，加强学习。其次，改进作风。最后，严明纪律。',
  ],
}
