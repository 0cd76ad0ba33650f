import type { Organisation, OrganisationKind, Page } from '@duizhao/contract'
import { sql } from 'kysely'
import { columnsOf, levelColumn, type OrganisationPath, pathOf } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import { hold, share } from '../../platform/database/locks.ts'
import type { Database } from '../../platform/database/pool.ts'
import { page } from '../../platform/database/paging.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { endVersions } from './version-queries.ts'

/** An organisation where a use case needs it: with its path for permissions. */
export interface OrganisationRow {
  readonly id: string
  readonly parentId: string | null
  readonly kind: OrganisationKind
  readonly name: string
  readonly level: number
  readonly version: number
  readonly path: OrganisationPath
}

/** The organisation at the top of the tree, the oldest if there are several. */
export async function firstRoot(db: Database | Tx): Promise<OrganisationRow | undefined> {
  const roots = db.selectFrom('organisation').selectAll().where('parent_id', 'is', null)
  const row = await roots.orderBy('id').limit(1).executeTakeFirst()
  return row && toRow(row)
}

export async function organisationById(db: Database | Tx, id: string): Promise<OrganisationRow | undefined> {
  const row = await db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toRow(row)
}

/** The same, locked until the transaction ends. */
export async function organisationForUpdate(tx: Tx, id: string): Promise<OrganisationRow | undefined> {
  const row = await tx.selectFrom('organisation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toRow(row)
}

type Stored = Parameters<typeof pathOf>[0] & {
  readonly id: string
  readonly parent_id: string | null
  readonly kind: OrganisationKind
  readonly name: string
  readonly level: number
  readonly version: number
}

function toRow(row: Stored): OrganisationRow {
  const { id, kind, name, level, version } = row
  return { id, parentId: row.parent_id, kind, name, level, version, path: pathOf(row) }
}

/** Names of organisations, from the root down. */
export async function namesOf(db: Database | Tx, path: OrganisationPath): Promise<{ id: string; name: string }[]> {
  if (path.length === 0) return []
  return db.selectFrom('organisation').select(['id', 'name']).where('id', 'in', path).orderBy('level').execute()
}

function listed(db: Database | Tx) {
  return db.selectFrom('organisation').select((builder) => [
    'organisation.id',
    'organisation.parent_id as parentId',
    'organisation.kind',
    'organisation.name',
    'organisation.level',
    'organisation.version',
    'organisation.position',
    builder
      .selectFrom('organisation as child')
      .select((count) => count.fn.countAll<number>().as('count'))
      .whereRef('child.parent_id', '=', 'organisation.id')
      .as('children'),
    builder
      .selectFrom('person')
      .select((count) => count.fn.countAll<number>().as('count'))
      .whereRef('person.organisation_id', '=', 'organisation.id')
      .where('person.left_at', 'is', null)
      .as('people'),
  ])
}

type Listed = Awaited<ReturnType<ReturnType<typeof listed>['execute']>>[number]

function toOrganisation({ id, parentId, kind, name, level, version, children, people }: Listed): Organisation {
  const counts = { children: children ?? 0, people: people ?? 0 }
  return { id, parentId, kind, name, level, version, ...counts }
}

/** The organisations of the actor's own grants, topmost ones only, in tree order. */
export async function rootsFor(db: Database, actor: Actor): Promise<Organisation[]> {
  const ids = [...new Set(actor.grants.map(({ organisationId }) => organisationId))]
  if (ids.length === 0) return []
  const rows = await db.selectFrom('organisation').selectAll().where('id', 'in', ids).execute()
  const paths = rows.map(toRow)
  const top = paths.filter(({ id, path }) => !path.some((above) => above !== id && ids.includes(above)))
  if (top.length === 0) return []
  const topIds = top.map(({ id }) => id)
  const found = await listed(db).where('organisation.id', 'in', topIds).orderBy('organisation.level').execute()
  return found.map(toOrganisation)
}

export async function childrenPage(
  db: Database,
  parentId: string,
  paging: { after?: string | undefined; limit: number },
): Promise<Page<Organisation>> {
  const keys = [
    { column: 'organisation.position', property: 'position' },
    { column: 'organisation.name', property: 'name' },
    { column: 'organisation.id', property: 'id' },
  ]
  const { items, next } = await page(listed(db).where('organisation.parent_id', '=', parentId), keys, paging)
  return { items: items.map(toOrganisation), next }
}

export async function listedOrganisation(db: Database | Tx, id: string): Promise<Organisation | undefined> {
  const row = await listed(db).where('organisation.id', '=', id).executeTakeFirst()
  return row && toOrganisation(row)
}

export interface NewOrganisation {
  readonly id: string
  readonly parentId: string | null
  readonly kind: OrganisationKind
  readonly name: string
  readonly path: OrganisationPath
}

export async function insertOrganisation(tx: Tx, { id, parentId, kind, name, path }: NewOrganisation): Promise<void> {
  await tx
    .insertInto('organisation')
    .values({ id, parent_id: parentId, kind, name, level: path.length, ...columnsOf(path) })
    .execute()
}

/** Changes an organisation; what it was called until now is kept. To be called by who holds the tree. */
export async function updateOrganisation(
  tx: Tx,
  id: string,
  { name, kind, now }: { readonly name: string; readonly kind: OrganisationKind; readonly now: Date },
): Promise<void> {
  await endVersions(tx, sql`id = ${id} and name <> ${name}`, now)
  await tx
    .updateTable('organisation')
    .set((builder) => ({ name, kind, version: builder('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** The deepest level that anything below (or at) an organisation has. */
export async function deepestBelow(tx: Tx, { id, level }: OrganisationRow): Promise<number> {
  const row = await tx
    .selectFrom('organisation')
    .select((builder) => builder.fn.max('level').as('deepest'))
    .where(levelColumn(level), '=', id)
    .executeTakeFirst()
  return row?.deepest ?? level
}

/** Puts an organisation under another parent; the rows that carry its path are moved by `movePaths`. */
export async function setParent(tx: Tx, id: string, parentId: string): Promise<void> {
  await tx
    .updateTable('organisation')
    .set((builder) => ({ parent_id: parentId, version: builder('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** What this feature itself knows to keep an organisation from being removed. */
export async function contentsOf(
  tx: Tx,
  id: string,
): Promise<{ readonly children: number; readonly people: number; readonly grants: number }> {
  const count = sql<number>`count(*)`.as('count')
  const [children, people, grants] = await Promise.all([
    tx.selectFrom('organisation').select(count).where('parent_id', '=', id).executeTakeFirstOrThrow(),
    tx.selectFrom('person').select(count).where('organisation_id', '=', id).executeTakeFirstOrThrow(),
    tx.selectFrom('role_grant').select(count).where('organisation_id', '=', id).executeTakeFirstOrThrow(),
  ])
  return { children: children.count, people: people.count, grants: grants.count }
}

export async function deleteOrganisation(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('organisation').where('id', '=', id).execute()
}

/** Holds the tree alone: two moves at once could make a circle. */
export async function lockTree(tx: Tx): Promise<void> {
  await hold(tx, 'tree')
}

/**
 * Keeps subtrees from being moved until the transaction ends; others go on beside it. To be called before a path is read
 * that is then written down: a move that comes between would leave the old one behind.
 */
export async function holdTree(tx: Tx): Promise<void> {
  await share(tx, 'tree')
}
