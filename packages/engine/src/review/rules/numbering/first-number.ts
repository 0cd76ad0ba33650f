import { numberedLists } from '../../numbered-lists.ts'
import type { Rule } from '../../rule.ts'

export const firstNumber: Rule = {
  id: 'numbering/first-number',
  name: '不从一开始',
  severity: 'warning',
  why: '一组序号不从“一”开始，多半是前面漏了一项，或复制时没有改号。',
  source: { title: '《党政机关公文格式》GB/T 9704—2012 结构层次序数', known: 'regulation' },
  *check({ outline, text }) {
    for (const [first, second] of numberedLists(outline)) {
      if (!first || first.ordinal === 1 || first.inline || /^(?:问题|措施)/.test(first.mark)) continue
      if (/附件[^\n]{0,40}\n?[^\n]{0,40}$/.test(text.slice(Math.max(0, first.start - 80), first.start))) continue
      const isList = second?.ordinal === first.ordinal + 1
      if (isList || ['comma', 'parenthesis'].includes(first.family)) {
        yield { place: first.markSpan, message: `这一组序号从“${first.mark}”开始，请核对前面是否漏了内容` }
      }
    }
  },
  bad: ['一、存在的问题\n⟦2.⟧学习不够系统。\n3.联系实际少。\n二、原因分析\n1.认识不足。'],
  good: ['一、存在的问题\n1.学习不够系统。\n2.联系实际少。'],
}
