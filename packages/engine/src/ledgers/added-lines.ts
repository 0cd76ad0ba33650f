import type { Cell } from '../reading/source-document.ts'
import type { AddedCell, AddedRow } from './added-rows.ts'
import type { AlignedRows } from './align-rows.ts'
import { contentOf, spokenWords } from './cell-content.ts'
import { subjectColumn } from './fill/data-items.ts'
import type { SheetPair } from './pair-sheets.ts'
import { rowPlace } from './row-words.ts'
import { columnName, type SheetLine, type SheetView } from './sheet-view.ts'

/** The rows a copy has and the base has not, with the place in the base each belongs to. */
export function addedLines(copy: string, pair: SheetPair, rows: AlignedRows): AddedRow[] {
  const baseLine = new Map(rows.pairs.map((line) => [line.new.index, line.old]))
  const added: AddedRow[] = []
  let problem = ''
  for (const line of pair.new.lines) {
    const subject = subjectAt(pair.new, line)
    const begins = beginsProblem(pair.new, line)
    if (begins) problem = subject
    if (rows.added.includes(line)) added.push(...addedRow({ copy, pair, baseLine }, line, { begins, problem }))
  }
  return added
}

/** True if a line begins a problem: it has a number or a problem of its own, not one merged down or left blank below. */
export function beginsProblem(sheet: SheetView, line: SheetLine): boolean {
  const number = sheet.columns.find(({ field }) => field === 'number')?.index
  const subject = subjectColumn(sheet)
  const columns = [number, subject].filter((column) => column !== undefined && column !== null)
  if (line.kind !== 'row' || columns.length === 0) return true
  const own = columns.map((column) => line.at.get(column))
  if (own.some((cell) => cell !== undefined && cell.row < line.index)) return false
  if (own[0] !== undefined && number !== undefined) return true
  // Without a number of its own, the problem of the line above said again is no other one.
  const above = sheet.lines.findLast(({ index, kind }) => index < line.index && kind === 'row')
  const words = subjectAt(sheet, line)
  return words !== '' && (above === undefined || words !== subjectAt(sheet, above))
}

function subjectAt(sheet: SheetView, line: SheetLine): string {
  const subject = subjectColumn(sheet)
  return subject === null ? '' : contentOf(line.at.get(subject) ?? null)
}

interface Copied {
  readonly copy: string
  readonly pair: SheetPair
  readonly baseLine: ReadonlyMap<number, SheetLine>
}

function addedRow(
  { copy, pair: { old, new: latest, columns }, baseLine }: Copied,
  line: SheetLine,
  { begins, problem }: { readonly begins: boolean; readonly problem: string },
): AddedRow[] {
  const covering = columns.pairs.flatMap(({ old: column, new: place, field }) => {
    const cell = line.at.get(place)
    return cell === undefined ? [] : [{ column, field, cell }]
  })
  const cells = covering.flatMap(({ column, field, cell }): AddedCell[] =>
    cell.row === line.index ? [{ column, field, header: columnName(old, column), ...wordsOf(cell) }] : [],
  )
  if (cells.length === 0) return []
  const { cells: shown, number, about } = rowPlace(latest, line)
  return [
    {
      copies: [copy],
      sheet: old.name,
      ...placeOf({ old, latest, baseLine }, line),
      kind: line.kind,
      begins,
      merged: covering
        .filter(({ cell }) => cell.row < line.index || cell.columnSpan > 1)
        .map(({ column, cell }) => ({ column, columns: cell.columnSpan, isJoined: cell.row < line.index })),
      cells,
      contested: [],
      similar: [],
      shown,
      number,
      about,
      problem,
    },
  ]
}

/** The row of the base it follows: that of the row above it in its copy, or the heading it stands right below. */
function placeOf(
  { old, latest, baseLine }: { old: SheetView; latest: SheetView; baseLine: ReadonlyMap<number, SheetLine> },
  line: SheetLine,
): Pick<AddedRow, 'after' | 'isAtTop'> {
  const isPlace = (each: SheetLine | undefined): boolean =>
    each !== undefined && each.kind !== 'total' && each.kind !== 'note'
  const before = latest.lines.findLast(({ index }) => index < line.index && isPlace(baseLine.get(index)))
  const last = old.lines.findLast(({ kind }) => kind === 'row') ?? old.lines.at(-1)
  const above = before === undefined ? last : baseLine.get(before.index)
  return { after: above?.index ?? 0, isAtTop: above !== undefined && above.kind !== 'row' }
}

function wordsOf(cell: Cell): Pick<AddedCell, 'text' | 'date' | 'value' | 'formula'> {
  const { date, value, formula } = cell
  return {
    text: spokenWords(cell),
    ...(date === undefined ? {} : { date }),
    ...(value === undefined ? {} : { value }),
    ...(formula === undefined ? {} : { formula }),
  }
}
