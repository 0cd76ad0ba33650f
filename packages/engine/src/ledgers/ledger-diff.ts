import type { LedgerField } from '../tables/header-names.ts'
import type { AttachedPlace, CellPlace } from './sheet-view.ts'

/** What a cell of one copy says; empty text if it is blank. */
export interface CellWords extends CellPlace {
  readonly text: string
}

/** A cell that two copies have differently. */
export interface CellChange {
  /** The column's header, or its letter or number. */
  readonly header: string
  readonly field: LedgerField
  /** The row's number (序号) as written, empty if it has none. */
  readonly number: string
  /** What the row is about, shortened. */
  readonly about: string
  readonly old: CellWords
  readonly new: CellWords
  /** True if the rows were not certainly the same one. */
  readonly isDoubtful: boolean
}

/** A row only one copy has, or one that stands elsewhere. */
export interface RowPlace {
  readonly sheet: string
  /** From 0. */
  readonly row: number
  readonly number: string
  readonly about: string
  /** Its filled cells with their headers, from left to right. */
  readonly cells: readonly { readonly header: string; readonly text: string }[]
}

export interface MovedRow {
  readonly old: RowPlace
  readonly new: RowPlace
}

/** A column only one copy has, with the number of its filled cells below the header. */
export interface ColumnPlace {
  readonly sheet: string
  readonly column: number
  readonly header: string
  readonly filled: number
}

/** What differs between two copies of one sheet or table. */
export interface SheetDiff {
  readonly oldName: string
  readonly newName: string
  /** Cells whose content differs, in order of the new copy's rows. */
  readonly changes: readonly CellChange[]
  /** Cells written in another way that mean the same (写法不同). */
  readonly rewritten: readonly CellChange[]
  /** Rows whose number changed only because rows were added, removed or moved (序号顺延). */
  readonly renumbered: readonly CellChange[]
  /** Results of formulas that follow from other cells. */
  readonly recomputed: readonly CellChange[]
  readonly addedRows: readonly RowPlace[]
  readonly removedRows: readonly RowPlace[]
  readonly movedRows: readonly MovedRow[]
  readonly addedColumns: readonly ColumnPlace[]
  readonly removedColumns: readonly ColumnPlace[]
  /** Notes and pictures only one copy has. */
  readonly addedAttached: readonly AttachedPlace[]
  readonly removedAttached: readonly AttachedPlace[]
  /** How many rows were found in both copies. */
  readonly sameRows: number
}

/** A sheet or table only one copy has. */
export interface SheetPlace {
  readonly name: string
  /** Its lines with words. */
  readonly rows: number
}

/** What differs between two copies of a ledger, or of any workbook or document with tables. */
export interface LedgerDiff {
  readonly sheets: readonly SheetDiff[]
  readonly addedSheets: readonly SheetPlace[]
  readonly removedSheets: readonly SheetPlace[]
}
