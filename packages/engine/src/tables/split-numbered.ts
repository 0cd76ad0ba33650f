import type { Cell } from '../reading/source-document.ts'
import type { Span } from '../span.ts'

const MARK = /(?:^|(?<=[。；;\n\s]))(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)]|[①-⑳]|[一二三四五六七八九十]是|[（(][一二三四五六七八九十][）)])\s{0,2}/g

/**
 * The pieces of a cell that numbers its contents (1.…2.…), each with its own span after the mark; the whole cell if
 * it has no numbers. Where the cell's shown words differ from the text (line breaks written as `<br>`), the cell stays whole.
 */
export function splitNumbered(cell: Cell): (Span & { readonly text: string })[] {
  const whole = [{ start: cell.start, end: cell.end, text: cell.text }]
  if (cell.end - cell.start !== cell.text.length) return whole
  const marks = [...cell.text.matchAll(MARK)]
  if (marks.length < 2 || (marks[0]?.index ?? 1) > 0) return whole
  return marks.map((mark, i) => {
    const from = mark.index + mark[0].length
    const words = cell.text.slice(from, marks[i + 1]?.index ?? cell.text.length).trimEnd()
    return { start: cell.start + from, end: cell.start + from + words.length, text: words }
  })
}
