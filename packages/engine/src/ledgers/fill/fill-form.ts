import type { SourceDocument } from '../../reading/source-document.ts'
import type { DropDownList } from '../../reading/xlsx/drop-down-lists.ts'
import type { CellContent } from '../../reading/xlsx/editing/cell-writing.ts'
import type { CellEdit, RowInsert, SheetEdits } from '../../reading/xlsx/editing/edit-sheet.ts'
import { contentOf } from '../cell-content.ts'
import { alignRows } from '../align-rows.ts'
import { keyColumns } from '../line-keys.ts'
import { rowWords } from '../row-words.ts'
import { type CellPlace, columnName, placeIn, type SheetLine, sheetsOf, type SheetView } from '../sheet-view.ts'
import { type DataItem, itemsOf, OF_THE_PROBLEM, wordsIn } from './data-items.ts'
import { type FormColumn, formColumns } from './form-columns.ts'
import { type FormLines, formLines } from './form-lines.ts'
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
  /** The data's sheet it was filled from. */
  readonly from: string
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
  const sources = sheetsOf(data).filter((sheet) => itemsOf(sheet).length > 0)
  const filled = sheetsOf(form).flatMap((sheet) => {
    const lines = EXAMPLE.test(sheet.name) ? null : formLines(sheet)
    const source = lines === null ? undefined : bestSource(sheet, sources)
    return lines === null || source === undefined
      ? []
      : [fillSheet({ sheet, lines, source, lists: lists.filter((list) => list.sheet === sheet.name) })]
  })
  return { sheets: filled.map(({ result }) => result), edits: filled.map(({ edits }) => edits) }
}

/** The data's sheet that has most of the form's columns; by name if several have. */
function bestSource(form: SheetView, sources: readonly SheetView[]): SheetView | undefined {
  const score = (source: SheetView): number =>
    formColumns(form, source).length + (source.name === form.name ? 0.5 : 0) + itemsOf(source).length / 1e6
  return sources.toSorted((a, b) => score(b) - score(a))[0]
}

interface Filling {
  readonly sheet: SheetView
  readonly lines: FormLines
  readonly source: SheetView
  readonly lists: readonly DropDownList[]
}

function fillSheet(filling: Filling): { result: FilledSheet; edits: SheetEdits } {
  const { sheet, lines, source } = filling
  const columns = formColumns(sheet, source)
  const items = itemsOf(source)
  const matched = matchItems(filling, columns, items)
  const notes: Notes = { differences: [], notInList: [] }
  const named = new Map(lines.named.map((line) => [line.index, line]))
  const cells = [...matched].flatMap(([index, item]) =>
    completion(filling, columns, { index, line: named.get(index), item, notes }),
  )
  const known = new Set(matched.values())
  const rest = items.filter((item) => !known.has(item))
  const rows = rest.flatMap((item) => item.lines.map((_, i) => ({ item, i })))
  const placed = rows.map(({ item, i }, n) => ({ row: lines.free[n] ?? null, item, i }))
  const writable = placed.map(({ row, item, i }) => ({
    row,
    cells: lineCells(filling, columns, { row: row ?? lines.like, item, i, notes }),
  }))
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
  return { result: resultOf(filling, columns, { matched, rest, inserted: edits.rows.length, notes }), edits }
}

/** Where the sheet simply ends, further lines go on below it. */
function below(lines: FormLines, inserts: readonly { readonly cells: readonly CellEdit[] }[]): CellEdit[] {
  if (lines.insertAfter !== null) return []
  const next = Math.max(lines.like, lines.free.at(-1) ?? 0, ...lines.named.map(({ index }) => index)) + 1
  return inserts.flatMap(({ cells }, i) => cells.map((cell) => ({ ...cell, row: next + i })))
}

/** Which problem of the data is which the form names. */
function matchItems(
  { sheet, lines, source }: Filling,
  columns: readonly FormColumn[],
  items: readonly DataItem[],
): Map<number, DataItem> {
  const pairs = columns.map(({ form, data, field }) => ({ old: form, new: data, field }))
  const firsts = new Map(items.flatMap((item) => item.lines.slice(0, 1).map((line) => [line, item] as const)))
  const rows = alignRows(lines.named, [...firsts.keys()], keyColumns(pairs, sheet, source))
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
  columns: readonly FormColumn[],
  { index, line, item, notes }: { index: number; line: SheetLine | undefined; item: DataItem; notes: Notes },
): CellEdit[] {
  const { sheet } = filling
  return columns.flatMap(({ form: column, data, field }): CellEdit[] => {
    const words = wordsIn(item, data)
    const cell = line?.at.get(column)
    if (words.text === '') return []
    if (cell === undefined) return chosen(filling, { row: index, column, words, notes })
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

/** The cells of one line of a problem the form does not have. */
function lineCells(
  filling: Filling,
  columns: readonly FormColumn[],
  { row, item, i, notes }: { row: number; item: DataItem; i: number; notes: Notes },
): CellEdit[] {
  const line = item.lines[i]
  return columns.flatMap(({ form: column, data, field }): CellEdit[] => {
    const cell = line?.at.get(data)
    if (cell === undefined || cell.text.trim() === '' || (i > 0 && OF_THE_PROBLEM.has(field))) return []
    const { date, value } = cell
    const words = {
      text: cell.text.trim(),
      ...(date === undefined ? {} : { date }),
      ...(value === undefined ? {} : { value }),
    }
    return chosen(filling, { row, column, words, notes })
  })
}

function chosen(
  { sheet, lists }: Filling,
  { row, column, words, notes }: { row: number; column: number; words: CellContent; notes: Notes },
): CellEdit[] {
  const list = lists.find(
    ({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right,
  )
  if (list === undefined) return [{ row, column, ...words }]
  const word = chosenWord(words.text, list.words)
  if (word !== null) return [{ row, column, text: word }]
  const place = placeIn(sheet, row, column)
  const header = columnName(sheet, column)
  const known = notes.notInList.find((each) => each.header === header && each.text === words.text)
  if (known) known.cells.push(place)
  else notes.notInList.push({ header, text: words.text, words: list.words, cells: [place] })
  return []
}

interface Outcome {
  readonly matched: ReadonlyMap<number, DataItem>
  readonly rest: readonly DataItem[]
  readonly inserted: number
  readonly notes: Notes
}

function resultOf(
  { sheet, lines, source }: Filling,
  columns: readonly FormColumn[],
  { matched, rest, inserted, notes }: Outcome,
): FilledSheet {
  const isFilled = (column: number): boolean => columns.some(({ form }) => form === column)
  const isTaken = (column: number): boolean => columns.some(({ data }) => data === column)
  return {
    sheet: sheet.name,
    from: source.name,
    completed: matched.size,
    written: rest.length,
    insertedRows: inserted,
    columns,
    emptyColumns: sheet.columns
      .filter(({ index, header, field }) => !isFilled(index) && header !== '' && field !== 'number')
      .map(({ index }) => columnName(sheet, index)),
    leftColumns: source.columns
      .filter(({ index, field }) => !isTaken(index) && field !== 'number')
      .map(({ index }) => columnName(source, index)),
    ...notes,
    unanswered: lines.named
      .filter(({ index }) => !matched.has(index))
      .map((line) => ({ row: line.index, ...rowWords(sheet, line) })),
  }
}
