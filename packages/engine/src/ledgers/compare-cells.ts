import type { Cell } from '../reading/source-document.ts'
import type { LinePair } from './align-rows.ts'
import { isSameContent } from './cell-content.ts'
import type { ColumnPair } from './pair-columns.ts'
import type { SheetPair } from './pair-sheets.ts'
import { isFormulaAt } from './sheet-view.ts'

/** The cells of a line in two copies: those that differ, and how. */
export interface CellPair {
  readonly column: ColumnPair
  readonly old: Cell | null
  readonly new: Cell | null
  /** content: it says something else. writing: the same, written differently. */
  readonly differs: 'content' | 'writing'
  /** True if a formula stands in the old copy, and in the new one, also one whose result was not stored. */
  readonly isFormula: { readonly old: boolean; readonly new: boolean }
}

/** The cells of one line that two copies have differently, from left to right. */
export function compareCells(pair: SheetPair, line: LinePair): CellPair[] {
  return pair.columns.pairs.flatMap((column): CellPair[] => {
    const old = line.old.at.get(column.old) ?? null
    const latest = line.new.at.get(column.new) ?? null
    // Merged down from a line above in both copies: said there.
    const isBegun = begins(old, line.old.index) || begins(latest, line.new.index)
    const isSame = isSameContent(old, latest, column.field)
    if (!isBegun || (isSame && isWrittenAlike(old, latest))) return []
    const isFormula = {
      old: isFormulaAt(pair.old, line.old, column.old),
      new: isFormulaAt(pair.new, line.new, column.new),
    }
    return [{ column, old, new: latest, differs: isSame ? 'writing' : 'content', isFormula }]
  })
}

/** The same words of the same type: 11,200.00 as text can be added to nothing. */
function isWrittenAlike(old: Cell | null, latest: Cell | null): boolean {
  const [before, after] = [old?.value?.type, latest?.value?.type]
  const isSameType = before === undefined || after === undefined || before === after
  return isSameType && (old?.text ?? '').trim() === (latest?.text ?? '').trim()
}

function begins(cell: Cell | null, row: number): boolean {
  return cell !== null && cell.row === row
}
