import type { LedgerField } from '../tables/header-names.ts'
import { oneLine, shortened } from '../wording/shorten.ts'
import type { RowPlace } from './ledger-diff.ts'
import { columnName, type SheetLine, type SheetView } from './sheet-view.ts'

const ABOUT: readonly LedgerField[] = ['problem', 'opinion', 'manifestation', 'measure', 'person']
const LONGEST = 40

/** A row of a sheet as it is named in results. */
export function rowPlace(sheet: SheetView, line: SheetLine): RowPlace {
  const cells = line.cells.filter(({ text }) => text.trim() !== '')
  return {
    sheet: sheet.name,
    row: line.index,
    ...rowWords(sheet, line),
    cells: cells.map(({ column, text }) => ({ header: columnName(sheet, column), text: text.trim() })),
  }
}

/** A row's number and what it is about: the problem, else its first cell with words. */
export function rowWords(sheet: SheetView, line: SheetLine): { number: string; about: string } {
  const textOf = (field: LedgerField): string => {
    const column = sheet.columns.find((each) => each.field === field && line.at.has(each.index))
    return column ? (line.at.get(column.index)?.text.trim() ?? '') : ''
  }
  if (line.kind !== 'row') return { number: '', about: beginningOf(line.cells[0]?.text ?? '') }
  const named = ABOUT.map(textOf).find((text) => text !== '')
  const spoken = [...line.at.values()].map(({ text }) => text.trim()).find((text) => /\p{L}{2}/u.test(text))
  return { number: textOf('number'), about: beginningOf(named ?? spoken ?? '') }
}

function beginningOf(text: string): string {
  return shortened(oneLine(text), LONGEST)
}
