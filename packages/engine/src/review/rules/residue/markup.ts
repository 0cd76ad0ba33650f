import type { Observation, ReviewContext, Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

const MARKUP =
  /<\/?(?:p|br|div|span|font|strong|table|tr|td|b|i|u)\b[^<>\n]{0,80}>|&(?:nbsp|amp|lt|gt|quot|emsp);|错误[!！]未(?:找到引用源|定义书签)[。.]?|\\\* ?MERGEFORMAT|HYPERLINK "[^"\n]{0,80}"?|\{ ?PAGE[^}\n]{0,20}\}/g

/** Markdown hides its own signs; a tag in running text (tables need them) is a leftover all the same. */
function* markupInMarkdown({ document, text }: ReviewContext): Generator<Observation> {
  for (const { start, end, style } of document.paragraphs) {
    if (style === 'cell') continue
    for (const match of text.slice(start, end).matchAll(MARKUP)) {
      const from = start + match.index
      yield { place: { start: from, end: from + match[0].length }, message: `“${match[0]}”是代码残留，请删去` }
    }
  }
}

export const markup: Rule = {
  id: 'residue/markup',
  name: '网页或域代码残留',
  severity: 'error',
  why: '从网页或别的文件粘贴时带进了代码。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check(context) {
    if (context.document.format === 'md') {
      yield* markupInMarkdown(context)
      return
    }
    yield* reportMatches(context, MARKUP, ([words]) => ({ message: `“${words}”是代码残留，请删去` }))
  },
  bad: [
    '加强学习&nbsp;改进作风。'.replace('&nbsp;', '⟦&nbsp;⟧'),
    '第⟦错误!未找到引用源。⟧页所列问题。',
    '统筹推进⟦<br>⟧各项工作。',
  ],
  good: ['收入<支出的问题得到扭转。', 'A&B公司来访。'],
  alsoReports: ['wording/half-width-punctuation'],
}
