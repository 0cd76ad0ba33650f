import type { Cell } from '../../reading/source-document.ts'
import type { CellContent } from '../../reading/xlsx/editing/cell-writing.ts'
import type { LedgerField } from '../../tables/header-names.ts'
import type { SheetLine, SheetView } from '../sheet-view.ts'

/** A problem of the data with all its lines. */
export interface DataItem {
  readonly lines: readonly SheetLine[]
}

/** Columns that tell the problem; where it has several lines they are said in the first. */
export const OF_THE_PROBLEM: ReadonlySet<LedgerField> = new Set([
  'number',
  'source',
  'category',
  'problem',
  'manifestation',
  'opinion',
  'cause',
  'person',
  'position',
  'giver',
])

const SUBJECTS: readonly LedgerField[] = ['problem', 'opinion', 'manifestation', 'measure']

/** The column that says what a row is about, null if the sheet is no list. */
export function subjectColumn({ columns }: Pick<SheetView, 'columns'>): number | null {
  const found = SUBJECTS.map((field) => columns.find((column) => column.field === field)).find((column) => column)
  return found?.index ?? null
}

/** The problems of a sheet: a line begins a new one when its problem is not that of the line above. */
export function itemsOf(sheet: SheetView): DataItem[] {
  const subject = subjectColumn(sheet)
  if (subject === null) return []
  const items: { lines: SheetLine[]; cell: Cell | undefined }[] = []
  for (const line of sheet.lines.filter(({ kind }) => kind === 'row')) {
    const cell = line.at.get(subject)
    const last = items.at(-1)
    // Not merged, a blank under a problem means the same problem, if something else stands in the line.
    if (last && (cell === undefined || cell === last.cell)) last.lines.push(line)
    else if (cell !== undefined) items.push({ lines: [line], cell })
  }
  return items
}

/** What an item says in a column: what its lines say, each once, one below the other. */
export function wordsIn({ lines }: DataItem, column: number): CellContent {
  const cells = [...new Set(lines.flatMap((line) => line.at.get(column) ?? []))]
  const texts = [...new Set(cells.map(({ text }) => text.trim()).filter((text) => text !== ''))]
  const { date, value } = (cells.length === 1 ? cells[0] : undefined) ?? {}
  return {
    text: texts.join('\n'),
    ...(date === undefined ? {} : { date }),
    ...(value === undefined ? {} : { value }),
  }
}
