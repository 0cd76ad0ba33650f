import type { Page, Post, PostRole } from '@duizhao/contract'
import { sql, type SqlBool } from 'kysely'
import { columnsOf, type OrganisationPath, pathOf, visible } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import { page } from '../../platform/database/paging.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { heldOn, roleOrder } from './held-queries.ts'

const unitsLed = sql<{ id: string; name: string }[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', unit.id, 'name', unit.name) order by array_position(post.leads, unit.id))
  from organisation as unit where unit.id = any (post.leads)), '[]')`

function posts(db: Database | Tx) {
  return db
    .selectFrom((from) => from.selectFrom('post').selectAll().select(roleOrder.as('roleOrder')).as('post'))
    .innerJoin('organisation', 'organisation.id', 'post.organisation_id')
    .innerJoin('person', 'person.id', 'post.person_id')
    .leftJoin('organisation as branch', 'branch.id', 'post.branch_id')
    .select([
      'post.id',
      'post.role',
      'post.roleOrder',
      'post.caption',
      'post.seat',
      'post.from_on as fromOn',
      'post.to_on as toOn',
      'post.withdrawn_on as withdrawnOn',
      'post.withdrawn_reason as withdrawnReason',
      'post.version',
      'organisation.id as organisationId',
      'organisation.name as organisationName',
      'person.id as personId',
      'person.name as personName',
      'branch.id as branchId',
      'branch.name as branchName',
      unitsLed.as('leads'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof posts>['execute']>>[number]

function toPost(row: Row): Post {
  const { id, role, caption, seat, leads, fromOn, toOn, withdrawnOn, withdrawnReason, version } = row
  return {
    ...{ id, role, caption, seat, leads, fromOn, toOn, version },
    organisation: { id: row.organisationId, name: row.organisationName },
    person: { id: row.personId, name: row.personName },
    branch: row.branchId === null || row.branchName === null ? null : { id: row.branchId, name: row.branchName },
    withdrawn: withdrawnOn === null ? null : { on: withdrawnOn, reason: withdrawnReason },
  }
}

/** How a body's posts are listed: by what they are, then as they sit, the older first. */
const ORDER = [
  { column: 'post.roleOrder', property: 'roleOrder' },
  { column: 'post.seat', property: 'seat' },
  { column: 'post.from_on', property: 'fromOn' },
  { column: 'post.id', property: 'id' },
]

type Paging = { readonly after?: string | undefined; readonly limit: number }

/** The posts of a body on a day; without a day all there ever were. */
export async function postsPage(
  db: Database,
  { bodyId, day }: { readonly bodyId: string; readonly day: string | null },
  paging: Paging,
): Promise<Page<Post>> {
  let query = posts(db).where('post.organisation_id', '=', bodyId)
  if (day !== null) query = query.where(heldOn(day))
  const { items, next } = await page(query, ORDER, paging)
  return { items: items.map(toPost), next }
}

/** All posts of a body on a day, at most so many. */
export async function postsOnDay(db: Database, bodyId: string, day: string, limit: number): Promise<Post[]> {
  let query = posts(db).where('post.organisation_id', '=', bodyId).where(heldOn(day)).limit(limit)
  for (const { column } of ORDER) query = query.orderBy(sql.ref(column))
  return (await query.execute()).map(toPost)
}

/** The posts of some people in some bodies, but for those that were withdrawn. */
export async function postsAmong(
  db: Database | Tx,
  people: readonly string[],
  bodies: readonly string[],
): Promise<Post[]> {
  const rows = await posts(db)
    .where('post.person_id', 'in', people)
    .where('post.organisation_id', 'in', bodies)
    .where('post.withdrawn_on', 'is', null)
    .execute()
  return rows.map(toPost)
}

/** All posts of a person that the actor may see, the latest first. */
export async function postsOfPersonPage(
  db: Database,
  { personId, actor }: { readonly personId: string; readonly actor: Actor },
  paging: Paging,
): Promise<Page<Post>> {
  const query = posts(db)
    .where('post.person_id', '=', personId)
    .where((where) => visible(where, 'post', { actor, permission: 'post.read' }))
  const keys = [
    { column: 'post.from_on', property: 'fromOn' },
    { column: 'post.id', property: 'id' },
  ]
  const { items, next } = await page(query, keys, { ...paging, descending: true })
  return { items: items.map(toPost), next }
}

/** All posts a person ever had, for that person. */
export async function postsEverOf(db: Database, personId: string): Promise<Post[]> {
  const rows = await posts(db)
    .where('post.person_id', '=', personId)
    .orderBy('post.from_on')
    .orderBy('post.id')
    .execute()
  return rows.map(toPost)
}

export async function postById(db: Database | Tx, id: string): Promise<Post | undefined> {
  const row = await posts(db).where('post.id', '=', id).executeTakeFirst()
  return row && toPost(row)
}

export async function postsByIds(tx: Tx, ids: readonly string[]): Promise<Post[]> {
  const rows = await posts(tx)
    .where('post.id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('post.id')
    .execute()
  return rows.map(toPost)
}

/** Where a post lies, with the post and its person held until the transaction ends. */
export async function postPathForUpdate(tx: Tx, id: string): Promise<OrganisationPath | undefined> {
  const row = await tx
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .selectAll('post')
    .where('post.id', '=', id)
    .forUpdate(['person', 'post'])
    .executeTakeFirst()
  return row && pathOf(row)
}

/** Where a person belongs, present or gone. */
export async function pathOfPerson(db: Database | Tx, personId: string): Promise<OrganisationPath | undefined> {
  const row = await db
    .selectFrom('person')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .selectAll('organisation')
    .where('person.id', '=', personId)
    .executeTakeFirst()
  return row && pathOf(row)
}

/** A person who has not left, held until the transaction ends: nobody enters another post of theirs beside it. */
export async function personForUpdate(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('person')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .selectAll('organisation')
    .select('person.name as personName')
    .where('person.id', '=', id)
    .where('person.left_at', 'is', null)
    .forUpdate('person')
    .executeTakeFirst()
  return row && { name: row.personName, path: pathOf(row) }
}

/** Organisations by their ids, with where they lie. */
export async function organisationsByIds(db: Database | Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('organisation').selectAll().where('id', 'in', ids).execute()
  return rows.map((row) => ({ id: row.id, name: row.name, kind: row.kind, path: pathOf(row) }))
}

export interface PostFields {
  readonly role: PostRole
  readonly caption: string
  readonly seat: number
  readonly leadIds: readonly string[]
  readonly branchId: string | null
  readonly fromOn: string
  readonly toOn: string | null
}

/** A post as it may be written again. */
export function fieldsOf({ role, caption, seat, leads, branch, fromOn, toOn }: Post): PostFields {
  return { role, caption, seat, leadIds: leads.map(({ id }) => id), branchId: branch?.id ?? null, fromOn, toOn }
}

interface Span {
  readonly personId: string
  readonly bodyId: string
  readonly role: PostRole
  readonly fromOn: string
  readonly toOn: string | null
}

/** A post of the same person in the same body of the same role that is held on a day of a span, another one than `except`. */
export async function overlapping(tx: Tx, span: Span, except: string | null): Promise<Post | undefined> {
  let query = posts(tx)
    .where('post.person_id', '=', span.personId)
    .where('post.organisation_id', '=', span.bodyId)
    .where('post.role', '=', span.role)
    .where('post.withdrawn_on', 'is', null)
    .where(
      sql<boolean>`daterange(post.from_on, post.to_on, '[]') && daterange(${span.fromOn}::date, ${span.toOn}::date, '[]')`,
    )
  if (except !== null) query = query.where('post.id', '<>', except)
  const row = await query.orderBy('post.from_on').limit(1).executeTakeFirst()
  return row && toPost(row)
}

/** The seat after the last of those who are the same in a body. */
export async function nextSeat(tx: Tx, bodyId: string, role: PostRole): Promise<number> {
  const row = await tx
    .selectFrom('post')
    .select(({ fn }) => fn.max('seat').as('last'))
    .where('organisation_id', '=', bodyId)
    .where('role', '=', role)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst()
  return Math.min((row?.last ?? 0) + 1, 999)
}

export interface NewPost extends PostFields {
  readonly id: string
  readonly personId: string
  readonly body: { readonly id: string; readonly path: OrganisationPath }
}

function columnsFor({ role, caption, seat, leadIds, branchId, fromOn, toOn }: PostFields) {
  return { role, caption, seat, leads: [...leadIds], branch_id: branchId, from_on: fromOn, to_on: toOn }
}

export async function insertPost(tx: Tx, { id, personId, body, ...fields }: NewPost): Promise<void> {
  await tx
    .insertInto('post')
    .values({ id, person_id: personId, organisation_id: body.id, ...columnsOf(body.path), ...columnsFor(fields) })
    .execute()
}

export async function updatePost(tx: Tx, id: string, fields: PostFields): Promise<void> {
  await tx
    .updateTable('post')
    .set((builder) => ({ ...columnsFor(fields), version: builder('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Only for posts that an import registered and nobody has touched: others are withdrawn, and stay to be read. */
export async function deletePosts(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('post')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}

export async function endPostOn(tx: Tx, id: string, toOn: string): Promise<void> {
  await tx
    .updateTable('post')
    .set((builder) => ({ to_on: toOn, version: builder('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function withdrawPostOn(
  tx: Tx,
  id: string,
  { day, reason }: { readonly day: string; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable('post')
    .set((builder) => ({ withdrawn_on: day, withdrawn_reason: reason, version: builder('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Posts of a person that go on after a day, or begin after it; held until the transaction ends. */
export async function openPostsOf(tx: Tx, personId: string, day: string): Promise<Post[]> {
  const held = await tx
    .selectFrom('post')
    .select('id')
    .where('person_id', '=', personId)
    .where('withdrawn_on', 'is', null)
    .where(({ or, eb }) => or([eb('to_on', 'is', null), eb('to_on', '>', day)]))
    .forUpdate()
    .execute()
  if (held.length === 0) return []
  const rows = await posts(tx)
    .where(
      'post.id',
      'in',
      held.map(({ id }) => id),
    )
    .execute()
  return rows.map(toPost)
}

/** How an organisation is used by posts: as their body, as a branch, as a unit that somebody leads. */
export async function hasPosts(tx: Tx, organisationId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('post')
    .select('id')
    .where(({ or, eb }) =>
      or([
        eb('organisation_id', '=', organisationId),
        eb('branch_id', '=', organisationId),
        sql<SqlBool>`leads @> array[${organisationId}::uuid]`,
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
