import type { Feature } from '../../platform/feature.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** A post that was entered, changed, ended or taken back, with the days from which that makes a difference. */
export interface TouchedPost {
  readonly organisationId: string
  readonly personId: string
  readonly days: readonly string[]
}

/** Tells every feature of posts, body by body: who was due, and who owes what, follows from them. */
export async function tellOfPosts(
  tx: Tx,
  features: readonly Feature[],
  { posts, now }: { readonly posts: readonly TouchedPost[]; readonly now: Date },
): Promise<void> {
  for (const [organisationId, touched] of Map.groupBy(posts, (post) => post.organisationId)) {
    const days = [...new Set(touched.flatMap((post) => post.days))]
    const people = [...new Set(touched.map(({ personId }) => personId))]
    for (const { happened } of features) await happened?.(tx, { of: 'post', organisationId, days, people, now })
  }
}
