import type { Post } from '@duizhao/contract'
import { pathOf, visible } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { postsAmong } from './queries.ts'
import type { NamedPlace } from './named-places.ts'

/** Organisations that are called so, of those the actor may see. */
export async function organisationsCalled(
  db: Database | Tx,
  actor: Actor,
  names: readonly string[],
): Promise<NamedPlace[]> {
  if (names.length === 0) return []
  const rows = await db
    .selectFrom('organisation')
    .selectAll()
    .where('name', 'in', names)
    .where((where) => visible(where, 'organisation', { actor, permission: 'organisation.read' }))
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name, kind: row.kind, path: pathOf(row) }))
}

/** People who are called so and have not left, of those the actor may see, with where they belong. */
export async function peopleCalled(db: Database | Tx, actor: Actor, names: readonly string[]): Promise<NamedPlace[]> {
  if (names.length === 0) return []
  const rows = await db
    .selectFrom('person')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .selectAll('organisation')
    .select(['person.id as personId', 'person.name as personName'])
    .where('person.name', 'in', names)
    .where('person.left_at', 'is', null)
    .where((where) => visible(where, 'organisation', { actor, permission: 'person.read' }))
    .execute()
  return rows.map((row) => ({ id: row.personId, name: row.personName, kind: row.kind, path: pathOf(row) }))
}

/** The posts of some people in some bodies that were not withdrawn. */
export async function knownPosts(
  db: Database | Tx,
  people: readonly string[],
  bodies: readonly string[],
): Promise<Post[]> {
  return people.length === 0 || bodies.length === 0 ? [] : postsAmong(db, people, bodies)
}

/** Holds people until the transaction ends: nobody enters a post of theirs beside it. */
export async function holdPeople(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.selectFrom('person').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute()
}
