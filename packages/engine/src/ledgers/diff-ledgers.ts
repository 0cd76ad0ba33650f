import type { Cell, SourceDocument } from '../reading/source-document.ts'
import { type AlignedRows, alignRows, type LinePair } from './align-rows.ts'
import { attachedBeyond } from './attached.ts'
import { spokenWords } from './cell-content.ts'
import { type CellPair, compareCells } from './compare-cells.ts'
import type { CellChange, CellWords, ColumnPlace, LedgerDiff, MovedRow, SheetDiff, SheetPlace } from './ledger-diff.ts'
import { keyColumns } from './line-keys.ts'
import { pairSheets, type SheetPair } from './pair-sheets.ts'
import { readRowNumber } from './row-number.ts'
import { rowPlace, rowWords } from './row-words.ts'
import { columnName, placeIn, sheetsOf, type SheetColumn, type SheetLine, type SheetView } from './sheet-view.ts'

/**
 * What differs between two copies of a ledger, by sheet, row and cell. Any workbook or document with tables will do;
 * where a table is no ledger its rows are recognised by all their cells. What only is written differently (blanks,
 * full-width digits, quotation marks, 2026年3月底 for a date cell) is kept apart. Never throws.
 */
export function diffLedgers(old: SourceDocument, latest: SourceDocument): LedgerDiff {
  const { pairs, removed, added } = pairSheets(sheetsOf(old), sheetsOf(latest))
  return {
    sheets: pairs.map(diffSheets),
    addedSheets: added.map(sheetPlace),
    removedSheets: removed.map(sheetPlace),
  }
}

/** The lines of two copies of a sheet, paired. */
export function alignSheets({ old, new: latest, columns }: SheetPair): AlignedRows {
  return alignRows(old.lines, latest.lines, keyColumns(columns.pairs, old, latest))
}

function diffSheets(pair: SheetPair): SheetDiff {
  const rows = alignSheets(pair)
  const moved = rows.pairs.filter(({ isMoved }) => isMoved)
  const shifts = rows.added.length + rows.removed.length + moved.length > 0
  const found = rows.pairs
    .toSorted((a, b) => a.new.index - b.new.index)
    .flatMap((line) => compareCells(pair, line).map((cells) => ({ line, cells })))
  const changesOf = (kind: ReturnType<typeof kindOf>): CellChange[] =>
    found.filter(({ cells }) => kindOf(cells, shifts) === kind).map(({ line, cells }) => changeOf(pair, line, cells))
  return {
    oldName: pair.old.name,
    newName: pair.new.name,
    changes: changesOf('content'),
    rewritten: changesOf('writing'),
    renumbered: changesOf('number'),
    recomputed: changesOf('formula'),
    addedRows: rows.added.map((line) => rowPlace(pair.new, line)),
    removedRows: rows.removed.map((line) => rowPlace(pair.old, line)),
    movedRows: moved.map((line): MovedRow => ({
      old: rowPlace(pair.old, line.old),
      new: rowPlace(pair.new, line.new),
    })),
    addedColumns: pair.columns.added.flatMap((column) => columnPlace(pair.new, column)),
    removedColumns: pair.columns.removed.flatMap((column) => columnPlace(pair.old, column)),
    addedAttached: attachedBeyond(pair.old, pair.new),
    removedAttached: attachedBeyond(pair.new, pair.old),
    sameRows: rows.pairs.filter(({ new: line }) => line.kind === 'row').length,
  }
}

/** Numbers that change because rows come and go say nothing new, nor do results of formulas. */
function kindOf(
  { column, old, new: latest, differs, isFormula }: CellPair,
  shifts: boolean,
): 'content' | 'writing' | 'number' | 'formula' {
  const isCount = column.field === 'number' && isCounted(old, latest)
  if (differs === 'content' && isCount && shifts) return 'number'
  return differs === 'content' && isFormula.old && isFormula.new ? 'formula' : differs
}

/** True if both cells are numbers of a list: 3 and 4, 1.2 and 1.3, （二） and （三）. */
export function isCounted(old: Cell | null, latest: Cell | null): boolean {
  return [old, latest].every((cell) => cell !== null && readRowNumber(cell.text) !== null)
}

function changeOf(pair: SheetPair, { old, new: latest, isDoubtful }: LinePair, cells: CellPair): CellChange {
  const { column } = cells
  const header = columnName(pair.new, column.new)
  const named = rowWords(pair.new, latest)
  return {
    header: header.endsWith('列') ? columnName(pair.old, column.old) : header,
    field: column.field,
    number: named.number === '' ? rowWords(pair.old, old).number : named.number,
    about: named.about === '' ? rowWords(pair.old, old).about : named.about,
    old: wordsAt(pair.old, old, column.old),
    new: wordsAt(pair.new, latest, column.new),
    isDoubtful,
  }
}

/** The cell that says what stands in a line's column; a blank one at its own place. */
function wordsAt(sheet: SheetView, line: SheetLine, column: number): CellWords {
  const cell = line.at.get(column)
  return { ...placeIn(sheet, cell?.row ?? line.index, column), text: spokenWords(cell) }
}

function columnPlace(sheet: SheetView, { index, header }: SheetColumn): ColumnPlace[] {
  const filled = sheet.lines.filter(({ kind, at }) => kind === 'row' && at.has(index)).length
  if (filled === 0 && header === '') return []
  return [{ sheet: sheet.name, column: index, header: columnName(sheet, index), filled }]
}

function sheetPlace({ name, lines }: SheetView): SheetPlace {
  return { name, rows: lines.length }
}
