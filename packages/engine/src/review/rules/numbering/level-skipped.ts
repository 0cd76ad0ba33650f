import type { MarkFamily } from '../../../outline/part.ts'
import { partsBelow } from '../../../outline/walk.ts'
import type { Rule } from '../../rule.ts'

const ORDER: readonly MarkFamily[] = ['comma', 'parenthesis', 'arabic', 'arabic_parenthesis']

export const levelSkipped: Rule = {
  id: 'numbering/level-skipped',
  name: '序号层次颠倒',
  severity: 'advice',
  why: '公文结构层次依次用“一、”“（一）”“1.”“（1）”，小号里面套大号，层次就乱了。',
  source: { title: '《党政机关公文格式》GB/T 9704—2012 结构层次序数', known: 'regulation' },
  *check({ outline }) {
    for (const part of partsBelow(outline)) {
      const level = ORDER.indexOf(part.family)
      const first = part.children.find((child) => !child.inline && ORDER.includes(child.family))
      if (level < 0 || !first || ORDER.indexOf(first.family) > level) continue
      yield {
        place: first.markSpan,
        message: `“${part.mark}”的下一级用了“${first.mark}”，层次颠倒，请按一、（一）1.（1）的次序编号`,
      }
    }
  },
  bad: ['1.存在的问题\n⟦（一）⟧学习不够系统。\n（二）作风不实。\n2.产生的原因\n⟦（一）⟧认识不足。\n（二）要求不严。'],
  good: ['一、存在的问题\n（一）学习不够系统。\n（二）作风不实。', '一、存在的问题\n1.学习不够系统。\n2.作风不实。'],
}
