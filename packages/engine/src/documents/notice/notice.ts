import type { Span } from '../../span.ts'
import type { MeetingKind } from '../../standards/field-words.ts'

/** A value a notice says, and where in its text. */
export interface NoticeSaid<Value> extends Span {
  readonly value: Value
}

/** A heading of the framework a notice asks for, with its second level. */
export interface NoticeAspect extends Span {
  readonly title: string
  readonly points: readonly string[]
}

/**
 * What a superior's notice (关于开好……民主生活会的通知) asks of the meetings below. What was not surely read is null, or
 * missing from its list.
 */
export interface Notice {
  readonly title: NoticeSaid<string> | null
  readonly kind: NoticeSaid<MeetingKind> | null
  /** The cycle year, not that in which the meeting is held. */
  readonly year: NoticeSaid<number> | null
  readonly theme: NoticeSaid<string> | null
  readonly aspects: readonly NoticeAspect[]
  /** What the problems are held up against beside the aspects (四个对照). */
  readonly mirrors: readonly NoticeSaid<string>[]
  /** What is reported at the meeting. */
  readonly reportItems: readonly NoticeSaid<string>[]
  /** The first and the last day on which it may be held, `yyyy-mm-dd`. */
  readonly from: NoticeSaid<string> | null
  readonly until: NoticeSaid<string> | null
  /** How many workdays before the meeting the plan is sent up. */
  readonly leadWorkdays: NoticeSaid<number> | null
  /** Within how many days after it the report is. */
  readonly reportDays: NoticeSaid<number> | null
}
