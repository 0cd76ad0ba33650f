import type { Place } from './place.ts'
import type { Severity } from './severity.ts'

/** What a rule's check yields; who runs the rule adds its id and severity, and makes places of what it points at. */
export interface Observation<Where> {
  /** Where it is. Null where a rule may say that something is missing altogether. */
  readonly place: Where
  /** What is wrong, with the measured words or numbers, one Chinese sentence that names what to do. */
  readonly message: string
  /** Other places that belong to it: the first of two equal numbers, what the other document says. */
  readonly related?: readonly NonNullable<Where>[]
  /** What to write instead of what stands at the place; only where it is certain. */
  readonly suggestion?: string
}

/** A reported defect of one document or of several: the one shape of all checks. */
export interface Finding<Where extends Place | null = Place | null> {
  /** The rule's id. */
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  /** Where it is; null for what is not there at all, such as a missing paper. */
  readonly place: Where
  readonly related: readonly NonNullable<Where>[]
  readonly suggestion?: string
}

/** The rule that speaks, and how severe it is here. */
export interface Judged {
  readonly rule: string
  readonly severity: Severity
}

/** What a check yielded, as a finding of the rule. */
export function toFinding<At extends Place | null>(judged: Judged, observation: Observation<At>): Finding<At> {
  return { related: [], ...judged, ...observation }
}

/** An observation with places made of what the rule points at. */
export function inPlaces<Where extends object, At extends Place>(
  { place, related = [], ...told }: Observation<Where>,
  placeOf: (where: Where) => NonNullable<At>,
): Observation<At> {
  return { ...told, place: placeOf(place), related: related.map(placeOf) }
}
