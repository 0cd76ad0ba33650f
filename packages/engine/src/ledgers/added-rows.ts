import type { CellValue } from '../reading/source-document.ts'
import type { LedgerField } from '../tables/header-names.ts'
import { bigramsOf, dice } from '../wording/likeness.ts'
import { contentOf } from './cell-content.ts'
import type { SheetLine } from './sheet-view.ts'

/** A cell of an added row, in a column of the base. */
export interface AddedCell {
  readonly column: number
  readonly field: LedgerField
  readonly header: string
  readonly text: string
  readonly date?: string
  readonly value?: CellValue
  /** Present if the words are the result of a formula. */
  readonly formula?: true
}

/** A row that copies have and the base has not. */
export interface AddedRow {
  /** The copies that have it. */
  readonly copies: readonly string[]
  /** The base's sheet. */
  readonly sheet: string
  /** The row of the base it comes below. From 0. */
  readonly after: number
  /** True if it is the first of the rows below it: `after` is a header or a section heading. */
  readonly isAtTop: boolean
  readonly kind: SheetLine['kind']
  readonly number: string
  readonly about: string
  /** True if it begins a problem; false for a further line of the problem above. */
  readonly begins: boolean
  /** Columns of the base whose cell reaches down into it from the row above, and cells that reach over several. */
  readonly merged: readonly { readonly column: number; readonly columns: number; readonly isJoined: boolean }[]
  /** Its cells in the columns of the base. */
  readonly cells: readonly AddedCell[]
  /** What copies that have the same new problem say differently: left blank for a person to decide. */
  readonly contested: readonly {
    readonly header: string
    readonly proposals: readonly { readonly copy: string; readonly text: string }[]
  }[]
  /** Other new problems it may be the same as, of other copies. */
  readonly similar: readonly { readonly copies: readonly string[]; readonly about: string }[]
  /** All its words with the copy's headers, without what is left blank. */
  readonly shown: readonly { readonly header: string; readonly text: string }[]
  /** The problem it belongs to as its copy says it; empty if no column tells. */
  readonly problem: string
}

/** New problems nobody would take for different ones without looking. */
const LIKE = 0.6

/**
 * The rows of several copies, each once: rows that say the same become one, and so do those of the same new problem,
 * without the cells the copies have differently. Rows keep the order of the copies.
 */
export function joinAddedRows(rows: readonly AddedRow[]): AddedRow[] {
  const seen = new Map<string, number>()
  // The same row twice in one copy is two rows.
  const keyed = rows.map((row) => {
    const key = keyOf(row)
    const inCopy = `${row.copies[0]}#${key}`
    seen.set(inCopy, (seen.get(inCopy) ?? 0) + 1)
    return { row, key: `${key}#${seen.get(inCopy)}` }
  })
  const joined = [...Map.groupBy(keyed, ({ key }) => key).values()].flatMap((same) =>
    joinedRow(same.map(({ row }) => row)),
  )
  return joined.map((row) => ({ ...row, similar: similarTo(row, joined) }))
}

/** Rows that begin a problem are the same if the problem is; others if they say the same of the same problem. */
function keyOf({ sheet, begins, problem, cells }: AddedRow): string {
  if (begins && problem !== '') return `${sheet}#${problem}`
  const words = cells.filter(({ field }) => field !== 'number').map((cell) => `${cell.column}:${contentOf(cell)}`)
  return `${sheet}#${problem}#${words.join('|')}`
}

function joinedRow(same: readonly AddedRow[]): AddedRow[] {
  const [first] = same
  if (first === undefined) return []
  const columns = Map.groupBy(
    same.flatMap(({ copies: [copy = ''], cells }) => cells.map((cell) => ({ copy, cell }))),
    ({ cell }) => cell.column,
  )
  const cells: AddedCell[] = []
  const contested: AddedRow['contested'][number][] = []
  for (const own of columns.values()) {
    const cell = own[0]?.cell
    if (cell === undefined) continue
    const isAgreed = cell.field === 'number' || new Set(own.map((each) => contentOf(each.cell, cell.field))).size === 1
    if (isAgreed) cells.push(cell)
    else
      contested.push({
        header: cell.header,
        proposals: own.map(({ copy, cell: { text } }) => ({ copy, text })),
      })
  }
  const copies = [...new Set(same.flatMap((row) => row.copies))]
  const shown = first.shown.filter(({ header }) => !contested.some((cell) => cell.header === header))
  return [{ ...first, copies, cells: cells.toSorted((a, b) => a.column - b.column), contested, shown }]
}

function similarTo(row: AddedRow, rows: readonly AddedRow[]): AddedRow['similar'] {
  if (!row.begins || row.problem === '') return []
  const grams = bigramsOf(row.problem)
  return rows
    .filter((other) => other !== row && other.begins && other.sheet === row.sheet && isOfOthers(other, row))
    .filter(({ problem }) => dice(bigramsOf(problem), grams) >= LIKE)
    .map(({ copies, about }) => ({ copies, about }))
}

function isOfOthers(a: AddedRow, b: AddedRow): boolean {
  return !a.copies.some((copy) => b.copies.includes(copy))
}
