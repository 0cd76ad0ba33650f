import { recordKinds, type RecordKind, recordKindFacts, type RecordExpected, type RecordState } from '@duizhao/contract'
import { sql, type SqlBool } from 'kysely'
import { page } from '../../platform/database/paging.ts'
import type { Database } from '../../platform/database/pool.ts'
import { circleRoles } from './expected.ts'
import { records, type RecordRow, toRow } from './queries.ts'
import { type Asking, hasPost, isHost, isNamed, onDay } from './view-queries.ts'

/** What a list of records is narrowed to. */
export interface RecordFilters {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly kind?: RecordKind | undefined
  readonly subject?: string | undefined
  /** Only those that name this meeting. */
  readonly meetingId?: string | undefined
}

interface Paging {
  readonly after?: string | undefined
  readonly limit: number
}

const LATEST_FIRST = [
  { column: 'record.on_day', property: 'on_day' },
  { column: 'record.id', property: 'id' },
]

function between(db: Database, asking: Asking, { from, to }: Pick<RecordFilters, 'from' | 'to'>) {
  let wanted = records(db, asking).where('record.withdrawn_on', 'is', null)
  if (from !== undefined) wanted = wanted.where('record.on_day', '>=', from)
  if (to !== undefined) wanted = wanted.where('record.on_day', '<=', to)
  return wanted
}

function narrowed(db: Database, asking: Asking, { kind, subject, ...days }: RecordFilters) {
  let wanted = between(db, asking, days)
  if (kind !== undefined) wanted = wanted.where(sql<SqlBool>`${kind} = any(record.kinds)`)
  if (subject !== undefined && subject !== '') wanted = wanted.where(sql<SqlBool>`${subject} = any(record.subjects)`)
  return wanted
}

/** A page of a body's records, of those the asking account sees, the latest first. */
export async function recordsPage(
  db: Database,
  asking: Asking,
  { organisationId, filters, ...paging }: Paging & { readonly organisationId: string; readonly filters: RecordFilters },
): Promise<{ readonly items: RecordRow[]; readonly next: string | null }> {
  const query = narrowed(db, asking, filters).where('record.organisation_id', '=', organisationId)
  const { items, next } = await page(query, LATEST_FIRST, { ...paging, descending: true })
  return { items: items.map(toRow), next }
}

const kindsThatCall = (circle: RecordExpected): RecordKind[] =>
  recordKinds.filter((kind) => recordKindFacts[kind].expected === circle)

interface OwnRecords {
  readonly days: Pick<RecordFilters, 'from' | 'to'>
  readonly state?: RecordState | undefined
}

/** A page of what the actor held, is named in, was due at, or has as a draft. */
export async function ownRecordsPage(
  db: Database,
  asking: Asking,
  { days, state, ...paging }: Paging & OwnRecords,
): Promise<{ readonly items: RecordRow[]; readonly next: string | null }> {
  const { actor } = asking
  const circles = Object.entries(circleRoles) as [keyof typeof circleRoles, (typeof circleRoles)['team']][]
  const isCalled = sql.join(
    circles.map(
      ([circle, roles]) => sql<SqlBool>`(record.kinds && ${kindsThatCall(circle)}::text[]
        and (post.role = any(${roles}::text[]) ${
          circle === 'members' ? sql`or post.branch_id = record.organisation_id` : sql``
        }))`,
    ),
    sql` or `,
  )
  let wanted = between(db, asking, days)
  if (state !== undefined) wanted = wanted.where('record.state', '=', state)
  const query = wanted.where((builder) =>
    builder.or([
      builder.and([sql<SqlBool>`record.state = 'draft'`, builder('record.created_by', '=', actor.accountId)]),
      isHost(actor),
      isNamed(actor, sql`is not null`),
      hasPost(actor, sql`${onDay(sql`record.on_day`)} and (${isCalled})`),
    ]),
  )
  const { items, next } = await page(query, LATEST_FIRST, { ...paging, descending: true })
  return { items: items.map(toRow), next }
}

/** What figures are counted from: every kept record of a body, talks too, without anything that names anybody. */
export async function countedRecords(db: Database, organisationId: string, filters: RecordFilters) {
  let wanted = db
    .selectFrom('record')
    .select(['id', 'kinds', 'on_day as onDay', 'hours', 'numbers', 'organisation_id as organisationId'])
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'kept')
    .where('withdrawn_on', 'is', null)
  const { from, to, kind, subject, meetingId } = filters
  if (from !== undefined) wanted = wanted.where('on_day', '>=', from)
  if (to !== undefined) wanted = wanted.where('on_day', '<=', to)
  if (kind !== undefined) wanted = wanted.where(sql<SqlBool>`${kind} = any(kinds)`)
  if (subject !== undefined && subject !== '') wanted = wanted.where(sql<SqlBool>`${subject} = any(subjects)`)
  if (meetingId !== undefined) wanted = wanted.where('meeting_id', '=', meetingId)
  const rows = await wanted.orderBy('on_day').orderBy('id').execute()
  return rows.map(({ hours, ...row }) => ({
    ...row,
    kinds: row.kinds as RecordKind[],
    numbers: row.numbers as RecordRow['numbers'],
    hours: hours === null ? null : Number(hours),
  }))
}
