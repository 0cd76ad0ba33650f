import type { LedgerField } from '../../tables/header-names.ts'
import { subjectColumn } from './data-items.ts'
import type { SheetLine, SheetView } from '../sheet-view.ts'

/** The lines of a form: those that already name a problem, and those that wait for one. */
export interface FormLines {
  readonly named: readonly SheetLine[]
  /** Rows that are free, from the top; from 0. */
  readonly free: readonly number[]
  /** Below this row more may be inserted: what follows are totals and notes. Null where the sheet simply ends. */
  readonly insertAfter: number | null
  /** The row new ones are like. */
  readonly like: number
}

/** Fields that may be there before anything is reported: the number, the problem's source. */
const PREPARED: ReadonlySet<LedgerField> = new Set(['number', 'unknown'])

/** Where a form takes problems. Null for a sheet that is no form: without a header or without a column for the problem. */
export function formLines(sheet: SheetView): FormLines | null {
  const subject = subjectColumn(sheet)
  const header = sheet.lines.findLast(({ kind }) => kind === 'header')
  if (subject === null || header === undefined) return null
  const fields = new Map(sheet.columns.map(({ index, field }) => [index, field]))
  const rows = sheet.lines.filter(({ kind, index }) => kind === 'row' && index > header.index)
  const named = rows.filter((line) => line.at.has(subject))
  const last = rows.at(-1)?.index ?? header.index
  const end = sheet.lines.find(({ kind, index }) => index > Math.max(last, header.index) && kind !== 'row')?.index
  const byIndex = new Map(rows.map((row) => [row.index, row]))
  const isBlank = (index: number): boolean => {
    const line = byIndex.get(index)
    return (
      line === undefined ||
      line.cells.every(({ column, formula }) => formula || PREPARED.has(fields.get(column) ?? 'unknown'))
    )
  }
  const first = (named.at(-1)?.index ?? header.index) + 1
  const stop = end ?? last + 1
  const free = Array.from({ length: Math.max(0, stop - first) }, (_, i) => first + i).filter(isBlank)
  const insertAfter = end === undefined ? null : end - 1
  return { named, free, insertAfter, like: free.at(-1) ?? named.at(-1)?.index ?? header.index + 1 }
}
