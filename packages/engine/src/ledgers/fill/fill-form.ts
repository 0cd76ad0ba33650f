import type { SourceDocument } from '../../reading/source-document.ts'
import type { DropDownList } from '../../reading/xlsx/drop-down-lists.ts'
import type { CellContent } from '../../reading/xlsx/editing/cell-writing.ts'
import type { CellEdit, RowInsert, SheetEdits } from '../../reading/xlsx/editing/edit-sheet.ts'
import { contentOf } from '../cell-content.ts'
import { alignRows } from '../align-rows.ts'
import { keyColumns } from '../line-keys.ts'
import { rowWords } from '../row-words.ts'
import { type CellPlace, columnName, placeIn, type SheetLine, sheetsOf, type SheetView } from '../sheet-view.ts'
import { type DataItem, OF_THE_PROBLEM, wordsIn } from './data-items.ts'
import type { FormColumn } from './form-columns.ts'
import { type FormLines, formLines } from './form-lines.ts'
import { type FormSource, formSources, type LeftItems } from './form-sources.ts'
import { chosenWord } from './chosen-word.ts'

/** A cell of the form that says something else than the data; it was left as it is. */
export interface FormDifference extends CellPlace {
  readonly header: string
  readonly number: string
  readonly about: string
  readonly form: string
  readonly data: string
}

/** Words of the data a drop-down list of the form does not have; the cells were left blank. */
export interface NotInList {
  readonly header: string
  readonly text: string
  readonly words: readonly string[]
  readonly cells: readonly CellPlace[]
}

/** How a sheet of a form was filled. */
export interface FilledSheet {
  readonly sheet: string
  /** The data's sheets it was filled from. */
  readonly from: readonly string[]
  /** Problems the form already named and that were completed; problems written into it. */
  readonly completed: number
  readonly written: number
  readonly insertedRows: number
  readonly columns: readonly FormColumn[]
  /** Columns of the form nothing was found for, and columns of the data that found no place. */
  readonly emptyColumns: readonly string[]
  readonly leftColumns: readonly string[]
  readonly differences: readonly FormDifference[]
  readonly notInList: readonly NotInList[]
  /** Problems the form names that the data does not have. */
  readonly unanswered: readonly { readonly row: number; readonly number: string; readonly about: string }[]
}

export interface LedgerFill {
  /** How many problems the data lists; those of its sheets that are not in the form. */
  readonly problems: number
  readonly left: readonly LeftItems[]
  readonly sheets: readonly FilledSheet[]
  readonly edits: readonly SheetEdits[]
}

/** Sheets that only show how to fill in the others. */
const EXAMPLE = /示例|样例|样表|填表说明|填报说明|范例/

/**
 * What has to be written into a form so that it says what the data says. Problems the form names are completed where it
 * is blank, and never overwritten; the others go into its free rows in the data's order, one line per measure as the
 * data has them; where there are too few, rows are inserted. Never throws.
 */
export function fillForm(form: SourceDocument, data: SourceDocument, lists: readonly DropDownList[] = []): LedgerFill {
  const isShown = ({ name }: SheetView): boolean => !EXAMPLE.test(name)
  const forms = new Map(
    sheetsOf(form)
      .filter(isShown)
      .flatMap((sheet) => {
        const lines = formLines(sheet)
        return lines === null ? [] : [[sheet, lines] as const]
      }),
  )
  const { of, left } = formSources([...forms.keys()], sheetsOf(data).filter(isShown))
  const filled = [...forms].flatMap(([sheet, lines]) => {
    const sources = of.get(sheet) ?? []
    const own = lists.filter((list) => list.sheet === sheet.name)
    return sources.length === 0 ? [] : [fillSheet({ sheet, lines, sources, lists: own })]
  })
  const listed = new Map([...of.values()].flat().map(({ sheet, items }) => [sheet, items.length] as const))
  return {
    sheets: filled.map(({ result }) => result),
    edits: filled.map(({ edits }) => edits),
    problems: [...listed.values(), ...left.map(({ problems }) => problems)].reduce((sum, count) => sum + count, 0),
    left,
  }
}

interface Filling {
  readonly sheet: SheetView
  readonly lines: FormLines
  readonly sources: readonly FormSource[]
  readonly lists: readonly DropDownList[]
}

/** A line to be written for a problem the form does not name. */
interface NewLine {
  readonly source: FormSource
  readonly item: DataItem
  /** Its place among the problem's lines. */
  readonly i: number
  /** What number the problem has in a form several sheets go into. */
  readonly number: number
}

function fillSheet(filling: Filling): { result: FilledSheet; edits: SheetEdits } {
  const { sheet, lines, sources } = filling
  const matched = new Map<number, { source: FormSource; item: DataItem }>()
  for (const source of sources) {
    const open = lines.named.filter(({ index }) => !matched.has(index))
    for (const [index, item] of matchItems(sheet, open, source)) matched.set(index, { source, item })
  }
  const notes: Notes = { differences: [], notInList: [] }
  const named = new Map(lines.named.map((line) => [line.index, line]))
  const cells = [...matched].flatMap(([index, { source, item }]) =>
    completion(filling, source, { index, line: named.get(index), item, notes }),
  )
  const known = new Set([...matched.values()].map(({ item }) => item))
  const rest = sources.flatMap((source) =>
    source.items.filter((item) => !known.has(item)).map((item) => ({ source, item })),
  )
  const rows = rest.flatMap(({ source, item }, n) =>
    item.lines.map((_, i): NewLine => ({ source, item, i, number: lines.named.length + n + 1 })),
  )
  const end = lines.insertAfter ?? Math.max(lines.like, lines.free.at(-1) ?? 0, ...named.keys())
  const writable = rows.map((line, n) => {
    const row = lines.free[n] ?? null
    const place = row ?? end + 1 + n - lines.free.length
    return { row, cells: lineCells(filling, line, { row: row ?? lines.like, place, notes }) }
  })
  const inserts = writable.filter(({ row }) => row === null)
  const edits: SheetEdits = {
    sheet: sheet.name,
    cells: [
      ...cells,
      ...writable.flatMap(({ row, cells: own }) => (row === null ? [] : own)),
      ...below(lines, inserts),
    ],
    rows:
      lines.insertAfter === null
        ? []
        : inserts.map(({ cells: own }): RowInsert => ({ after: lines.insertAfter ?? 0, like: lines.like, cells: own })),
  }
  const outcome = { matched: new Set(matched.keys()), written: rest.length, inserted: edits.rows.length, notes }
  return { result: resultOf(filling, outcome), edits }
}

/** Where the sheet simply ends, further lines go on below it. */
function below(lines: FormLines, inserts: readonly { readonly cells: readonly CellEdit[] }[]): CellEdit[] {
  if (lines.insertAfter !== null) return []
  const next = Math.max(lines.like, lines.free.at(-1) ?? 0, ...lines.named.map(({ index }) => index)) + 1
  return inserts.flatMap(({ cells }, i) => cells.map((cell) => ({ ...cell, row: next + i })))
}

/** Which problem of the data is which the form names. */
function matchItems(
  sheet: SheetView,
  named: readonly SheetLine[],
  { sheet: source, columns, items }: FormSource,
): Map<number, DataItem> {
  const pairs = columns.map(({ form, data, field }) => ({ old: form, new: data, field }))
  const firsts = new Map(items.flatMap((item) => item.lines.slice(0, 1).map((line) => [line, item] as const)))
  const rows = alignRows(named, [...firsts.keys()], keyColumns(pairs, sheet, source))
  const sure = rows.pairs.filter(({ by, isDoubtful }) => !isDoubtful && by !== 'place')
  return new Map(
    sure.flatMap(({ old, new: line }) => {
      const item = firsts.get(line)
      return item === undefined ? [] : [[old.index, item] as const]
    }),
  )
}

interface Notes {
  readonly differences: FormDifference[]
  readonly notInList: (NotInList & { readonly cells: CellPlace[] })[]
}

/** The blank cells of a line the form has, filled; what differs is noted. */
function completion(
  filling: Filling,
  { columns }: FormSource,
  { index, line, item, notes }: { index: number; line: SheetLine | undefined; item: DataItem; notes: Notes },
): CellEdit[] {
  const { sheet } = filling
  return columns.flatMap(({ form: column, data, field }): CellEdit[] => {
    const words = wordsIn(item, data)
    const cell = line?.at.get(column)
    if (words.text === '') return []
    if (cell === undefined) return chosen(filling, { row: index, place: index, column, words, notes })
    if (cell.formula || contentOf(cell, field) === contentOf(words, field) || field === 'number') return []
    notes.differences.push({
      ...placeIn(sheet, cell.row, column),
      header: columnName(sheet, column),
      ...(line ? rowWords(sheet, line) : { number: '', about: '' }),
      form: cell.text.trim(),
      data: words.text,
    })
    return []
  })
}

/** The cells of one line of a problem the form does not have; what is merged over its lines is said in the first. */
function lineCells(
  filling: Filling,
  { source, item, i, number }: NewLine,
  { row, place, notes }: { row: number; place: number; notes: Notes },
): CellEdit[] {
  const line = item.lines[i]
  const before = item.lines[i - 1]
  return source.columns.flatMap(({ form: column, data, field }): CellEdit[] => {
    const cell = line?.at.get(data)
    // A number prepared for a problem does not count its further measures.
    if (field === 'number' && i > 0 && row === place) return [{ row, column, text: '' }]
    const isSaid = i > 0 && (OF_THE_PROBLEM.has(field) || before?.at.get(data) === cell)
    if (cell === undefined || cell.text.trim() === '' || isSaid) return []
    // Sheets that each count from 1 make one list.
    if (field === 'number' && filling.sources.length > 1) return [{ row, column, text: String(number) }]
    const { date, value } = cell
    const words = {
      text: cell.text.trim(),
      ...(date === undefined ? {} : { date }),
      ...(value === undefined ? {} : { value }),
    }
    return chosen(filling, { row, place, column, words, notes })
  })
}

function chosen(
  { sheet, lists }: Filling,
  {
    row,
    place: at,
    column,
    words,
    notes,
  }: { row: number; place: number; column: number; words: CellContent; notes: Notes },
): CellEdit[] {
  const list = lists.find(
    ({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right,
  )
  if (list === undefined) return [{ row, column, ...words }]
  const word = chosenWord(words.text, list.words)
  if (word !== null) return [{ row, column, text: word }]
  const place = placeIn(sheet, at, column)
  const header = columnName(sheet, column)
  const known = notes.notInList.find((each) => each.header === header && each.text === words.text)
  if (known) known.cells.push(place)
  else notes.notInList.push({ header, text: words.text, words: list.words, cells: [place] })
  return []
}

interface Outcome {
  readonly matched: ReadonlySet<number>
  readonly written: number
  readonly inserted: number
  readonly notes: Notes
}

function resultOf({ sheet, lines, sources }: Filling, { matched, written, inserted, notes }: Outcome): FilledSheet {
  const columns = sources.flatMap((source) => source.columns)
  const isFilled = (column: number): boolean => columns.some(({ form }) => form === column)
  const left = sources.flatMap((source) =>
    source.sheet.columns
      .filter(({ index, field }) => field !== 'number' && !source.columns.some(({ data }) => data === index))
      .map(({ index }) => columnName(source.sheet, index)),
  )
  return {
    sheet: sheet.name,
    from: sources.map((source) => source.sheet.name),
    completed: matched.size,
    written,
    insertedRows: inserted,
    columns: columns.filter(({ form }, i) => columns.findIndex((other) => other.form === form) === i),
    emptyColumns: sheet.columns
      .filter(({ index, header, field }) => !isFilled(index) && header !== '' && field !== 'number')
      .map(({ index }) => columnName(sheet, index)),
    leftColumns: [...new Set(left)],
    ...notes,
    unanswered: lines.named
      .filter(({ index }) => !matched.has(index))
      .map((line) => ({ row: line.index, ...rowWords(sheet, line) })),
  }
}
