import type { Cell } from '../reading/source-document.ts'
import { type LedgerText, textOfCell, wordsOfCell } from './cell-text.ts'
import { dutiesOf, joinedText, type LedgerLines, measuresOf } from './ledger-measures.ts'
import type { LedgerRemainder, LedgerRow } from './ledger-row.ts'
import type { BodyLine } from './sheet-parts.ts'

/** The lines of one problem before they become a row. */
export interface RowLines {
  readonly lines: BodyLine[]
  /** The cell that says what the row is about; for a further manifestation of a problem that of the first. */
  readonly subject: Cell | null
  /** The cells of the section row above. */
  readonly section: readonly Cell[]
}

/** One row from its lines; null if they say neither what is wrong nor what is to be done. */
export function rowOf(group: RowLines, lines: LedgerLines, subject: LedgerRow['subject']): LedgerRow | null {
  const about = aboutOf(group, lines, subject)
  if (!about) return null
  const { problem, mark, field } = about
  const text = (name: Parameters<typeof joinedText>[2]): LedgerText | null => joinedText(lines, group.lines, name)
  const section = sectionText(group.section)
  const number = text('number') ?? (mark === '' ? null : { ...problem, text: mark })
  const parts = {
    number,
    manifestation: subject === 'manifestation' ? null : text('manifestation'),
    source: text('source'),
    category: text('category') ?? section,
    section,
    person: text('person') ?? text('giver'),
  }
  const cells = group.lines.flatMap((line) => line.cells)
  return {
    problem,
    subject: field,
    ...Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== null)),
    causes: causesOf(group, lines),
    measures: measuresOf(lines, group.lines),
    duties: dutiesOf(lines, { row: group.lines, beside: group.lines, index: 0, of: 1 }),
    others: remaindersOf(group, lines),
    cells,
    start: cells.reduce((least, { start }) => Math.min(least, start), problem.start),
    end: cells.reduce((most, { end }) => Math.max(most, end), problem.end),
  }
}

/** What the row is about: its subject, else (a line without problem) its first measure. */
function aboutOf(
  group: RowLines,
  { find, context }: LedgerLines,
  subject: LedgerRow['subject'],
): { problem: LedgerText; mark: string; field: LedgerRow['subject'] } | null {
  const measure = group.lines.map((line) => find(line, 'measure')).find((cell) => cell !== null)
  const cell = group.subject ?? measure
  if (!cell) return null
  const { mark, ...problem } = textOfCell(cell, context.text)
  return { problem, mark, field: group.subject ? subject : 'measure' }
}

function causesOf({ lines: own }: RowLines, { find, context }: LedgerLines): LedgerText[] {
  const cells = new Set(own.map((line) => find(line, 'cause')).filter((cell) => cell !== null))
  return Array.from(cells, (cell) => textOfCell(cell, context.text))
}

/** The cells of columns that were not understood, each with its header. */
function remaindersOf({ lines: own }: RowLines, { columns }: LedgerLines): LedgerRemainder[] {
  const unknown = columns.filter(({ field }) => field === 'unknown')
  return own.flatMap((line) => unknown.flatMap(({ place, header }) => remainderAt(line, place, header)))
}

function remainderAt({ row, cells }: BodyLine, place: number, header: string): LedgerRemainder[] {
  const cell = row.places[place]
  const begins = cell && cells.includes(cell) && row.places[place - 1] !== cell
  return begins ? [{ ...wordsOfCell(cell), header }] : []
}

/** The words of a section row; its cells (“一”, “政治建设方面”) as one text. */
function sectionText(cells: readonly Cell[]): LedgerText | null {
  const [first] = cells
  const end = cells.at(-1)?.end
  if (!first || end === undefined) return null
  return { ...wordsOfCell(first), text: cells.map(({ text }) => text.trim()).join(''), end }
}
