import {
  closedStates,
  type OpinionGroup,
  type PaperKind,
  type PaperState,
  type RecordKind,
  type RecordTopic,
  uncountedStates,
} from '@duizhao/contract'
import { sql, type SqlBool } from 'kysely'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

export interface MeetingPaper {
  readonly id: string
  readonly kind: PaperKind
  readonly title: string
  readonly state: PaperState
  readonly authorId: string
  readonly issuedOn: string | null
  /** When it was last handed in for review, and approved. */
  readonly submittedAt: Date | null
  readonly approvedAt: Date | null
}

const MOST = 1_000

/** The papers that name a meeting and were handed in: what is a draft is its author’s alone. */
export async function papersOfMeeting(db: Database | Tx, meetingId: string): Promise<MeetingPaper[]> {
  const rows = await db
    .selectFrom('paper')
    .innerJoin('account', 'account.id', 'paper.created_by')
    .select(['paper.id', 'paper.kind', 'paper.title', 'paper.state', 'account.person_id as authorId'])
    .select(['paper.issued_on as issuedOn'])
    .select([lastDone('submit').as('submittedAt'), lastDone('approve').as('approvedAt')])
    .where('paper.meeting_id', '=', meetingId)
    .where('paper.state', 'in', ['submitted', 'returned', 'approved', 'issued'])
    .orderBy('paper.id')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as PaperKind, state: row.state as PaperState }))
}

const lastDone = (action: string) =>
  sql<Date | null>`(select max(at) from paper_event where paper_event.paper_id = paper.id and action = ${action})`

export interface MeetingRecord {
  readonly id: string
  readonly name: string
  readonly kinds: readonly RecordKind[]
  readonly onDay: string
  readonly topics: readonly RecordTopic[]
}

/** The kept records that name a meeting, the earliest first; no talks, of which only the two know. */
export async function recordsOfMeeting(db: Database | Tx, meetingId: string): Promise<MeetingRecord[]> {
  const rows = await db
    .selectFrom('record')
    .select(['id', 'name', 'kinds', 'on_day as onDay', 'topics'])
    .where('meeting_id', '=', meetingId)
    .where('state', '=', 'kept')
    .where('withdrawn_on', 'is', null)
    .where('visibility', '=', 'body')
    .orderBy('on_day')
    .orderBy('id')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    ...row,
    kinds: row.kinds as RecordKind[],
    topics: row.topics as unknown as RecordTopic[],
  }))
}

export async function groupsOfMeeting(db: Database | Tx, meetingId: string): Promise<OpinionGroup[]> {
  return db
    .selectFrom('opinion_group')
    .select(['name', 'asked', 'received'])
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .execute()
}

export async function replaceGroups(tx: Tx, meetingId: string, groups: readonly OpinionGroup[]): Promise<void> {
  await tx.deleteFrom('opinion_group').where('meeting_id', '=', meetingId).execute()
  if (groups.length > 0)
    await tx
      .insertInto('opinion_group')
      .values(groups.map((group, position) => ({ ...group, position, meeting_id: meetingId })))
      .execute()
  await tx
    .updateTable('meeting')
    .set((builder) => ({ version: builder('version', '+', 1) }))
    .where('id', '=', meetingId)
    .execute()
}

/** One more way in which opinions were asked for, after the others. */
export async function appendGroup(tx: Tx, meetingId: string, group: OpinionGroup): Promise<void> {
  await replaceGroups(tx, meetingId, [...(await groupsOfMeeting(tx, meetingId)), group])
}

export interface WaiverRow {
  readonly rule: string
  readonly reason: string
  readonly by: string
  readonly at: Date
}

export async function waiversOfMeeting(db: Database | Tx, meetingId: string): Promise<WaiverRow[]> {
  return db
    .selectFrom('meeting_waiver')
    .select(['rule', 'reason', 'by_name as by', 'at'])
    .where('meeting_id', '=', meetingId)
    .orderBy('at')
    .execute()
}

export async function insertWaiver(
  tx: Tx,
  waiver: WaiverRow & { readonly id: string; readonly meetingId: string; readonly accountId: string },
): Promise<void> {
  const { id, meetingId, rule, reason, accountId, by, at } = waiver
  await tx
    .insertInto('meeting_waiver')
    .values({ id, rule, reason, at, meeting_id: meetingId, account_id: accountId, by_name: by })
    .execute()
}

/**
 * The results of 民主评议 held for a meeting, each by its round: how many are called 优秀, null while somebody is called
 * nothing yet.
 */
export async function appraisalsOfMeeting(
  db: Database | Tx,
  meetingId: string,
): Promise<{ readonly id: string; readonly excellent: number | null; readonly base: number | null }[]> {
  const { rows } = await sql<{ id: string; excellent: number | null; base: number | null }>`
    select round.id, round.base, case when bool_and(grade is not null)
      then (count(*) filter (where grade = 'excellent'))::int end as excellent
    from round join ballot_result on ballot_result.round_id = round.id
    where round.meeting_id = ${meetingId} and round.kind = 'appraisal' group by round.id order by round.id`.execute(db)
  return rows
}

/** How many problems name a meeting, and how many of them are closed; those others go on with are counted in what they became. */
export async function problemsOfMeeting(
  db: Database | Tx,
  meetingId: string,
): Promise<{ all: number; closed: number }> {
  const { rows } = await sql<{ all: string; closed: string }>`
    select count(*) as all, count(*) filter (where state = any(${[...closedStates]})) as closed
    from problem where meeting_id = ${meetingId} and state <> all(${[...uncountedStates]})`.execute(db)
  return { all: Number(rows[0]?.all), closed: Number(rows[0]?.closed) }
}

/** Whether the body held a meeting before this one, and has one after it. */
export async function neighboursOf(
  db: Database | Tx,
  { id, organisationId, day }: { readonly id: string; readonly organisationId: string; readonly day: string | null },
): Promise<{ hasBefore: boolean; hasAfter: boolean }> {
  const { rows } = await sql<{ hasBefore: boolean; hasAfter: boolean }>`select
    exists (select from meeting where organisation_id = ${organisationId} and id <> ${id}
      and held_on < coalesce(${day}::date, 'infinity')) as "hasBefore",
    exists (select from meeting other join meeting own on own.id = ${id}
      where other.organisation_id = own.organisation_id and other.id <> own.id
        and other.cycle_year > own.cycle_year and other.replaces_id is null) as "hasAfter"`.execute(db)
  return rows[0] ?? { hasBefore: false, hasAfter: false }
}

/** Writes down on which day a meeting was held, as its record says. */
export async function setHeld(tx: Tx, meetingId: string, heldOn: string | null): Promise<void> {
  await tx.updateTable('meeting').set({ held_on: heldOn }).where('id', '=', meetingId).execute()
}

export async function setReported(
  tx: Tx,
  meetingId: string,
  { reportedOn, paperId }: { readonly reportedOn: string; readonly paperId: string | null },
): Promise<void> {
  await tx
    .updateTable('meeting')
    .set((builder) => ({
      ...{ reported_on: reportedOn, report_paper_id: paperId },
      version: builder('version', '+', 1),
    }))
    .where('id', '=', meetingId)
    .execute()
}

const MOST_FOLLOWED = 10

/**
 * The meetings of a body that are not done with, and those that were held on one of some days, though they are; the one due
 * first before the others.
 */
export async function meetingsToFollow(
  db: Database | Tx,
  { organisationId, days }: { readonly organisationId: string; readonly days: readonly string[] },
): Promise<string[]> {
  const rows = await db
    .selectFrom('meeting_standing')
    .innerJoin('meeting', 'meeting.id', 'meeting_standing.meeting_id')
    .select('meeting_id as id')
    .where('meeting_standing.organisation_id', '=', organisationId)
    .where(({ or, eb }) => or([eb('next_step', 'is not', null), sql<SqlBool>`held_on = any(${days}::date[])`]))
    .orderBy('next_due')
    .orderBy('meeting_id')
    .limit(MOST_FOLLOWED)
    .execute()
  return rows.map(({ id }) => id)
}

/** The meetings of a campaign that are not done with, by their ids after one. */
export async function openMeetingsOfCampaign(
  db: Database | Tx,
  campaignId: string,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<string[]> {
  let query = db
    .selectFrom('meeting_standing')
    .select('meeting_id as id')
    .where('campaign_id', '=', campaignId)
    .where('next_step', 'is not', null)
  if (after !== null) query = query.where('meeting_id', '>', after)
  const rows = await query.orderBy('meeting_id').limit(limit).execute()
  return rows.map(({ id }) => id)
}
