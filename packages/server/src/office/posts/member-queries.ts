import { memberships, type Membership, type PostRole } from '@duizhao/contract'
import { sql, type SqlBool } from 'kysely'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { heldOn, roleOrder } from './held-queries.ts'

/** A person as one of a body on a day, by the first of the posts that make him one. */
export interface Member {
  readonly personId: string
  readonly name: string
  readonly postId: string
  readonly role: PostRole
  readonly caption: string
}

/**
 * Who makes up a body on a day (`yyyy-mm-dd`), each person once, as they sit: its team, the committee of a branch, or all
 * who live in a branch, those among them whose post is elsewhere too.
 */
export async function membersOn(db: Database | Tx, bodyId: string, day: string, which: Membership): Promise<Member[]> {
  const rows = await db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select(['post.person_id as personId', 'person.name', 'post.id as postId', 'post.role', 'post.caption'])
    .where(({ or, and, eb }) =>
      or([
        and([eb('post.organisation_id', '=', bodyId), eb('post.role', 'in', memberships[which])]),
        ...(which === 'members' ? [eb('post.branch_id', '=', bodyId)] : []),
      ]),
    )
    .where(heldOn(day))
    // Those whose post is in the body come before those who only live there.
    .orderBy(sql<SqlBool>`post.organisation_id <> ${bodyId}`)
    .orderBy(roleOrder)
    .orderBy('post.seat')
    .orderBy('post.from_on')
    .orderBy('post.id')
    .execute()
  return [...Map.groupBy(rows, ({ personId }) => personId).values()].flatMap(([first]) => first ?? [])
}

/**
 * Who leads a unit on a day, each person once, as they sit: its team or the committee of a branch, and who sits in the party
 * group or committee that leads it, a body of its own below it.
 */
export async function leadersOn(db: Database | Tx, unitId: string, day: string): Promise<Member[]> {
  const rows = await db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .innerJoin('organisation as body', 'body.id', 'post.organisation_id')
    .select(['post.person_id as personId', 'person.name', 'post.id as postId', 'post.role', 'post.caption'])
    .where('post.role', 'in', [...memberships.team, ...memberships.committee])
    .where(({ or, and, eb }) =>
      or([
        eb('body.id', '=', unitId),
        and([eb('body.parent_id', '=', unitId), eb('body.kind', 'in', ['committee', 'party_group'])]),
      ]),
    )
    .where(heldOn(day))
    .orderBy(roleOrder)
    .orderBy('post.seat')
    .orderBy('post.from_on')
    .orderBy('post.id')
    .execute()
  return [...Map.groupBy(rows, ({ personId }) => personId).values()].flatMap(([first]) => first ?? [])
}

/** The units a person leads on a day, as `leadersOn` has it. */
export async function unitsLedBy(db: Database | Tx, personId: string, day: string): Promise<string[]> {
  const rows = await db
    .selectFrom('post')
    .innerJoin('organisation as body', 'body.id', 'post.organisation_id')
    .select(['body.id', 'body.kind', 'body.parent_id as parentId'])
    .where('post.person_id', '=', personId)
    .where('post.role', 'in', [...memberships.team, ...memberships.committee])
    .where(heldOn(day))
    .execute()
  const above = rows.flatMap(({ kind, parentId }) =>
    (kind === 'committee' || kind === 'party_group') && parentId !== null ? [parentId] : [],
  )
  return [...new Set([...rows.map(({ id }) => id), ...above])]
}

/** Who heads each of some bodies on a day, by the body; a body without a head is not in it. */
export async function headsOn(
  db: Database | Tx,
  bodyIds: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (bodyIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('post')
    .select(['post.organisation_id as bodyId', 'post.person_id as personId'])
    .where('post.organisation_id', 'in', bodyIds)
    .where('post.role', '=', 'head')
    .where(heldOn(day))
    .orderBy('post.seat')
    .orderBy('post.from_on')
    .orderBy('post.id')
    .execute()
  const byBody = Map.groupBy(rows, ({ bodyId }) => bodyId)
  return new Map([...byBody].map(([id, heads]) => [id, [...new Set(heads.map(({ personId }) => personId))]]))
}

/** What a person is on a day, with what he leads and where he lives as a party member. */
export interface HeldPost {
  readonly id: string
  readonly personId: string
  readonly bodyId: string
  readonly role: PostRole
  readonly caption: string
  readonly leadIds: readonly string[]
  readonly branchId: string | null
}

export function postsOf(db: Database | Tx, personId: string, day: string): Promise<HeldPost[]> {
  return postsOfPeople(db, [personId], day)
}

/** The posts of several people, each person’s the earliest first. */
export async function postsOfPeople(db: Database | Tx, personIds: readonly string[], day: string): Promise<HeldPost[]> {
  if (personIds.length === 0) return []
  return db
    .selectFrom('post')
    .select([
      'post.id',
      'post.person_id as personId',
      'post.organisation_id as bodyId',
      'post.role',
      'post.caption',
      'post.leads as leadIds',
      'post.branch_id as branchId',
    ])
    .where('post.person_id', 'in', personIds)
    .where(heldOn(day))
    .orderBy('post.from_on')
    .orderBy('post.id')
    .execute()
}

/** True if a person is one of some roles in a body on a day. */
export async function holdsPost(
  db: Database | Tx,
  personId: string,
  { bodyId, roles, day }: { readonly bodyId: string; readonly roles: readonly PostRole[]; readonly day: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('post')
    .select('post.id')
    .where('post.person_id', '=', personId)
    .where('post.organisation_id', '=', bodyId)
    .where('post.role', 'in', roles)
    .where(heldOn(day))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
