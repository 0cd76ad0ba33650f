import type { Table } from '../../../reading/source-document.ts'

/** Blanks within a line. */
const BLANKS = '[^\\S\\r\\n]*'

/** What stands behind a label: after its colon, on the next line if that is no label itself, or in the next cell of its row. */
export function labelled(
  text: string,
  tables: readonly Table[],
  label: RegExp,
): { words: string; start: number; end: number } | null {
  for (const { cells } of tables) {
    for (const [i, cell] of cells.entries()) {
      const next = cells[i + 1]
      const exact = new RegExp(`^(?:${label.source})[:：]?$`)
      if (exact.test(compact(cell.text)) && next?.row === cell.row)
        return { words: next.text, start: next.start, end: next.end }
    }
  }
  const match = new RegExp(
    `(?<![\\p{Script=Han}])(?:${label.source})\\s*[:：]${BLANKS}(?:\\r?\\n(?![^\\r\\n:：]{1,12}[:：])${BLANKS})?([^\\s][^\\r\\n]{0,119})`,
    'u',
  ).exec(text)
  if (match === null) return null
  const words = (match[1] ?? '').split(/　{2,}|\s{3,}|\t|(?<=\S)[ 　]+(?=\p{Script=Han}{2,6}[:：])/u)[0] ?? ''
  const start = match.index + match[0].length - (match[1] ?? '').length
  return { words, start, end: start + words.length }
}

/** A text without its blanks: labels are spread out, names padded. */
export function compact(text: string): string {
  return text.replace(/\s+/g, '')
}
