import type { Cell } from '../reading/source-document.ts'
import type { Span } from '../span.ts'
import type { LedgerText } from './cell-text.ts'
import type { ReadDate } from '../wording/chinese-date.ts'
import type { Column } from './column.ts'
import type { LedgerClass, LedgerState } from '../wording/state-words.ts'

/** A date cell: what it says and where it stands. */
export interface LedgerDate extends ReadDate, LedgerText {
  readonly text: string
  /** True if the cell names no year and it was taken from the column's other dates or from the caller. */
  readonly yearAssumed?: true
}

/** A cell of the state column; null if its words name no state. */
export interface LedgerStateText extends LedgerText {
  readonly state: LedgerState | null
}

/** A cell of the class column; null if its words name no class. */
export interface LedgerClassText extends LedgerText {
  readonly class: LedgerClass | null
}

/** Who answers for it, by when, and how far it is. Several cells of one column are joined with "\n"; the span is the first's. */
export interface LedgerDuties {
  readonly target?: LedgerText
  readonly class?: LedgerClassText
  readonly lead?: LedgerText
  readonly unit?: LedgerText
  readonly coUnit?: LedgerText
  readonly owner?: LedgerText
  readonly start?: LedgerDate
  readonly deadline?: LedgerDate
  readonly progress?: LedgerText
  readonly result?: LedgerText
  readonly institution?: LedgerText
  readonly evidence?: LedgerText
  readonly state?: LedgerStateText
  readonly strikeOffDate?: LedgerDate
  readonly verification?: LedgerText
  readonly lookBack?: LedgerText
  readonly answer?: LedgerText
  readonly remark?: LedgerText
}

/** One measure of a problem; its span is its words, after the mark. */
export interface LedgerMeasure extends LedgerText {
  /** "1.", "（一）" as written in the cell; empty if none. */
  readonly mark: string
  readonly duties: LedgerDuties
}

/** A cell of a column that was not understood. */
export interface LedgerRemainder extends LedgerText {
  readonly header: string
}

/** One problem with its measures, however many lines of the table it takes. The span covers its cells. */
export interface LedgerRow extends Span {
  /** The number as written, from its column or from a mark before the problem. */
  readonly number?: LedgerText
  /** What the row is about: the problem, in an opinion list the opinion, where there is neither the measure itself. */
  readonly problem: LedgerText
  /** Which of them it is. */
  readonly subject: 'problem' | 'opinion' | 'manifestation' | 'measure'
  /** What shows it. Several of one problem, each with measures of its own, are rows with the same problem. */
  readonly manifestation?: LedgerText
  readonly source?: LedgerText
  /** From its column, else the section row above. */
  readonly category?: LedgerText
  /** The section row above (“一、政治建设方面”), the innermost if they nest. */
  readonly section?: LedgerText
  readonly causes: readonly LedgerText[]
  /** Whose problem or opinion it is (姓名、提出人). */
  readonly person?: LedgerText
  readonly measures: readonly LedgerMeasure[]
  /** The duties of the problem as a whole: all of its lines taken together. */
  readonly duties: LedgerDuties
  readonly others: readonly LedgerRemainder[]
  /** The cells that begin in the row's lines; no cell is in two rows. */
  readonly cells: readonly Cell[]
}

/** What is known around a table. */
export interface LedgerContext {
  /** The document's text; only Markdown needs it, to place the pieces of a cell exactly. */
  readonly text?: string
  /** The year of dates written without one. Else it is taken from the column's other dates, if they agree. */
  readonly year?: number
  /** The columns of the table before: Word tables go on after a page or a line of text without their header. */
  readonly columnsBefore?: readonly Column[]
}
