import type { DocumentRole, ProblemField, TracedDocument, TracedProblem } from './traced-problem.ts'

/** A problem of the leading document beside what the others have of it; empty where they have nothing. */
export interface ReconciledRow {
  /** By the document's place in `documents`. */
  readonly problems: readonly (readonly TracedProblem[])[]
  readonly isDoubtful: readonly boolean[]
  /** True where the document takes this problem together with another one. */
  readonly isShared: readonly boolean[]
}

/** Documents that should agree, in the order they follow each other, and their problems side by side. */
export interface SideBySide {
  readonly documents: readonly TracedDocument[]
  readonly rows: readonly ReconciledRow[]
}

export const roleNames: Readonly<Record<DocumentRole, string>> = {
  feedback: '反馈意见',
  plan: '整改方案',
  ledger: '整改台账',
  report: '整改进展情况报告',
  notice: '公开通报',
}

export const fieldNames: Readonly<Record<ProblemField, string>> = {
  lead: '责任领导',
  unit: '责任单位',
  coUnit: '配合单位',
  owner: '责任人',
  target: '整改目标',
  deadline: '完成时限',
  class: '整改类型',
  state: '完成情况',
}
