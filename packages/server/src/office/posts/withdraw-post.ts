import type { Post } from '@duizhao/contract'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import type { Feature } from '../../platform/feature.ts'
import { postToChange, writtenPost } from './found.ts'
import { postSubject } from './post-words.ts'
import { withdrawPostOn } from './queries.ts'
import { tellOfPosts } from './tell-of-posts.ts'

/** Withdraws a post that was entered by mistake: it counts as never held, and stays to be read with the reason. */
export function withdrawPost(
  context: ActorContext,
  features: readonly Feature[],
  id: string,
  { reason, version }: { readonly reason: string; readonly version: number },
): Promise<Post> {
  return transaction(context.db, async (tx) => {
    const before = await postToChange(tx, context, id, version)
    await withdrawPostOn(tx, id, { day: dateInChina(context.now), reason })
    await record(tx, context, {
      action: 'post.withdraw',
      subject: postSubject(before),
      organisationId: before.organisation.id,
      detail: { reason },
    })
    const touched = { organisationId: before.organisation.id, personId: before.person.id, days: [before.fromOn] }
    await tellOfPosts(tx, features, { posts: [touched], now: context.now })
    return writtenPost(tx, id)
  })
}
