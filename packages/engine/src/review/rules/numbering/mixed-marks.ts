import type { Part } from '../../../outline/part.ts'
import { numberedLists } from '../../numbered-lists.ts'
import type { Rule } from '../../rule.ts'

/** What stays of a mark without its number: "1." → ".", "（一）" → "（）". */
function style(part: Part): string {
  return part.mark.replace(/首先|其次|再次|最后|[一二三四五六七八九十①-⑳\d０-９\s]/g, '')
}

export const mixedMarks: Rule = {
  id: 'numbering/mixed-marks',
  name: '序号写法不一',
  severity: 'warning',
  why: '同级序号有的用“1.”有的用“1、”，有的用全角括号有的用半角，显得粗疏。',
  source: { title: '《党政机关公文格式》GB/T 9704—2012 结构层次序数', known: 'regulation' },
  *check({ outline }) {
    for (const list of numberedLists(outline)) {
      const counts = new Map<string, number>()
      for (const part of list) counts.set(style(part), (counts.get(style(part)) ?? 0) + 1)
      const usual = [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ''
      const odd = list.find((part) => style(part) !== usual)
      if (counts.size < 2 || !odd || list.length < 3) continue
      yield { place: odd.markSpan, message: `同级序号的写法不一，这里是“${odd.mark}”，其他各项用“${usual}”` }
    }
  },
  bad: [
    '一、存在的问题\n1.学习不够系统。\n⟦2、⟧联系实际少。\n3.深入基层不够。',
    '（一）学习不够。\n（二）作风不实。\n⟦(三)⟧服务不优。',
  ],
  good: ['一、存在的问题\n1.学习不够系统。\n2.联系实际少。\n3.深入基层不够。'],
}
