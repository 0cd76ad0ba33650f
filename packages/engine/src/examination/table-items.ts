import type { Cell, SourceDocument } from '../reading/source-document.ts'
import { itemsOfCell, type LedgerText } from '../tables/cell-text.ts'
import type { LedgerRow } from '../tables/ledger-row.ts'
import { type Ledger, readLedgers } from '../tables/ledger.ts'
import type { Section } from './examination.ts'
import type { FoundItem } from './found-item.ts'

/** The problems, causes and measures that stand in a document's tables, in reading order. */
export interface TableItems {
  readonly problems: readonly FoundItem[]
  readonly causes: readonly FoundItem[]
  readonly measures: readonly FoundItem[]
}

/** Reads ledgers and lists (整改台账、问题清单、征求意见汇总表) as problems with their causes and measures. */
export function itemsOfTables(document: SourceDocument, ledgers: readonly Ledger[]): TableItems {
  return itemsOfRows(
    document,
    ledgers.flatMap((ledger) => ledger.rows),
  )
}

/**
 * What the tables in a section of a material tell of what the section is about: its measures, or the problems of last
 * time. A list of names, or of opinions among the preparations, tells none.
 */
export function itemsOfTablesIn(
  document: SourceDocument,
  all: readonly Ledger[],
  { role, start, end }: Section,
): TableItems {
  const ledgers = all.filter((ledger) => ledger.start >= start && ledger.start < end)
  if (ledgers.length === 0) return NO_ITEMS
  const items = itemsOfRows(
    document,
    ledgers.flatMap(({ rows }) => rows.filter(({ subject }) => subject !== 'opinion')),
  )
  if (role === 'measures' || role === 'causes') return { ...NO_ITEMS, [role]: items[role] }
  if (role === 'prior_rectification') return { ...NO_ITEMS, problems: items.problems }
  return role === 'problems' ? items : NO_ITEMS
}

const NO_ITEMS: TableItems = { problems: [], causes: [], measures: [] }

function itemsOfRows(document: SourceDocument, rows: readonly LedgerRow[]): TableItems {
  const problems = rows.flatMap((row, i) => problemOf(row, rows[i - 1], rows[i + 1]))
  const cells = Map.groupBy(
    document.tables.flatMap((table) => table.cells),
    placeOf,
  )
  const source = document.format === 'md' ? document.text : undefined
  return {
    problems: distinct(
      problems.flatMap((problem) => severalIn(problem, cells.get(placeOf(problem)) ?? [], source)),
    ).map(asItem),
    causes: distinct(
      rows
        .flatMap(({ causes }) => causes)
        .flatMap((cause) => severalIn(cause, cells.get(placeOf(cause)) ?? [], source)),
    ).map(asItem),
    measures: distinct(rows.flatMap(({ measures }) => measures)).map(asItem),
  }
}

/** The ledgers of all tables; a table without header goes on with the columns of the one before. */
export function ledgersOf(document: SourceDocument): Ledger[] {
  const source = document.format === 'md' ? { text: document.text } : {}
  const found: Ledger[] = []
  let columnsBefore: Ledger['columns'] = []
  for (const table of document.tables) {
    const ledgers = readLedgers(table, { ...source, columnsBefore })
    columnsBefore = ledgers.at(-1)?.columns ?? []
    found.push(...ledgers)
  }
  return found
}

/** What states the shortcoming: the problem, or its manifestation where one problem is shared by several rows. */
function problemOf(
  { problem, subject, manifestation }: LedgerRow,
  before: LedgerRow | undefined,
  after: LedgerRow | undefined,
): LedgerText[] {
  const isShared = [before, after].some((row) => row?.problem.start === problem.start)
  return subject === 'measure' ? [] : [isShared ? (manifestation ?? problem) : problem]
}

/** A cell as the problems or causes it holds: several where it numbers them or gives each a line. */
function severalIn(problem: LedgerText, cells: readonly Cell[], source: string | undefined): LedgerText[] {
  const cell = cells.find(({ start, end }) => start <= problem.start && problem.end <= end)
  const pieces = cell === undefined ? [] : itemsOfCell(cell, source)
  return pieces.length > 1 ? pieces : [problem]
}

const placeOf = ({ row, column }: { readonly row: number; readonly column: number }): string => `${row} ${column}`

/** Merged cells stand in several rows; each is one item. */
function distinct<Text extends LedgerText>(texts: readonly Text[]): Text[] {
  return [...new Map(texts.map((text) => [`${text.start} ${text.end}`, text])).values()]
}

const SHORTEST_CLAUSE = 4

function asItem({ start, end, text, mark = '' }: LedgerText & { readonly mark?: string }): FoundItem {
  const stop = /[，。；：\n]/.exec(text.slice(SHORTEST_CLAUSE))
  const heading = { start, end: stop ? Math.min(end, start + SHORTEST_CLAUSE + stop.index) : end }
  return { mark, span: { start, end }, heading, parent: null }
}
