import { isWorkbook } from '../../../reading/source-document.ts'
import { partsBelow } from '../../../outline/walk.ts'
import { findSelfRepetition } from '../../../similarity/self-repetition.ts'
import type { Rule } from '../../rule.ts'

export const selfRepetition: Rule = {
  id: 'similarity/self-repetition',
  name: '前后文字重复',
  severity: 'warning',
  why: '同一段话在一份材料里出现两次，多半是复制凑数，问题和措施也就对不上号。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check({ text, outline, examination, document }) {
    if (isWorkbook(document) || examination.kind === 'ledger') return
    // Headings are repeated by right: 一、存在的问题 … and the aspects under causes and measures.
    const headings = Array.from(partsBelow(outline), ({ heading }) => heading)
    const cells = document.tables.map(({ start, end }) => ({ start, end }))
    for (const { a, b } of findSelfRepetition(text, [...headings, ...cells])) {
      const first = text.slice(a.start, a.start + 12).replace(/\s/g, '')
      yield { place: b, related: [a], message: `这段话与前面“${first}……”一段重复，请保留一处` }
    }
  },
  bad: [
    '一、存在的问题\n1.学习不够。平时忙于事务，静下心来读原著、学原文、悟原理的时间少，往往是会前突击看一看，会后放一放，没有形成每天学习的习惯。\n2.作风不实。⟦平时忙于事务，静下心来读原著、学原文、悟原理的时间少，往往是会前突击看一看，会后放一放，没有形成每天学习的习惯⟧。\n二、原因分析\n1.认识不足。',
  ],
  good: [
    '一、存在的问题\n1.学习不够。平时忙于事务，读书少。\n2.作风不实。下基层少，听意见少。\n二、原因分析\n1.认识不足。',
  ],
}
