import type { ColumnContent } from './column-content.ts'
import type { LedgerField } from './header-names.ts'

/** A column of a ledger or list and what it was taken for. */
export interface Column {
  /** Its number in the table, from 0. */
  readonly index: number
  /** Its place in the rows of the grid, which leaves empty columns out. */
  readonly place: number
  readonly field: LedgerField
  /** The header's words, header rows joined with "|"; empty for a column without header. */
  readonly header: string
  /** 0 to 1. */
  readonly confidence: number
  readonly by: 'name' | 'content' | 'nothing'
  /** Why, one Chinese clause. */
  readonly reason: string
  /** For a column to be ticked (完成情况 | 已完成): what a tick says. */
  readonly tick?: string
}

/** A column with what stands in it, while it is being recognised. */
export interface Candidate {
  readonly column: Column
  readonly content: ColumnContent
  /** Header words from the top, each once. */
  readonly path: readonly string[]
}
