import type { Examination } from '../examination/examination.ts'
import type { Part } from '../outline/part.ts'
import type { SourceDocument } from '../reading/source-document.ts'
import type { Span } from '../span.ts'
import type { Known } from '../standards/field-words.ts'
import type { MeetingTemplate } from '../standards/meeting-template.ts'

/** error: a defect anyone would agree with. warning: probably one. advice: worth a look. */
export type Severity = 'error' | 'warning' | 'advice'

export type RuleFamily = 'numbering' | 'count' | 'structure' | 'substance' | 'residue' | 'wording' | 'similarity'

export type RuleId = `${RuleFamily}/${string}`

/** What a rule stands on, and how well that is known. */
export interface RuleSource {
  readonly title: string
  readonly known: Known
}

/** What a rule sees: the whole reading of one document, and what is known about where it comes from. */
export interface ReviewContext {
  readonly document: SourceDocument
  /** `document.text`. */
  readonly text: string
  readonly outline: Part
  readonly examination: Examination
  /** The template the document is judged against, if one fits. */
  readonly template: MeetingTemplate | null
  /** The unit's own names: from `--unit` and from the document. */
  readonly unitNames: readonly string[]
}

/** What a check yields; the runner adds rule and severity. */
export interface Observation {
  readonly span: Span
  /** What is wrong, with the measured words or numbers, one Chinese sentence that names what to do. */
  readonly message: string
  /** Other places that belong to the finding (the first of two equal numbers …). */
  readonly related?: readonly Span[]
  /** What to write instead of the span; only where it is certain. */
  readonly suggestion?: string
}

/**
 * A review rule. One file per rule; its examples are its tests and its page in the rule reference.
 * In examples ⟦ ⟧ mark the spans that must be reported, and are removed before the check.
 */
export interface Rule {
  readonly id: RuleId
  /** Chinese name, at most ten characters. */
  readonly name: string
  readonly severity: Severity
  /** Why it matters to the reader of the material, one Chinese sentence. */
  readonly why: string
  readonly source: RuleSource
  check(context: ReviewContext): Iterable<Observation>
  readonly bad: readonly string[]
  readonly good: readonly string[]
  /** True if the rule judges a material as a whole (a missing section), so that fragments say nothing about it. */
  readonly wholeDocument?: true
  /** Rules that also rightly report something in this rule's bad examples. */
  readonly alsoReports?: readonly RuleId[]
}

/** A reported defect. */
export interface Finding extends Span {
  readonly rule: RuleId
  readonly severity: Severity
  readonly message: string
  readonly related: readonly Span[]
  readonly suggestion?: string
}
