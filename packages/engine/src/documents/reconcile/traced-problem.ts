import type { CellPlace } from '../../findings/place.ts'
import type { SourceDocument } from '../../reading/source-document.ts'
import type { Span } from '../../span.ts'

/**
 * The papers a rectification after an inspection leaves behind: feedback 反馈意见, plan 整改方案, ledger 整改台账,
 * report 整改进展情况报告, notice 整改情况公开通报. In this order: what comes later answers what came before.
 */
export const documentRoles = ['feedback', 'plan', 'ledger', 'report', 'notice'] as const
export type DocumentRole = (typeof documentRoles)[number]

/** What is said of a problem beside itself. */
export const problemFields = ['lead', 'unit', 'coUnit', 'owner', 'target', 'deadline', 'class', 'state'] as const
export type ProblemField = (typeof problemFields)[number]

/** Words of a document and where they stand; in a table also in which cell. */
export interface TracedText extends Span {
  readonly text: string
  readonly cell: Omit<CellPlace, 'kind' | 'path'> | null
}

/** A problem as one document has it. */
export interface TracedProblem extends TracedText {
  /** Its place among the document's problems, from 0. */
  readonly index: number
  /** As written, empty if it has none. */
  readonly number: string
  /** What it is called: its first clause, without 关于 … 的问题. */
  readonly name: string
  readonly fields: Readonly<Partial<Record<ProblemField, TracedText>>>
  readonly measures: readonly TracedText[]
}

/** A document with the problems it lists. */
export interface TracedDocument {
  readonly path: string
  readonly role: DocumentRole
  /** Why it was taken for that, one Chinese clause. */
  readonly reason: string
  readonly document: SourceDocument
  readonly problems: readonly TracedProblem[]
}
