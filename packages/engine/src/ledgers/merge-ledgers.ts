import type { Cell, SourceDocument } from '../reading/source-document.ts'
import { attachedBeyond } from './attached.ts'
import { contentOf, spokenWords } from './cell-content.ts'
import { compareCells } from './compare-cells.ts'
import type { AlignedRows } from './align-rows.ts'
import { alignSheets, isCounted } from './diff-ledgers.ts'
import { addedLines } from './added-lines.ts'
import { type AddedRow, joinAddedRows } from './added-rows.ts'
import type { LedgerMerge, MergedCell, Outcome, Proposal, ReturnedCopy } from './ledger-merge.ts'
import { pairSheets, type SheetPair } from './pair-sheets.ts'
import { rowWords } from './row-words.ts'
import { columnName, placeIn, type SheetLine, sheetsOf, type SheetView } from './sheet-view.ts'

/**
 * What returned copies of a ledger come to when they are put together on the one that was sent out. A cell no copy
 * changed stays; one that was changed, by one copy or by several alike, is taken over; where copies disagree, or
 * emptied a cell, or it is not sure which row was meant, the base stays and the copies' words are listed for a person
 * to decide. Cells written another way are not changed. Rows keep the order of the base; new ones come below the row
 * they follow in their copy. Never throws.
 */
export function mergeLedgers(base: SourceDocument, copies: readonly ReturnedCopy[]): LedgerMerge {
  const sheets = sheetsOf(base)
  const all = copies.map((copy) => ({ copy, ...pairSheets(sheets, sheetsOf(copy.document)) }))
  const returned = all.filter(({ pairs }) => !isForeign(pairs))
  const findings = returned.flatMap(({ copy, pairs }) => {
    const aligned = pairs.map((pair) => ({ pair, rows: alignSheets(pair) }))
    // Numbers may count on over all sheets: where rows come or go in one, they change in the others.
    const shifts = aligned.some(({ rows }) => hasShifted(rows))
    return aligned.map((sheet) => readCopy(copy.name, sheet, shifts))
  })
  const cells = [
    ...Map.groupBy(
      findings.flatMap(({ proposals }) => proposals),
      keyOf,
    ).values(),
  ].map(mergedCell)
  const inOrder = cells.toSorted((a, b) => sheetOrder(sheets, a, b) || a.row - b.row || a.column - b.column)
  return {
    changes: inOrder.filter(({ outcome }) => outcome === 'taken'),
    conflicts: inOrder.filter(({ outcome }) => outcome === 'conflict'),
    undecided: inOrder.filter(({ outcome }) => outcome !== 'taken' && outcome !== 'conflict'),
    addedRows: joinAddedRows(findings.flatMap(({ added }) => added)),
    missingRows: findings.flatMap(({ missing }) => missing),
    besides: returned.flatMap(({ copy, added, pairs }) => [
      ...added.map(({ name }) => ({ copy: copy.name, sheet: name, header: null })),
      ...pairs.flatMap(({ new: sheet, columns }) =>
        columns.added
          .filter(({ index }) => sheet.lines.some(({ kind, at }) => kind === 'row' && at.has(index)))
          .map(({ index }) => ({ copy: copy.name, sheet: sheet.name, header: columnName(sheet, index) })),
      ),
    ]),
    attached: returned.flatMap(({ copy, pairs }) =>
      pairs.flatMap((pair) => attachedBeyond(pair.old, pair.new).map((each) => ({ copy: copy.name, ...each }))),
    ),
    foreign: all.filter(({ pairs }) => isForeign(pairs)).map(({ copy }) => copy.name),
  }
}

/** True if a file is no copy of the base: it has no row of it, and less than half the columns of any of its sheets. */
function isForeign(pairs: readonly SheetPair[]): boolean {
  return pairs.every((pair) => {
    const named = pair.old.columns.filter(({ header }) => header !== '')
    const shared = pair.columns.pairs.filter(({ old }) => named.some(({ index }) => index === old))
    if (shared.length * 2 >= Math.max(named.length, 1)) return false
    const { pairs: lines, added, removed } = alignSheets(pair)
    if (added.length + removed.length === 0) return false
    return !lines.some(({ old, by, isDoubtful }) => old.kind === 'row' && by === 'words' && !isDoubtful)
  })
}

interface ReadCopy {
  readonly proposals: readonly Placed[]
  readonly added: readonly AddedRow[]
  readonly missing: LedgerMerge['missingRows']
}

/** What a copy says of a cell of the base. */
interface Placed extends Proposal {
  readonly sheet: SheetView
  readonly line: SheetLine
  readonly column: number
  readonly base: Cell | null
  readonly content: string
  readonly isDoubtful: boolean
  readonly isOverFormula: boolean
}

function hasShifted({ added, removed, pairs }: AlignedRows): boolean {
  return added.length + removed.length > 0 || pairs.some(({ isMoved }) => isMoved)
}

function readCopy(copy: string, { pair, rows }: { pair: SheetPair; rows: AlignedRows }, shifts: boolean): ReadCopy {
  const proposals = rows.pairs.flatMap((line) =>
    compareCells(pair, line).flatMap(({ column, old, new: latest, differs, isFormula }): Placed[] => {
      const isCount = column.field === 'number' && shifts && isCounted(old, latest)
      // Results follow from other cells; the program that opens the merged workbook works them out.
      const isResult = isFormula.old && (latest === null || isFormula.new)
      if ((differs === 'writing' && !becameNumber(old, latest)) || isCount || isResult) return []
      return [
        {
          copy,
          ...contentFrom(latest),
          ...(latest?.address === undefined ? {} : { address: latest.address }),
          sheet: pair.old,
          line: line.old,
          column: column.old,
          base: old,
          content: contentOf(latest, column.field),
          isDoubtful: line.isDoubtful,
          isOverFormula: isFormula.old,
        },
      ]
    }),
  )
  return {
    proposals,
    added: addedLines(copy, pair, rows),
    missing: rows.removed
      .filter(({ kind }) => kind === 'row')
      .map((line) => ({ copy, sheet: pair.old.name, row: line.index, ...rowWords(pair.old, line) })),
  }
}

/** The words, day and value of a cell of a copy. */
function contentFrom(cell: Cell | null): Pick<Proposal, 'text' | 'date' | 'value'> {
  const { date, value } = cell ?? {}
  return {
    text: spokenWords(cell),
    ...(date === undefined ? {} : { date }),
    ...(value === undefined ? {} : { value }),
  }
}

/** Text of figures that a copy made the number it looks like: now it can be added up. */
function becameNumber(old: Cell | null, latest: Cell | null): boolean {
  return old?.value?.type === 'text' && latest?.value?.type === 'number' && latest.date === undefined
}

function keyOf({ sheet, base, line, column }: Placed): string {
  return `${sheet.name}#${base?.row ?? line.index},${column}`
}

function mergedCell(proposals: readonly Placed[]): MergedCell & { readonly outcome: Outcome } {
  const [first] = proposals as readonly [Placed, ...Placed[]]
  const { sheet, line, base, column } = first
  const named = rowWords(sheet, line)
  return {
    ...placeIn(sheet, base?.row ?? line.index, column),
    header: columnName(sheet, column),
    ...named,
    base: spokenWords(base),
    proposals: proposals.map(({ copy, text, date, value, address }) => ({
      copy,
      text,
      ...(date === undefined ? {} : { date }),
      ...(value === undefined ? {} : { value }),
      ...(address === undefined ? {} : { address }),
    })),
    outcome: outcomeOf(proposals),
  }
}

function outcomeOf(proposals: readonly Placed[]): Outcome {
  if (new Set(proposals.map(({ content }) => content)).size > 1) return 'conflict'
  if (proposals.some(({ isOverFormula }) => isOverFormula)) return 'formula'
  if (proposals.some(({ isDoubtful }) => isDoubtful)) return 'doubtful'
  return proposals[0]?.text === '' ? 'cleared' : 'taken'
}

function sheetOrder(sheets: readonly SheetView[], a: MergedCell, b: MergedCell): number {
  const place = (cell: MergedCell): number => sheets.findIndex(({ name }) => name === cell.sheet)
  return place(a) - place(b)
}
