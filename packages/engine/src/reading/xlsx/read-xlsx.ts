import { openPackage, type OfficePackage } from '../office-package.ts'
import { ReadingRefusal, refusable } from '../refusal.ts'
import { laidOutSheets, type Sheet } from '../sheets.ts'
import type { SourceDocument, Unreadable } from '../source-document.ts'
import { readAttached, withoutPictures } from './attached.ts'
import { createValueWriter } from './cell-values.ts'
import { readSharedStrings } from './rich-text.ts'
import { createBudget, readSheetCells, type SheetReading } from './sheet-cells.ts'
import { readWorkbook } from './workbook.ts'

/**
 * Reads an Excel workbook (.xlsx, .xlsm): each sheet with words in it as a table, hidden ones too. In the text a
 * sheet begins with a line of its name; rows and cells without words are left out. Values are shown as a Chinese
 * Excel shows them, formulas by their last result.
 */
export function readXlsx(bytes: Uint8Array, name: string): SourceDocument | Unreadable {
  return refusable(name, () => {
    const office = openPackage(bytes)
    if (office.kind !== 'excel') throw new ReadingRefusal('unsupported')
    return readExcelPackage(office, name)
  })
}

/** Reads an opened package. Throws a `ReadingRefusal`. */
export function readExcelPackage(office: OfficePackage, name: string): SourceDocument {
  return laidOutSheets(sheetsOf(office), { name, format: 'xlsx' })
}

function* sheetsOf(office: OfficePackage): Generator<Sheet> {
  const workbook = readWorkbook(office)
  const reading: SheetReading = {
    zip: office.zip,
    show: createValueWriter(workbook, readSharedStrings(office.zip, workbook.stringsPart)),
    budget: createBudget(),
  }
  for (const { name, part, isHidden } of workbook.sheets) {
    const entry = office.zip.find(part)
    if (entry === undefined) continue
    const { cells: all, areas, silentFormulas } = readSheetCells(entry, reading)
    const { cells, pictures } = withoutPictures(all)
    const attached = [...readAttached(office.zip, part), ...pictures]
    yield { name, isHidden, cells, areas, attached, silentFormulas }
  }
}
