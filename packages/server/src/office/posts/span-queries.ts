import type { PostRole } from '@duizhao/contract'
import { sql } from 'kysely'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** A post as long as it lasts; `bodyId` is the body it counts in: its own, or the branch whose life its holder leads. */
export interface PostSpan {
  readonly bodyId: string
  readonly personId: string
  readonly name: string
  readonly position: string
  readonly role: PostRole
  readonly fromOn: string
  readonly toOn: string | null
}

/** The posts that count in some bodies at any time between two days. */
export async function postsIn(
  db: Database | Tx,
  bodyIds: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<PostSpan[]> {
  if (bodyIds.length === 0) return []
  const posts = (body: 'post.organisation_id' | 'post.branch_id') =>
    db
      .selectFrom('post')
      .innerJoin('person', 'person.id', 'post.person_id')
      .select([
        sql<string>`${sql.ref(body)}`.as('bodyId'),
        'person.id as personId',
        'person.name',
        'person.position',
        'post.role',
        'post.from_on as fromOn',
        'post.to_on as toOn',
      ])
      .where(body, 'in', bodyIds)
      .where('post.withdrawn_on', 'is', null)
      .where('post.from_on', '<=', to)
      .where(sql<boolean>`coalesce(post.to_on, 'infinity') >= ${from}`)
      .orderBy('post.from_on')
      .orderBy('post.id')
      .execute()
  const [own, living] = await Promise.all([posts('post.organisation_id'), posts('post.branch_id')])
  // Who lives in a branch is one of its members there, whatever he is elsewhere.
  return [...own, ...living.map((post) => ({ ...post, role: 'party_member' as const }))]
}
