import type { DutyKnown, DutyPeriod, DutyUnit } from '../standards/duty-terms.ts'
import type { RecordKind } from '../standards/record-kinds.ts'

/** Days (`yyyy-mm-dd`), the last one included. */
export interface Span {
  readonly from: string
  readonly to: string
}

/** The same without an end yet. */
export interface OpenSpan {
  readonly from: string
  readonly to: string | null
}

/** What is owed and how often. */
export interface Duty extends OpenSpan {
  readonly kinds: readonly RecordKind[]
  /** What a record must be about; empty: anything. */
  readonly subject: string
  readonly amount: number
  readonly unit: DutyUnit
  readonly per: DutyPeriod
  /** Workdays of grace after a period. */
  readonly dueWorkdays: number
  readonly known: DutyKnown
}

/** What of a record a duty looks at. */
export interface DutyRecord {
  readonly id: string
  readonly kinds: readonly string[]
  readonly subjects: readonly string[]
  readonly onDay: string
  /** The day it makes up for: it counts in the period of that day. */
  readonly makesUpOn: string | null
  readonly hours: number | null
}

/** A holiday of the calendar; its name and the year of its last day are its key. */
export interface Holiday extends Span {
  readonly name: string
}

/** What is known of whoever owes the duty. */
export interface DutyFacts {
  /** The records that could fulfil it: of the body, or of the person. */
  readonly records: readonly DutyRecord[]
  readonly waivers: readonly { readonly period: string; readonly state: 'not_applicable' | 'waived' }[]
  /** Since when the body keeps records here; null: it does not, so that nothing is known. */
  readonly keepsFrom: string | null
  /** When it could be owed at all: the posts of the person, or of whose holders the duty depends; null: always. */
  readonly held: readonly OpenSpan[] | null
  /** Posts that began, for what is owed with each of them. */
  readonly changes: readonly { readonly postId: string; readonly on: string }[]
  readonly today: string
  readonly calendar: { readonly holidays: readonly Holiday[]; readonly isWorkday: (day: string) => boolean }
}

export const occurrenceStates = ['met', 'late', 'missing', 'pending', 'not_applicable', 'waived', 'unknown'] as const
export type OccurrenceState = (typeof occurrenceStates)[number]

export const occurrenceStateNames: Readonly<Record<OccurrenceState, string>> = {
  met: '已做',
  late: '迟做',
  missing: '缺',
  pending: '未到期',
  not_applicable: '不适用',
  waived: '免做',
  unknown: '不知道',
}

/** One time a duty was or is owed. */
export interface Occurrence extends Span {
  /** The key of its period: 2026, 2026-H1, 2026-Q3, 2026-07, 2026-W05, 2026-春节, once, or the post. */
  readonly period: string
  /** The last day on which it is in time. */
  readonly due: string
  readonly state: OccurrenceState
  /** The records counted, by day. */
  readonly records: readonly string[]
  readonly done: number
  readonly needed: number
}
