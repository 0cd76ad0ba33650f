import type { Known } from '../standards/field-words.ts'
import type { MeetingDocumentKind } from '../standards/meeting-papers.ts'
import type { ComplianceRuleId } from './rule-id.ts'

/** A part of a whole, with what sentences call it: 三分之二. */
export interface Share {
  readonly parts: number
  readonly of: number
  readonly words: string
}

/** How long before the meeting a paper must be there. */
export interface Lead {
  readonly paper: MeetingDocumentKind
  readonly name: string
  readonly days: number
  readonly unit: 'day' | 'workday'
}

/** What is asked of a meeting, as data: a superior may ask for something else. */
export interface ComplianceTemplate {
  /** How well it is known what the campaign itself asks: the window, what is reported at the meeting. */
  readonly known: Known
  /** What its archive holds. */
  readonly papers: readonly MeetingDocumentKind[]
  /** Papers of what comes before the meeting, and of what follows it. */
  readonly before: readonly MeetingDocumentKind[]
  readonly after: readonly MeetingDocumentKind[]
  readonly leads: readonly Lead[]
  readonly leastStudies: number
  readonly leastChannels: number
  /** At least so many of those entitled. */
  readonly quorum: Share
  /** Everyone criticises everyone; otherwise everyone is criticised by somebody. */
  readonly isEveryPair: boolean
  /** At most so many may be 优秀. */
  readonly excellent: Share
  /** Days from the meeting to the report; null where none is owed. */
  readonly reportDays: number | null
  /** Days from the meeting within which the rest that follows is done: lists, papers, telling the absent. */
  readonly followUpDays: number
  /** What must be reported at the meeting: the last rectification, a study campaign. */
  readonly reportItems: readonly string[]
  /** Rules whose violation holds the meeting up until somebody overrides it with a reason. */
  readonly blocks: readonly ComplianceRuleId[]
}
