import type { Span } from '../../span.ts'
import type { RecordKind, RecordNumber } from '../../standards/record-kinds.ts'

/** A value a document says, and where in its text. */
export interface Said<Value> extends Span {
  readonly value: Value
}

/** A text that was studied or a matter that was dealt with. */
export interface Topic extends Span {
  readonly text: string
  /** The day of the speech, the plenum or the regulation, `yyyy-mm-dd`; null if it is not known to the day. */
  readonly ofDay: string | null
  /** Who read it out, reported it or lectured on it. */
  readonly speaker: string | null
}

/** Who was not there, or not the whole time, and why. */
export interface Absence extends Span {
  readonly name: string
  readonly reason: string | null
}

/** A talk between two people; by whom and to whom as the record has it. */
export interface TalkSaid extends Span {
  readonly by: string
  readonly to: string
  readonly day: string | null
}

export interface SaidNumber extends Said<number> {
  readonly name: RecordNumber
}

/** What a plan of study sets down for a month, `yyyy-mm`. */
export interface PlannedTopic extends Span {
  readonly text: string
  readonly month: string | null
}

/** A row of a list of responsibilities, in the words of its cells. */
export interface ListedDuty extends Span {
  readonly text: string
  readonly owner: string | null
  readonly time: string | null
}

/**
 * What one record says of what was done. What was not surely read is null, or missing from its list; names are without
 * blanks, posts and 同志.
 */
export interface Minutes {
  readonly kinds: readonly Said<RecordKind>[]
  /** The record's title. */
  readonly name: Said<string> | null
  /** The first day, `yyyy-mm-dd`, and of several days the last. */
  readonly day: Said<string> | null
  readonly until: Said<string> | null
  readonly hours: Said<number> | null
  readonly place: Said<string> | null
  /** Who presided; of a party lecture who gave it. */
  readonly host: Said<string> | null
  readonly recorder: Said<string> | null
  readonly entitled: Said<number> | null
  readonly present: Said<number> | null
  readonly topics: readonly Topic[]
  readonly absent: readonly Absence[]
  /** Who came late or left early. */
  readonly partial: readonly Absence[]
  /** Where it says that nobody was absent. */
  readonly noneAbsent: Span | null
  /** Who sat in without being of the body. */
  readonly invited: readonly Said<string>[]
  readonly talks: readonly TalkSaid[]
  /** At most one of each name. */
  readonly numbers: readonly SaidNumber[]
  /** Of a plan of study. */
  readonly planned: readonly PlannedTopic[]
  /** Of a list of responsibilities. */
  readonly duties: readonly ListedDuty[]
}
