import type { Examination } from '../examination/examination.ts'
import type { Finding, Observation as ObservationAt } from '../findings/finding.ts'
import type { TextPlace } from '../findings/place.ts'
import type { Rule as AnyRule } from '../findings/rule.ts'
import type { Part } from '../outline/part.ts'
import type { SourceDocument } from '../reading/source-document.ts'
import type { Span } from '../span.ts'
import type { MeetingTemplate } from '../standards/meeting-template.ts'

export type RuleFamily = 'numbering' | 'count' | 'structure' | 'substance' | 'residue' | 'wording' | 'similarity'

export type RuleId = `${RuleFamily}/${string}`

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

/** What a review rule yields: it points at a stretch of the text. */
export type Observation = ObservationAt<Span>

/** A rule about one material. An example is a text. */
export interface Rule extends AnyRule<ReviewContext, Observation, RuleId> {
  /** True if the rule judges a material as a whole (a missing section), so that fragments say nothing about it. */
  readonly wholeDocument?: true
}

/** A defect of one document, in its text. */
export type ReviewFinding = Finding<TextPlace>
