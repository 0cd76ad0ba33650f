import type { CellValue } from '../reading/source-document.ts'
import type { LedgerField } from '../tables/header-names.ts'
import type { SheetLine } from './sheet-view.ts'

/** A row that copies have and the base has not. */
export interface AddedRow {
  /** The copies that have it. */
  readonly copies: readonly string[]
  /** The base's sheet. */
  readonly sheet: string
  /** The row of the base it comes below. From 0. */
  readonly after: number
  readonly kind: SheetLine['kind']
  readonly number: string
  readonly about: string
  /** Its cells in the columns of the base. */
  readonly cells: readonly {
    readonly column: number
    readonly field: LedgerField
    readonly text: string
    readonly date?: string
    readonly value?: CellValue
  }[]
  /** All its words with the copy's headers. */
  readonly shown: readonly { readonly header: string; readonly text: string }[]
  /** What it says, apart from how it is written: equal for the same row in two copies. */
  readonly key: string
}

/** Rows several copies have alike become one; rows below the same row of the base come in the order of the copies. */
export function joinAddedRows(rows: readonly AddedRow[]): AddedRow[] {
  const groups = Map.groupBy(rows, ({ sheet, key }) => `${sheet}#${key}`)
  return [...groups.values()].flatMap((same) => {
    const [first] = same
    return first === undefined ? [] : [{ ...first, copies: [...new Set(same.flatMap(({ copies }) => copies))] }]
  })
}
