/** Cells and rows of a sheet, put together from plain values. */
import type { CellOf, CellValue } from './ledgers-workbook.ts'
import type { StyleName } from './ledgers-styles.ts'

export function cell(value: CellValue, style: StyleName): CellOf {
  return { value, style }
}

/** Values in one style, a row's worth. */
export function textCells(values: readonly CellValue[], style: StyleName): CellOf[] {
  return values.map((value) => cell(value, style))
}

/** Values each in its column's style; a date cell keeps a date format. */
export function styledCells(values: readonly CellValue[], styles: readonly StyleName[]): CellOf[] {
  return values.map((value, at) =>
    cell(value, typeof value === 'object' && value !== null && 'date' in value ? 'date' : (styles[at] ?? 'left')),
  )
}
