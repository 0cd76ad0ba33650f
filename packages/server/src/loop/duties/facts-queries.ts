import type { OrganisationKind, PostRole } from '@duizhao/contract'
import { sql } from 'kysely'
import { type OrganisationPath, pathOf } from '../../platform/access.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** An organisation that may owe something. */
export interface Body {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly path: OrganisationPath
}

export async function bodiesById(db: Database | Tx, ids: readonly string[]): Promise<Body[]> {
  const rows = await db
    .selectFrom('organisation')
    .selectAll()
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name, kind: row.kind, path: pathOf(row) }))
}

/** Days within which something must lie to matter. */
export interface Window {
  readonly from: string
  readonly to: string
}

/** The posts in some bodies that were held at some time within a window. */
export async function postsWithin(db: Database | Tx, bodyIds: readonly string[], { from, to }: Window) {
  const rows = await db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select([
      'post.id',
      'post.organisation_id as bodyId',
      'post.person_id as personId',
      'person.name as personName',
      'post.role',
      'post.from_on as fromOn',
      'post.to_on as toOn',
    ])
    .where(sql<boolean>`post.organisation_id = any(${bodyIds}::uuid[])`)
    .where('post.withdrawn_on', 'is', null)
    .where('post.from_on', '<=', to)
    .where((builder) => builder.or([builder('post.to_on', 'is', null), builder('post.to_on', '>=', from)]))
    .orderBy('post.id')
    .execute()
  return rows.map((row) => ({ ...row, role: row.role satisfies PostRole }))
}
export type PostRow = Awaited<ReturnType<typeof postsWithin>>[number]

function kept(db: Database | Tx, { from, to }: Window) {
  return db
    .selectFrom('record')
    .select([
      'record.id',
      'record.organisation_id as bodyId',
      'record.kinds',
      'record.subjects',
      'record.name',
      'record.visibility',
      'record.on_day as onDay',
      'record.makes_up_on as makesUpOn',
      sql<number | null>`record.hours::float8`.as('hours'),
      'record.host_id as hostId',
    ])
    .where('record.state', '=', 'kept')
    .where('record.withdrawn_on', 'is', null)
    .where((builder) =>
      builder.or([
        builder.and([builder('record.on_day', '>=', from), builder('record.on_day', '<=', to)]),
        builder.and([builder('record.makes_up_on', '>=', from), builder('record.makes_up_on', '<=', to)]),
      ]),
    )
}

/** The records of some bodies, and those that some people held or were talked to in wherever they are kept. */
export async function recordsWithin(
  db: Database | Tx,
  { bodyIds, people }: { readonly bodyIds: readonly string[]; readonly people: readonly string[] },
  window: Window,
) {
  const ofBodies = kept(db, window).where(sql<boolean>`record.organisation_id = any(${bodyIds}::uuid[])`)
  if (people.length === 0) return ofBodies.execute()
  const [own, held, talked] = await Promise.all([
    ofBodies.execute(),
    kept(db, window)
      .where(sql<boolean>`record.host_id = any(${people}::uuid[])`)
      .execute(),
    kept(db, window)
      .innerJoin('participation', 'participation.record_id', 'record.id')
      .where('participation.kind', '=', 'talked_to')
      .where(sql<boolean>`participation.person_id = any(${people}::uuid[])`)
      .execute(),
  ])
  return [...new Map([...own, ...held, ...talked].map((record) => [record.id, record])).values()]
}
export type RecordRow = Awaited<ReturnType<typeof recordsWithin>>[number]

/** Who of some people was not there, came later to it, or was talked to, in some records. */
export async function partsTaken(db: Database | Tx, recordIds: readonly string[], people: readonly string[]) {
  if (recordIds.length === 0 || people.length === 0) return []
  return db
    .selectFrom('participation')
    .select(['record_id as recordId', 'person_id as personId', 'kind'])
    .where(sql<boolean>`record_id = any(${recordIds}::uuid[])`)
    .where(sql<boolean>`person_id = any(${people}::uuid[])`)
    .where('kind', 'in', ['absent', 'excused', 'made_up', 'partial', 'talked_to'])
    .execute()
}
export type PartRow = Awaited<ReturnType<typeof partsTaken>>[number]

/** What was waived in some bodies, with the reason and who wrote it. */
export async function waiversOf(db: Database | Tx, bodyIds: readonly string[]) {
  return db
    .selectFrom('duty_waiver')
    .innerJoin('account', 'account.id', 'duty_waiver.created_by')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select([
      'duty_waiver.id',
      'duty_waiver.organisation_id as bodyId',
      'duty_waiver.duty_id as dutyId',
      'duty_waiver.person_id as personId',
      'duty_waiver.period',
      'duty_waiver.state',
      'duty_waiver.reason',
      'person.name as by',
    ])
    .where(sql<boolean>`duty_waiver.organisation_id = any(${bodyIds}::uuid[])`)
    .where('duty_waiver.withdrawn_on', 'is', null)
    .execute()
}
export type WaiverRow = Awaited<ReturnType<typeof waiversOf>>[number]

/** Since when some bodies keep records here. */
export async function keepingOf(db: Database | Tx, bodyIds: readonly string[]) {
  return db
    .selectFrom('record_keeping')
    .select(['organisation_id as bodyId', 'from_on as fromOn', 'version'])
    .where(sql<boolean>`organisation_id = any(${bodyIds}::uuid[])`)
    .execute()
}
