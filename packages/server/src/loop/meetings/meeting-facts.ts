import { isBranchKind, type OpinionGroup, type OrganisationKind } from '@duizhao/contract'
import { allOf, type ComplianceFacts, nothingKnown } from '@duizhao/engine/compliance'
import { type HeldTalk, talkLines } from '@duizhao/engine/duties'
import { daysAfter, dateInChinese } from '@duizhao/engine/wording'
import { dateInChina, isWorking, type WorkdayExceptions, readExceptions } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { organisationById } from '../../office/organisation/index.ts'
import { type Member, membersOn } from '../../office/posts/index.ts'
import { attendanceOf, keptRecords } from '../records/index.ts'
import { requiredTalks } from '../talks/index.ts'
import {
  appraisalsOfMeeting,
  groupsOfMeeting,
  type MeetingPaper,
  type MeetingRecord,
  neighboursOf,
  papersOfMeeting,
  problemsOfMeeting,
  recordsOfMeeting,
  type WaiverRow,
  waiversOfMeeting,
} from './facts-queries.ts'
import type { MeetingRow } from './meeting-queries.ts'
import { DAYS_OF_MEETING } from './meeting-days.ts'
import { sessionFacts } from './session-facts.ts'
import { archiveOf } from './archive-kinds.ts'

/** All that a meeting’s steps and rules follow from, as it stands in the office’s rows. */
export interface MeetingFacts {
  readonly today: string
  /** The day of its own record, which says that it was held. */
  readonly heldOn: string | null
  readonly exceptions: WorkdayExceptions
  readonly papers: readonly MeetingPaper[]
  readonly records: readonly MeetingRecord[]
  readonly groups: readonly OpinionGroup[]
  readonly waivers: readonly WaiverRow[]
  readonly problems: { readonly all: number; readonly closed: number }
  readonly hasAfter: boolean
  readonly members: readonly Member[]
  readonly talks: {
    readonly required: number
    readonly missing: number
    readonly held: number
    readonly who: readonly string[]
  }
  readonly compliance: ComplianceFacts<string>
}

/** Reads them; the day is that on which it was held, else that for which it is planned, else the last its campaign allows. */
export async function factsOf(db: Database | Tx, meeting: MeetingRow, today: string): Promise<MeetingFacts> {
  const rows = await rowsOf(db, meeting, today)
  const { kept, required, session } = rows
  const held = kept.map(({ id: recordId, onDay, parties }): HeldTalk => ({ recordId, onDay, parties }))
  const lacking = talkLines(required, held, null).filter(({ state }) => state === 'missing')
  const turnout = session && (await attendanceOf(db, session.id))
  return {
    ...rows,
    today,
    talks: {
      required: required.length,
      missing: lacking.length,
      held: held.length,
      who: [...new Set(lacking.map(({ personId }) => personId))],
    },
    compliance: {
      ...complianceOf(rows, meeting, today),
      turnouts: session && turnout ? [{ entitled: turnout.expected, present: turnout.present, where: session.id }] : [],
    },
  }
}

/** What is read of the office for a meeting, each by its own index. */
async function rowsOf(db: Database | Tx, { id, organisationId, plannedOn, untilOn }: MeetingRow, today: string) {
  const body = await organisationById(db, organisationId)
  if (!body) throw new Error(`the body of meeting ${id} is gone`)
  const records = await recordsOfMeeting(db, id)
  const session = sessionOf(records)
  const heldOn = session?.onDay ?? null
  const day = heldOn ?? plannedOn
  const basis = day ?? untilOn ?? today
  const to = basis < today ? basis : today
  const members = await membersOn(db, organisationId, to, circleOf(body.kind))
  const neighbours = await neighboursOf(db, { id, organisationId, day })
  return {
    ...{ members, ...neighbours },
    atSessions: await sessionFacts(db, {
      ...{ meetingId: id, organisationId, recordId: session?.id ?? null, before: basis },
      ...{ memberIds: new Set(members.map(({ personId }) => personId)), hasBefore: neighbours.hasBefore },
    }),
    ...{ records, session, heldOn, day },
    papers: await papersOfMeeting(db, id),
    groups: await groupsOfMeeting(db, id),
    waivers: await waiversOfMeeting(db, id),
    problems: await problemsOfMeeting(db, id),
    appraisals: await appraisalsOfMeeting(db, id),
    exceptions: await readExceptions(db),
    required: await requiredTalks(db, body, to),
    kept: await keptRecords(db, {
      ...{ bodyIds: [organisationId], kinds: ['talk'] },
      ...{ from: daysAfter(basis, -DAYS_OF_MEETING), to },
    }),
  }
}

type Rows = Awaited<ReturnType<typeof rowsOf>>

/** What the rules are judged by; what the office’s rows do not tell stays unknown, and is held against nobody. */
function complianceOf(rows: Rows, meeting: MeetingRow, today: string): ComplianceFacts<string> {
  const { day, papers, records, groups, members, kept, required, problems, appraisals, exceptions, atSessions } = rows
  const { fromOn, untilOn, reportedOn, reportPaperId } = meeting
  const asked = groups.filter((group) => group.asked > 0)
  const archive = { papers, records, hasOpinions: asked.length > 0, hasTalks: kept.length > 0 }
  return {
    ...nothingKnown,
    ...{ asOf: today, day },
    window: fromOn === null || untilOn === null ? null : { from: fromOn, to: untilOn },
    isWorkday: (date) => isWorking(date, exceptions),
    names: new Map(members.map(({ personId, name }) => [personId, name])),
    members: members.length === 0 ? null : members.map(({ personId }) => personId),
    head: members.find(({ role }) => role === 'head' || role === 'secretary')?.personId ?? null,
    papers: allOf(archiveOf({ ...archive, hasProblems: problems.all > 0, hasReport: reportPaperId !== null })),
    studies: allOf(records.filter(isStudyBefore).map(studyOf)),
    channels: allOf(asked.map(({ name }) => name)),
    talks: allOf(kept.flatMap(talkOf)),
    requiredTalks: required,
    materials: allOf(papers.filter(({ kind }) => kind === 'personal').map(materialOf)),
    ...atSessions,
    isPriorReported: papers.some(({ kind }) => kind === 'rectification_report') ? true : atSessions.isPriorReported,
    // One that was held on paper alone is not known here.
    appraisals:
      appraisals.length === 0
        ? null
        : appraisals.map(({ id, ...known }) => ({ ...known, isBaseAllMembers: true, where: id })),
    reports: allOf(reportedOn === null ? [] : [{ day: reportedOn, where: null }]),
  }
}

/** Who takes part: everybody of a branch, the team of any other body. */
function circleOf(kind: OrganisationKind): 'team' | 'members' {
  return isBranchKind(kind) ? 'members' : 'team'
}

/** The record of the meeting itself. */
function sessionOf(records: readonly MeetingRecord[]): MeetingRecord | undefined {
  return records.find(({ kinds }) => kinds.includes('life_meeting'))
}

const studies = ['study', 'core_group', 'forum', 'first_topic'] as const

export function isStudyBefore({ kinds }: MeetingRecord): boolean {
  return studies.some((kind) => kinds.includes(kind))
}

function studyOf({ id, onDay, topics }: MeetingRecord) {
  return {
    day: onDay,
    where: id,
    topics: topics.map(({ text, ofDay }) => ({
      ...{ name: text, ofDay, where: id },
      why: ofDay === null ? '' : `${text}是${dateInChinese(ofDay)}的`,
    })),
  }
}

function talkOf({ id, onDay, parties: [by, ...others] }: Awaited<ReturnType<typeof keptRecords>>[number]) {
  return by === undefined ? [] : [{ by, with: others, day: onDay, from: null, to: null, where: id }]
}

function materialOf({ id, authorId, state, approvedAt }: MeetingPaper) {
  const isApproved = state === 'approved' || state === 'issued'
  return {
    ...{ ownerId: authorId, isApproved, where: id },
    approvedOn: isApproved && approvedAt !== null ? dateInChina(approvedAt) : null,
  }
}
