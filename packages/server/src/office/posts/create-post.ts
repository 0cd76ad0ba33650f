import type { Post } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { may } from '../../platform/access.ts'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import type { Feature } from '../../platform/feature.ts'
import { notFound } from '../../platform/refusal.ts'
import { holdTree, permittedOrganisation } from '../organisation/index.ts'
import { checkedPost, type GivenPost } from './check-post.ts'
import { writtenPost } from './found.ts'
import { postSubject } from './post-words.ts'
import { insertPost, personForUpdate } from './queries.ts'
import { tellOfPosts } from './tell-of-posts.ts'

/** Enters what a person is in a body, from when to when. */
export function createPost(
  context: ActorContext,
  features: readonly Feature[],
  organisationId: string,
  { personId, ...given }: GivenPost & { readonly personId: string },
): Promise<Post> {
  return transaction(context.db, async (tx) => {
    const { actor } = context
    await holdTree(tx)
    const body = await permittedOrganisation(tx, actor, 'post.write', organisationId)
    const person = await personForUpdate(tx, personId)
    if (!person || !may(actor, 'person.read', person.path)) throw notFound('这个人')
    const about = { body, person: { id: personId, name: person.name }, postId: null }
    const fields = await checkedPost(tx, actor, given, about)
    const id = newId()
    await insertPost(tx, { id, personId, body, ...fields })
    const post = await writtenPost(tx, id)
    await record(tx, context, {
      action: 'post.create',
      subject: postSubject(post),
      organisationId,
      detail: { personId, ...fields },
    })
    await tellOfPosts(tx, features, { posts: [{ organisationId, personId, days: [post.fromOn] }], now: context.now })
    return post
  })
}
