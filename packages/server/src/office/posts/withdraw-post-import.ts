import { type Answer, type endpoints, type Post, postRoleNames } from '@duizhao/contract'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import type { Feature } from '../../platform/feature.ts'
import { conflict, notFound } from '../../platform/refusal.ts'
import { markImportWithdrawn, refuseToWithdraw, writtenImportForUpdate } from '../../platform/written-import.ts'
import { holdTree, permittedOrganisation } from '../organisation/index.ts'
import { type PostDeed, PostDeeds } from './import-deeds.ts'
import { holdPeople } from './import-queries.ts'
import { postSubject, spanInWords } from './post-words.ts'
import { deletePosts, overlapping, postsByIds, updatePost } from './queries.ts'
import { tellOfPosts } from './tell-of-posts.ts'

/**
 * Takes back all that an import of posts wrote, or nothing: what it registered goes, what it changed is as it was. Conflict,
 * naming them, if any has been changed, ended or withdrawn since, or another post stands where one would come back.
 */
export async function withdrawPostImport(
  context: ActorContext,
  features: readonly Feature[],
  importId: string,
  reason: string,
): Promise<Answer<typeof endpoints.withdrawPostImport>> {
  const { db, actor, now } = context
  return transaction(db, async (tx) => {
    await holdTree(tx)
    const written = await writtenImportForUpdate(tx, 'posts', importId)
    if (!written) throw notFound('这次导入')
    const organisation = await permittedOrganisation(tx, actor, 'post.write', written.organisationId)
    if (written.withdrawnAt !== null) throw conflict('这次导入已经撤销过了。', '请重新打开导入记录看一看。')
    const deeds = new Map(PostDeeds.parse(written.deeds).map((deed) => [deed.id, deed]))
    const first = await postsByIds(tx, [...deeds.keys()])
    await holdPeople(tx, [...new Set(first.map(({ person }) => person.id))])
    const posts = await postsByIds(tx, [...deeds.keys()])
    const created = posts.filter(({ id }) => deeds.get(id)?.before === null)
    await deletePosts(
      tx,
      created.map(({ id }) => id),
    )
    refuseToWithdraw(await obstaclesOf(tx, posts, deeds))
    const restored = posts.flatMap((post) => {
      const before = deeds.get(post.id)?.before
      return before ? [{ post, before }] : []
    })
    for (const { post, before } of restored) await updatePost(tx, post.id, before)
    const touched = posts.map(({ id, fromOn, organisation: { id: organisationId }, person: { id: personId } }) => {
      const before = deeds.get(id)?.before
      return { organisationId, personId, days: before ? [fromOn, before.fromOn] : [fromOn] }
    })
    await tellOfPosts(tx, features, { posts: touched, now })
    await markImportWithdrawn(tx, importId, { by: actor, at: now, reason })
    await record(tx, context, {
      action: 'post.withdrawImport',
      subject: written.fileName,
      organisationId: organisation.id,
      detail: { reason, removed: created.map(postSubject), restored: restored.map(({ post }) => postSubject(post)) },
    })
    return { removed: created.length, restored: restored.length }
  })
}

/** To be asked when what the import registered is gone: it is not in the way of itself. */
async function obstaclesOf(tx: Tx, posts: readonly Post[], deeds: ReadonlyMap<string, PostDeed>) {
  const obstacles = []
  for (const post of posts) {
    const deed = deeds.get(post.id)
    if (deed?.version !== post.version) obstacles.push({ message: `${postSubject(post)}：后来又改过` })
    else if (deed.before !== null) {
      const { role, fromOn, toOn } = deed.before
      const span = { personId: post.person.id, bodyId: post.organisation.id, role, fromOn, toOn }
      const other = await overlapping(tx, span, post.id)
      if (other)
        obstacles.push({
          message: `${postSubject(post)}：后来又登记了${postRoleNames[other.role]}（${spanInWords(other)}）`,
        })
    }
  }
  return obstacles
}
