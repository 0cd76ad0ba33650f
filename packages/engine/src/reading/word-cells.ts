import type { SheetCell } from './xlsx/sheet-cells.ts'

/** A cell of a table that has words only: nothing says whether a figure in it is a number or a text. */
export type WordCell = Pick<SheetCell, 'row' | 'column' | 'text'>

/** Columns a sheet can have. */
export const columnLimit = 16_384

/** What a spreadsheet calls the only sheet of a file that does not name its sheets: as the file, without its extension. */
export function sheetNameOf(name: string): string {
  return name
    .replace(/^.*[\\/]/, '')
    .replace(/\.\w{1,5}$/, '')
    .slice(0, 31)
}
