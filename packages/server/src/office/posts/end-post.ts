import type { Post } from '@duizhao/contract'
import { dateInChinese } from '@duizhao/engine/wording'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import type { Feature } from '../../platform/feature.ts'
import { conflict, invalid } from '../../platform/refusal.ts'
import { postToChange, writtenPost } from './found.ts'
import { postSubject } from './post-words.ts'
import { endPostOn } from './queries.ts'
import { tellOfPosts } from './tell-of-posts.ts'

/** Ends a post with a day, its last. Conflict if it has ended already. */
export function endPost(
  context: ActorContext,
  features: readonly Feature[],
  id: string,
  { toOn, version }: { readonly toOn: string; readonly version: number },
): Promise<Post> {
  return transaction(context.db, async (tx) => {
    const before = await postToChange(tx, context, id, version)
    if (before.toOn !== null)
      throw conflict(`这项任职到${dateInChinese(before.toOn)}为止，已经免去。`, '日期不对的，请用“修改”。')
    if (toOn < before.fromOn)
      throw invalid('填写的内容有问题。', '请按提示改正后再试，已填的内容没有丢失。', [
        { field: 'toOn', message: `不能早于任职的第一天（${dateInChinese(before.fromOn)}）；录错了的请用“撤回”` },
      ])
    await endPostOn(tx, id, toOn)
    await record(tx, context, {
      action: 'post.end',
      subject: postSubject(before),
      organisationId: before.organisation.id,
      detail: { toOn },
    })
    const touched = { organisationId: before.organisation.id, personId: before.person.id, days: [toOn] }
    await tellOfPosts(tx, features, { posts: [touched], now: context.now })
    return writtenPost(tx, id)
  })
}
