import type { DocumentRole, ProblemField, TracedDocument, TracedProblem, TracedText } from './traced-problem.ts'

/** A place in one of the documents. */
export interface GapPlace extends TracedText {
  readonly path: string
}

/**
 * What documents that should agree have differently. missing: the later one lacks a problem or measure; added: the
 * earlier one lacks it; different: both have it and say something else; total: numbers of one text contradict each other.
 */
export interface Gap {
  readonly type: 'missing' | 'added' | 'different' | 'total'
  /** What is missing or differs; null for the problem itself. */
  readonly field: ProblemField | 'measure' | 'text' | null
  /** The documents concerned, the leading one first. */
  readonly paths: readonly string[]
  /** What the problem is called, for a total the clause itself. */
  readonly about: string
  /** One Chinese sentence. */
  readonly message: string
  readonly places: readonly GapPlace[]
  /** True if it depends on a doubtful match. */
  readonly isDoubtful: boolean
  /** The row of `rows` it belongs to; null for totals. */
  readonly row: number | null
}

/** A problem of the leading document beside what the others have of it; empty where they have nothing. */
export interface ReconciledRow {
  /** By the document's place in `documents`. */
  readonly problems: readonly (readonly TracedProblem[])[]
  readonly isDoubtful: readonly boolean[]
  /** True where the document takes this problem together with another one. */
  readonly isShared: readonly boolean[]
}

/** Documents side by side, and their gaps. */
export interface Reconciliation {
  readonly documents: readonly TracedDocument[]
  /** Paths of documents that are no papers of a rectification. */
  readonly others: readonly string[]
  readonly rows: readonly ReconciledRow[]
  readonly gaps: readonly Gap[]
}

export const roleNames: Readonly<Record<DocumentRole, string>> = {
  feedback: '反馈意见',
  plan: '整改方案',
  ledger: '整改台账',
  report: '整改进展情况报告',
  notice: '公开通报',
}

export const fieldNames: Readonly<Record<NonNullable<Gap['field']>, string>> = {
  lead: '责任领导',
  unit: '责任单位',
  coUnit: '配合单位',
  owner: '责任人',
  target: '整改目标',
  deadline: '完成时限',
  class: '整改类型',
  state: '完成情况',
  measure: '整改措施',
  text: '问题表述',
}
