import type { Post } from '@duizhao/contract'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import type { Feature } from '../../platform/feature.ts'
import { holdTree, permittedOrganisation } from '../organisation/index.ts'
import { checkedPost, type GivenPost } from './check-post.ts'
import { postToChange, writtenPost } from './found.ts'
import { postSubject } from './post-words.ts'
import { fieldsOf, updatePost } from './queries.ts'
import { tellOfPosts } from './tell-of-posts.ts'

/** Changes a post; whose it is and in which body stays: that would be another. */
export function changePost(
  context: ActorContext,
  features: readonly Feature[],
  id: string,
  { version, ...given }: GivenPost & { readonly version: number },
): Promise<Post> {
  return transaction(context.db, async (tx) => {
    const { actor } = context
    await holdTree(tx)
    const before = await postToChange(tx, context, id, version)
    const body = await permittedOrganisation(tx, actor, 'post.write', before.organisation.id)
    const fields = await checkedPost(tx, actor, given, { body, person: before.person, postId: id })
    await updatePost(tx, id, fields)
    const post = await writtenPost(tx, id)
    await record(tx, context, {
      action: 'post.change',
      subject: postSubject(post),
      organisationId: body.id,
      detail: { before: fieldsOf(before), after: fields },
    })
    const touched = { organisationId: body.id, personId: post.person.id, days: [before.fromOn, post.fromOn] }
    await tellOfPosts(tx, features, { posts: [touched], now: context.now })
    return post
  })
}
