import { partsBelow } from '../../../outline/walk.ts'
import type { Rule } from '../../rule.ts'

/** What follows the right way of writing: 一、 （一） 1. （1） carry no second sign. */
const WRONG: readonly (readonly [RegExp, string])[] = [
  [/^([一二三四五六七八九十]+)\s*[.．]$/, '$1、'],
  [/^([（(][一二三四五六七八九十\d]+[）)])[、.．]$/, '$1'],
]

export const markPunctuation: Rule = {
  id: 'numbering/mark-punctuation',
  name: '序号标点不当',
  severity: 'warning',
  why: '公文序号写作“一、”“（一）”“1.”“（1）”，括号后不再加顿号。',
  source: { title: '《党政机关公文格式》GB/T 9704—2012 结构层次序数', known: 'regulation' },
  *check({ outline }) {
    for (const part of partsBelow(outline)) {
      const wrong = WRONG.find(([pattern]) => pattern.test(part.mark))
      if (!wrong) continue
      const suggestion = part.mark.replace(wrong[0], wrong[1])
      yield { place: part.markSpan, suggestion, message: `序号“${part.mark}”应写作“${suggestion}”` }
    }
  },
  bad: [
    '⟦一.⟧存在的问题\n学习不够系统，联系实际不够紧密。\n⟦二.⟧原因分析\n认识不足，要求不严。',
    '⟦（一）、⟧学习不够系统。\n⟦（二）、⟧作风不实。',
  ],
  good: ['一、存在的问题\n（一）学习不够系统。\n（二）作风不实。\n1.文风不实。\n2.会风不实。'],
}
