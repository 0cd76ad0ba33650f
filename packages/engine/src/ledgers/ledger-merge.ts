import type { CellValue, SourceDocument } from '../reading/source-document.ts'
import type { AddedRow } from './added-rows.ts'
import type { AttachedPlace, CellPlace } from './sheet-view.ts'

/** A copy that came back; its name is how results call it. */
export interface ReturnedCopy {
  readonly name: string
  readonly document: SourceDocument
}

/** What one copy says of a cell. */
export interface Proposal {
  readonly copy: string
  /** Empty if the copy has nothing there. */
  readonly text: string
  readonly date?: string
  /** What it is there, for workbooks only. */
  readonly value?: CellValue
  /** Where it stands in the copy, "B7", for workbooks only. */
  readonly address?: string
}

/** A cell of the base that copies changed. */
export interface MergedCell extends CellPlace {
  readonly header: string
  /** The row's number (序号) as written, empty if it has none. */
  readonly number: string
  /** What the row is about, shortened. */
  readonly about: string
  /** What the base says. */
  readonly base: string
  /** What copies say that changed it, in the order the copies were given. */
  readonly proposals: readonly Proposal[]
}

/** A row of the base that a copy does not have. */
export interface MissingRow {
  readonly copy: string
  readonly sheet: string
  readonly row: number
  readonly number: string
  readonly about: string
}

/** What a copy has that has no place in the base: a whole sheet (`header` null) or a column. It is told, not taken over. */
export interface BesidesBase {
  readonly copy: string
  readonly sheet: string
  readonly header: string | null
}

/** A note or picture of a copy: it is told, not taken over. */
export interface AttachedInCopy extends AttachedPlace {
  readonly copy: string
}

/** What returned copies come to. */
export interface LedgerMerge {
  /** Taken over: all copies that changed the cell say the same. */
  readonly changes: readonly MergedCell[]
  /** Copies disagree; the base stays. */
  readonly conflicts: readonly MergedCell[]
  /** A copy emptied the cell or wrote over its formula, or it is not sure which row it meant; the base stays. */
  readonly undecided: readonly (MergedCell & { readonly outcome: Outcome })[]
  readonly addedRows: readonly AddedRow[]
  readonly missingRows: readonly MissingRow[]
  readonly besides: readonly BesidesBase[]
  /** Notes and pictures the base does not have. */
  readonly attached: readonly AttachedInCopy[]
  /** Files that are no copies of the base: not a row and hardly a column of theirs is in it. Nothing of them is taken. */
  readonly foreign: readonly string[]
}

/** What becomes of a cell that copies changed. */
export type Outcome = 'taken' | 'conflict' | 'cleared' | 'doubtful' | 'formula'

/** How much of what copies have is not in the merged workbook, or there only as one of several ways to read it. */
export function openQuestions(merge: LedgerMerge): number {
  const contested = merge.addedRows.filter(
    ({ kind, contested: cells, similar }) => kind !== 'row' || cells.length + similar.length > 0,
  )
  const { conflicts, undecided, missingRows, besides, attached, foreign } = merge
  return [conflicts, undecided, contested, missingRows, besides, attached, foreign].reduce(
    (sum, open) => sum + open.length,
    0,
  )
}
