import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { Leaving } from '../../platform/feature.ts'
import { postSubject } from './post-words.ts'
import { endPostOn, openPostsOf, withdrawPostOn } from './queries.ts'
import { tellOfPosts } from './tell-of-posts.ts'

/** Who leaves holds no posts any more: today is the last day of each; one that has not begun was never taken up. */
export async function endPostsOf(tx: Tx, context: ActorContext, { personId, features }: Leaving): Promise<void> {
  const day = dateInChina(context.now)
  const posts = await openPostsOf(tx, personId, day)
  for (const post of posts) {
    const told = { subject: postSubject(post), organisationId: post.organisation.id }
    if (post.fromOn <= day) {
      await endPostOn(tx, post.id, day)
      await record(tx, context, { action: 'post.end', ...told, detail: { toOn: day } })
    } else {
      const reason = '本人离开，没有到任'
      await withdrawPostOn(tx, post.id, { day, reason })
      await record(tx, context, { action: 'post.withdraw', ...told, detail: { reason } })
    }
  }
  const touched = posts.map(({ organisation, fromOn }) => ({
    organisationId: organisation.id,
    personId,
    days: [fromOn > day ? fromOn : day],
  }))
  await tellOfPosts(tx, features, { posts: touched, now: context.now })
}
