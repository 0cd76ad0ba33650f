import type { RequiredTalk } from '../duties/pairs.ts'
import type { MeetingDocumentKind } from '../standards/meeting-papers.ts'

/** The day on which all that is ever due is due: a finished folder is judged as of it, nothing in it is still to come. */
export const ALL_IS_DUE = '9999-12-31'

/** Several things of a kind. `isAll`: what is not among them did not happen; otherwise it is merely not known. */
export interface Collected<Item, Where> {
  readonly items: readonly Item[]
  readonly isAll: boolean
  /** Where they are kept and one that is missing would be looked for; null where there is no such place. */
  readonly where: Where | null
}

/** What is at a place: a stretch of a file, a row, a page; null where nobody can point at it. */
export interface Placed<Where> {
  readonly where: Where | null
}

/** A paper of the meeting, one entry for each kind it serves as. */
export interface PaperFact<Where> extends Placed<Where> {
  readonly kind: MeetingDocumentKind
  /** The day it was written, sent, or of what it records. */
  readonly day: string | null
}

/** What was studied. */
export interface TopicFact<Where> extends Placed<Where> {
  readonly name: string
  /** Nobody can have studied it before this day. */
  readonly ofDay: string | null
  /** Why not: 全会到2025年10月23日才召开. */
  readonly why: string
}

export interface StudyFact<Where> extends Placed<Where> {
  readonly day: string | null
  readonly topics: readonly TopicFact<Where>[]
}

/** A talk: who asked for it, and with whom. Hours in minutes of the day. */
export interface TalkFact<Where> extends Placed<Where> {
  readonly by: string
  readonly with: readonly string[]
  readonly day: string | null
  readonly from: number | null
  readonly to: number | null
}

/** A member's material for the meeting. */
export interface MaterialFact<Where> extends Placed<Where> {
  readonly ownerId: string
  /** Whether whoever reviews it agreed, and when. */
  readonly isApproved: boolean | null
  readonly approvedOn: string | null
}

/** How many should have come and came, as one paper or register has it. */
export interface TurnoutFact<Where> extends Placed<Where> {
  readonly entitled: number | null
  readonly present: number | null
}

/** A member who was not there. */
export interface AbsenceFact<Where> extends Placed<Where> {
  readonly personId: string
  /** Handed in his speech in writing. */
  readonly hasStatement: boolean | null
  /** Was told afterwards what was said of him. */
  readonly isTold: boolean | null
}

/** Something done at the meeting: the report on the last rectification, a check (of the team or anyone's), one's own check. */
export interface TurnFact<Where> extends Placed<Where> {
  readonly step: 'prior_report' | 'check' | 'own_check'
  readonly personId: string | null
}

/** Who criticised whom at the meeting. */
export interface RemarkFact {
  readonly by: string
  readonly of: string
  /** Names a concrete problem, not a word of praise or none at all. */
  readonly isConcrete: boolean | null
}

/** Something that must be answered: listed as a problem, or ended with a reason. */
export interface AnswerableFact<Where> extends Placed<Where> {
  readonly text: string
  readonly isListed: boolean | null
  readonly isEnded: boolean | null
}

/** An opinion that was given. */
export interface OpinionFact<Where> extends AnswerableFact<Where> {
  /** As it is numbered where it stands; may be empty. */
  readonly number: string
}

/** A problem that was found, and one of the lists it must be on. */
export interface ProblemFact<Where> extends AnswerableFact<Where> {
  readonly from: 'team' | 'personal' | 'remark' | 'feedback'
  readonly list: Placed<Where> & { readonly name: string }
}

/** A problem of the meeting before, and whether something was reported of it. */
export interface PriorProblemFact<Where> extends Placed<Where> {
  readonly text: string
  readonly isAnswered: boolean | null
}

/** A result of 民主评议. */
export interface AppraisalFact<Where> extends Placed<Where> {
  readonly excellent: number | null
  /** Of how many: all party members, or, where these are not known, those who were appraised. */
  readonly base: number | null
  readonly isBaseAllMembers: boolean
}

/** Several papers that are drafts of one. */
export interface RivalFact<Where> {
  /** What they are drafts of: 会议记录, 某人的个人对照检查材料. */
  readonly name: string
  readonly papers: readonly (Placed<Where> & { readonly name: string })[]
}

/**
 * What is known of one meeting, from whatever source: the rows of a service, the files of a folder. `Where` is what the
 * source points with; people are ids, told by `names`. Days are `yyyy-mm-dd`. Null is what is not known, and what is not
 * known is never held against anybody.
 */
export interface ComplianceFacts<Where = unknown> {
  /** The day as of which it is judged. */
  readonly asOf: string | null
  /** The day on which the meeting was held, or is planned for. */
  readonly day: string | null
  /** When it may be held without anybody's leave. */
  readonly window: { readonly from: string; readonly to: string } | null
  /** Whether the superior agreed to another time. */
  readonly hasConsent: boolean | null
  readonly isWorkday: ((day: string) => boolean) | null
  /** Names by id; an id without one is shown as it is. */
  readonly names: ReadonlyMap<string, string>
  /** Those entitled to take part. */
  readonly members: readonly string[] | null
  readonly head: string | null
  readonly papers: Collected<PaperFact<Where>, Where>
  readonly rivals: readonly RivalFact<Where>[] | null
  readonly studies: Collected<StudyFact<Where>, Where>
  /** By what ways opinions were asked for: 座谈会, 意见箱, 书面征求. */
  readonly channels: Collected<string, Where>
  readonly talks: Collected<TalkFact<Where>, Where>
  /** The talks that are due, as `duties` derives them from posts. */
  readonly requiredTalks: readonly RequiredTalk[] | null
  /** The day the material was fixed: later talks cannot be in it. */
  readonly freeze: (Placed<Where> & { readonly day: string }) | null
  readonly materials: Collected<MaterialFact<Where>, Where>
  readonly turnouts: readonly TurnoutFact<Where>[]
  readonly absences: Collected<AbsenceFact<Where>, Where>
  /** What was done at the meeting, in its order, as each minutes has it. */
  readonly agendas: readonly Collected<TurnFact<Where>, Where>[]
  /** Who criticised whom, as each paper that should tell all of it has it. */
  readonly remarks: readonly Collected<RemarkFact, Where>[]
  /** Whether the last rectification was reported at the meeting. */
  readonly isPriorReported: boolean | null
  readonly priorProblems: readonly PriorProblemFact<Where>[] | null
  readonly opinions: readonly OpinionFact<Where>[] | null
  readonly problems: readonly ProblemFact<Where>[] | null
  /** The reports to the superior, by their day. */
  readonly reports: Collected<Placed<Where> & { readonly day: string | null }, Where>
  /** What was reported at the meeting, of what the template asks for. */
  readonly reportedItems: Collected<string, Where>
  readonly appraisals: readonly AppraisalFact<Where>[] | null
}

/** All there are of a kind. */
export function allOf<Item, Where>(items: readonly Item[], where: Where | null = null): Collected<Item, Where> {
  return { items, isAll: true, where }
}

/** Some of a kind; whether there are more, nobody knows. */
export function someOf<Item, Where>(items: readonly Item[], where: Where | null = null): Collected<Item, Where> {
  return { items, isAll: false, where }
}

const NONE_KNOWN: Collected<never, never> = { items: [], isAll: false, where: null }

/** Facts of a meeting of which nothing is known yet: a reader states what it knows over them. */
export const nothingKnown: ComplianceFacts<never> = {
  asOf: null,
  day: null,
  window: null,
  hasConsent: null,
  isWorkday: null,
  names: new Map(),
  members: null,
  head: null,
  papers: NONE_KNOWN,
  rivals: null,
  studies: NONE_KNOWN,
  channels: NONE_KNOWN,
  talks: NONE_KNOWN,
  requiredTalks: null,
  freeze: null,
  materials: NONE_KNOWN,
  turnouts: [],
  absences: NONE_KNOWN,
  agendas: [],
  remarks: [],
  isPriorReported: null,
  priorProblems: null,
  opinions: null,
  problems: null,
  reports: NONE_KNOWN,
  reportedItems: NONE_KNOWN,
  appraisals: null,
}
