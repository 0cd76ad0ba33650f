import type { Matter, MatterKind, OwnMatter, Page, SessionCircle } from '@duizhao/contract'
import { sql } from 'kysely'
import { heldOn } from '../../office/posts/index.ts'
import { columnsOf, type OrganisationPath } from '../../platform/access.ts'
import { page } from '../../platform/database/paging.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { writerRoles } from '../records/index.ts'

function matters(db: Database | Tx) {
  return db
    .selectFrom('matter')
    .innerJoin('person as said', 'said.id', 'matter.from_person_id')
    .innerJoin('person as meant', 'meant.id', 'matter.about_person_id')
    .leftJoin('problem', 'problem.id', 'matter.problem_id')
    .select([
      'matter.id',
      'matter.organisation_id as organisationId',
      'matter.meeting_id as meetingId',
      'matter.circle',
      'matter.kind',
      'matter.text',
      'matter.told_on as toldOn',
      'matter.ending',
      'matter.ending_reason as endingReason',
      'matter.ended_on as endedOn',
      'matter.version',
      'said.id as fromId',
      'said.name as fromName',
      'meant.id as aboutId',
      'meant.name as aboutName',
      'problem.id as problemId',
      'problem.number as problemNumber',
      'problem.state as problemState',
      'problem.due_on as problemDueOn',
    ])
    .where('matter.withdrawn_on', 'is', null)
}

export type MatterRow = Awaited<ReturnType<ReturnType<typeof matters>['execute']>>[number]

/** A matter as it is shown to those who may see it. */
export function matterOf(row: MatterRow): Matter {
  const { id, kind, text, toldOn, ending, endedOn, version } = row
  const problem =
    row.problemId === null || row.problemNumber === null || row.problemState === null
      ? null
      : { id: row.problemId, number: row.problemNumber, state: row.problemState, dueOn: row.problemDueOn }
  return {
    ...{ id, kind, text, toldOn, version },
    from: { id: row.fromId, name: row.fromName },
    about: { id: row.aboutId, name: row.aboutName },
    outcome: ending === null || endedOn === null ? null : { ending, reason: row.endingReason, on: endedOn, problem },
  }
}

/** What was said at a session, in the order in which it was first written down. */
export async function mattersOfSession(
  db: Database | Tx,
  { meetingId, circle }: { readonly meetingId: string; readonly circle: SessionCircle },
): Promise<Matter[]> {
  const rows = await matters(db)
    .where('matter.meeting_id', '=', meetingId)
    .where('matter.circle', '=', circle)
    .orderBy('matter.created_at')
    .orderBy('matter.id')
    .execute()
  return rows.map(matterOf)
}

/** Holds a matter until the transaction ends, then reads it. */
export async function matterForUpdate(tx: Tx, id: string): Promise<MatterRow | undefined> {
  await tx.selectFrom('matter').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return matters(tx).where('matter.id', '=', id).executeTakeFirst()
}

/** A row as it was written, taken back or not, held until the transaction ends. */
export async function writtenForUpdate(tx: Tx, id: string) {
  return tx
    .selectFrom('matter')
    .select(['meeting_id as meetingId', 'circle', 'from_person_id as fromId', 'about_person_id as aboutId', 'text'])
    .select(['version', 'ending'])
    .select(sql<boolean>`withdrawn_on is not null`.as('isWithdrawn'))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** What is written of a line. */
export interface WrittenMatter {
  readonly id: string
  readonly organisationId: string
  readonly path: OrganisationPath
  readonly kind: MatterKind
  readonly meetingId: string
  readonly circle: SessionCircle
  readonly fromId: string
  readonly aboutId: string
  readonly text: string
  readonly withdrawnOn: string | null
  readonly createdBy: string
  readonly now: Date
}

/** True if it is a new row; false if somebody wrote one of this id meanwhile. */
export async function insertMatter(tx: Tx, matter: WrittenMatter): Promise<boolean> {
  const { id, organisationId, path, kind, meetingId, circle, fromId, aboutId, text, withdrawnOn } = matter
  const inserted = await tx
    .insertInto('matter')
    .values({
      ...{ id, organisation_id: organisationId, kind, meeting_id: meetingId, circle, text },
      ...{ from_person_id: fromId, about_person_id: aboutId, withdrawn_on: withdrawnOn },
      ...{ created_by: matter.createdBy, created_at: matter.now },
      ...columnsOf(path),
    })
    .onConflict((on) => on.column('id').doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

/** Writes a line anew. Who was told of it was told other words, or it was of somebody else: it is to be told again. */
export async function updateMatter(
  tx: Tx,
  { id, kind, fromId, aboutId, text, withdrawnOn }: WrittenMatter,
): Promise<void> {
  await tx
    .updateTable('matter')
    .set((builder) => ({
      ...{ kind, from_person_id: fromId, about_person_id: aboutId, text, withdrawn_on: withdrawnOn },
      told_on: sql<string | null>`case when about_person_id = ${aboutId} and text = ${text} then told_on end`,
      told_note: sql<string>`case when about_person_id = ${aboutId} and text = ${text} then told_note else '' end`,
      version: builder('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

export async function updateEnding(
  tx: Tx,
  id: string,
  {
    ending,
    reason,
    on,
    problemId,
  }: { ending: Exclude<MatterRow['ending'], null>; reason: string; on: string; problemId: string | null },
): Promise<void> {
  await tx
    .updateTable('matter')
    .set((builder) => ({
      ...{ ending, ending_reason: reason, ended_on: on, problem_id: problemId },
      version: builder('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** All that was said of a person at a session has been told them; how many lines that were not told before. */
export async function updateTold(
  tx: Tx,
  { meetingId, circle }: { readonly meetingId: string; readonly circle: SessionCircle },
  { personId, on, note }: { readonly personId: string; readonly on: string; readonly note: string },
): Promise<number> {
  const updated = await tx
    .updateTable('matter')
    .set((builder) => ({ told_on: on, told_note: note, version: builder('version', '+', 1) }))
    .where('meeting_id', '=', meetingId)
    .where('circle', '=', circle)
    .where('about_person_id', '=', personId)
    .where('kind', '=', 'criticism')
    .where('told_on', 'is', null)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst()
  return Number(updated.numUpdatedRows)
}

/** What is counted of a session for those who see no more of it. */
export async function countsOfSession(
  db: Database | Tx,
  { meetingId, circle }: { readonly meetingId: string; readonly circle: SessionCircle },
): Promise<{ readonly filled: number; readonly ended: number; readonly total: number }> {
  const { rows } = await sql<{ filled: number; ended: number; total: number }>`
    select count(distinct (from_person_id, about_person_id)) filter (where kind = 'criticism' and text <> '')::int as filled,
      count(*) filter (where ending is not null)::int as ended, count(*)::int as total
    from matter where meeting_id = ${meetingId} and circle = ${circle} and withdrawn_on is null`.execute(db)
  return rows[0] ?? { filled: 0, ended: 0, total: 0 }
}

/** What was said of a person, the latest first. */
export async function mattersAboutPage(
  db: Database,
  personId: string,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<OwnMatter>> {
  const query = matters(db)
    .innerJoin('meeting', 'meeting.id', 'matter.meeting_id')
    .innerJoin('meeting_session', (on) =>
      on
        .onRef('meeting_session.meeting_id', '=', 'matter.meeting_id')
        .onRef('meeting_session.circle', '=', 'matter.circle'),
    )
    .innerJoin('organisation', 'organisation.id', 'matter.organisation_id')
    .leftJoin('campaign', 'campaign.id', 'meeting.campaign_id')
    .select(sql<string>`coalesce(nullif(meeting.name, ''), campaign.name)`.as('meetingName'))
    .select(['organisation.name as organisationName', 'meeting_session.on_day as saidOn'])
    .where('matter.about_person_id', '=', personId)
  const keys = [{ column: 'matter.id', property: 'id' }]
  const { items, next } = await page(query, keys, { ...paging, descending: true })
  return {
    items: items.map((row) => ({
      ...matterOf(row),
      meeting: { id: row.meetingId, name: row.meetingName },
      organisation: { id: row.organisationId, name: row.organisationName },
      saidOn: row.saidOn,
    })),
    next,
  }
}

/** How many lines a person said of others, and how many an account wrote down. */
export async function countsOfPerson(
  db: Database,
  { personId, accountId }: { readonly personId: string; readonly accountId: string },
): Promise<{ readonly said: number; readonly written: number }> {
  const { rows } = await sql<{ said: number; written: number }>`select
    (select count(*)::int from matter where from_person_id = ${personId} and about_person_id <> ${personId}
      and withdrawn_on is null) as said,
    (select count(*)::int from matter where created_by = ${accountId}) as written`.execute(db)
  return rows[0] ?? { said: 0, written: 0 }
}

/** True if somebody else than a person, with an account, runs the meetings of a body: its organiser, or by a post there. */
export async function othersRun(
  tx: Tx,
  personId: string,
  { organisationId, today }: { readonly organisationId: string; readonly today: string },
): Promise<boolean> {
  const { rows } = await sql`
    select account.id from role_grant join account on account.id = role_grant.account_id
      where role_grant.organisation_id = ${organisationId} and role_grant.role = 'organiser'
        and role_grant.revoked_at is null and account.disabled_at is null and account.person_id <> ${personId}
    union all
    select account.id from post join account on account.person_id = post.person_id
      where post.organisation_id = ${organisationId} and post.role in (${sql.join(writerRoles)})
        and ${heldOn(today)} and account.disabled_at is null and account.person_id <> ${personId}
    limit 1`.execute(tx)
  return rows.length > 0
}
