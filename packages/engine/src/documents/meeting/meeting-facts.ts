import type { SourceDocument } from '../../reading/source-document.ts'
import type { MeetingKind } from '../../standards/field-words.ts'
import type { MeetingDocumentKind } from '../../standards/meeting-papers.ts'

/** A value a document states, and where. */
export interface Stated<Value> {
  readonly value: Value
  readonly path: string
  readonly start: number
  readonly end: number
}

/** A talk between two people. Minutes of the day, null if the record names no hours. */
export interface Talk {
  readonly people: readonly [string, string]
  readonly date: string | null
  readonly from: number | null
  readonly to: number | null
  readonly path: string
  readonly start: number
  readonly end: number
}

/** Who criticised whom. */
export interface Remark {
  readonly by: string
  readonly of: string
}

/** A row of a list: an opinion, a problem, with its measures. */
export interface ListedItem {
  readonly text: string
  readonly number: string
  readonly start: number
  readonly end: number
}

/** What the numbers a document states count; talks by the meeting (次) or by who was met (人次). */
export type CountedThing =
  | 'opinions'
  | 'talks'
  | 'talkAttendances'
  | 'studies'
  | 'teamProblems'
  | 'measures'
  | 'remarks'

/** What was read from one document of a meeting. */
export interface FileFacts {
  readonly path: string
  readonly document: SourceDocument
  readonly kind: MeetingDocumentKind
  readonly reason: string
  readonly title: string
  /** The cycle it belongs to, 2025年度; null if it does not say. */
  readonly year: number | null
  /** The day it was written or of what it records, `yyyy-mm-dd`. */
  readonly date: Stated<string> | null
  readonly meetingDate: Stated<string> | null
  readonly meetingPlace: Stated<string> | null
  /** 民主生活会 or 组织生活会, as named with its year. */
  readonly meetingName: Stated<string> | null
  readonly entitled: Stated<number> | null
  readonly present: Stated<number> | null
  readonly absent: Stated<number> | null
  /** People listed as present members. */
  readonly attendees: readonly Stated<string>[]
  readonly counts: readonly (Stated<number> & { readonly thing: CountedThing })[]
  readonly talks: readonly Talk[]
  readonly remarks: readonly Remark[]
  readonly items: readonly ListedItem[]
}

/** One meeting of one unit, with its papers. */
export interface MeetingFacts {
  readonly name: string
  readonly kind: MeetingKind
  readonly year: number | null
  readonly date: string | null
  readonly files: readonly FileFacts[]
  /** Those entitled to take part, as minutes, attendance or materials name them. */
  readonly members: readonly string[]
  /** Who presides: 党组书记, 支部书记. */
  readonly head: string | null
}
