import type { Problem } from '@duizhao/contract'
import { harmless } from '../../platform/archetypes/table-as-csv.ts'

/** A column of what is copied: its head, and what stands in it. */
export interface CopiedColumn {
  readonly name: string
  readonly words: (problem: Problem) => string
}

/** Rows as Excel and WPS take them from the clipboard: cells with tabs between, and a table; the heads first. */
export function copiedRows(
  problems: readonly Problem[],
  columns: readonly CopiedColumn[],
): { readonly text: string; readonly html: string } {
  const heads = columns.map(({ name }) => name)
  const rows = problems.map((problem) => columns.map(({ words }) => harmless(words(problem))))
  const text = [heads, ...rows].map((cells) => `${cells.map(quoted).join('\t')}\r\n`).join('')
  // As text: a number of many digits, or what looks like a date, stays as it is.
  const cell = (words: string): string => `<td style="mso-number-format:'\\@'">${escaped(words)}</td>`
  const html = [heads, ...rows].map((cells) => `<tr>${cells.map(cell).join('')}</tr>`).join('')
  return { text, html: `<table>${html}</table>` }
}

function quoted(words: string): string {
  return /["\t\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words
}

function escaped(words: string): string {
  const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\n': '<br>' }
  return words.replace(/[&<>\n]/g, (mark) => marks[mark] ?? mark)
}

/** The cells of a block as Excel and WPS put it on the clipboard; a cell may hold tabs and lines if it is quoted. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  // Either a quoted cell or a bare one, and what ends it.
  const CELL = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy
  for (let match = CELL.exec(text); match !== null && match.index < text.length; match = CELL.exec(text)) {
    const [, inQuotes, bare = '', end] = match
    const words = inQuotes === undefined ? bare : inQuotes.replaceAll('""', '"')
    rows.at(-1)?.push(words.replace(/^'(?=[=+\-@\t\r])/, '').trim())
    if (end !== '\t') rows.push([])
  }
  return rows.filter((cells) => cells.some((cell) => cell !== ''))
}
