import type { SourceDocument } from '../source-document.ts'
import { laidOutSheets } from '../sheets.ts'
import { createValueWriter } from '../xlsx/cell-values.ts'
import { createBudget } from '../xlsx/sheet-cells.ts'
import { readGlobals } from './globals.ts'
import { readSheet } from './sheet.ts'

/**
 * Reads the stream of an Excel 95–2003 workbook (MS-XLS; .xls, and .et as WPS writes it): as `readXlsx` reads a newer
 * one. Throws a `ReadingRefusal`.
 */
export function readXls(stream: Uint8Array, name: string): SourceDocument {
  const workbook = readGlobals(stream)
  const reading = { show: createValueWriter(workbook, []), budget: createBudget() }
  const sheets = workbook.sheets.map((sheet) => ({ ...sheet, ...readSheet(stream, sheet, workbook, reading) }))
  return laidOutSheets(sheets, { name, format: 'xls' })
}
