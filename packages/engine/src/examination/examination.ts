import type { Span } from '../span.ts'
import type { DocumentKind, MeetingKind, SectionRole } from '../standards/field-words.ts'

/** A stretch of the document with one role; sections cover the document in order and do not overlap. */
export interface Section extends Span {
  readonly role: SectionRole
  /** The heading's words without mark; empty for a stretch without a heading. */
  readonly heading: string
  /** Where the heading's words stand; an empty span if there is none. */
  readonly headingSpan: Span
}

/** One heading of the required framework ("五个带头" has five), as the document writes it. */
export interface Aspect extends Span {
  /** "aspect-1" … in reading order. */
  readonly id: string
  /** The mark as written, e.g. "（一）"; empty if none. */
  readonly mark: string
  readonly heading: string
  readonly headingSpan: Span
  /** The praise or background between the heading and the first problem, if any. */
  readonly preamble: Span
}

/** A link to another item with how sure we are, 0 to 1. */
export interface Link {
  readonly id: string
  readonly confidence: number
}

/** A problem, cause, measure, prior item or statement. `start` is where its own words begin, after the mark. */
export interface Item extends Span {
  /** "problem-1", "cause-3" … in reading order. */
  readonly id: string
  /** The mark as written ("1.", "一是", "（一）", a bare "一"); empty if the item was found by sentence. */
  readonly mark: string
  /** The item's first clause or heading: at most 60 characters, no mark. */
  readonly lead: string
}

export interface Problem extends Item {
  /** Id of the aspect it stands under, if any. */
  readonly aspect?: string
  /** True if the problem names a concrete instance: 比如/例如, a figure, a named matter. */
  readonly hasExample: boolean
  readonly causes: readonly Link[]
  readonly measures: readonly Link[]
}

/** A number the text asserts about itself ("以下四个方面"), with what was counted. */
export interface Claim extends Span {
  readonly text: string
  /** The number stated; null if it is a placeholder ("x方面"). */
  readonly claimed: number | null
  /** What the document really lists; null if it cannot be told. */
  readonly found: number | null
  /** What is counted, as the text names it: 方面, 问题, 原因, 措施 … */
  readonly unit: string
}

/** What the engine understood of one document. */
export interface Examination {
  readonly kind: DocumentKind
  readonly title: string
  readonly titleSpan: Span
  /** The cycle the material belongs to (民主生活会 of year Y is often held in Y+1); null if the text does not say. */
  readonly year: number | null
  /** What meeting it is for. */
  readonly meeting: MeetingKind | null
  readonly sections: readonly Section[]
  readonly aspects: readonly Aspect[]
  readonly problems: readonly Problem[]
  readonly causes: readonly Item[]
  readonly measures: readonly Item[]
  readonly prior: readonly Item[]
  readonly statements: readonly Item[]
  readonly claims: readonly Claim[]
}
