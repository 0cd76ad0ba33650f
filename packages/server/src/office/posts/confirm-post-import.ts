import type { Answer, endpoints } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import type { Feature } from '../../platform/feature.ts'
import { confirmDraft, draftForUpdate } from '../../platform/import-draft-queries.ts'
import { placeInWords } from '../../platform/list-sheets.ts'
import { conflict, notFound } from '../../platform/refusal.ts'
import { insertWrittenImport } from '../../platform/written-import.ts'
import { holdTree, permittedOrganisation } from '../organisation/index.ts'
import type { PostDeed } from './import-deeds.ts'
import { PostLines } from './import-lines.ts'
import { type PlannedPost, planPosts } from './import-plan.ts'
import { holdPeople } from './import-queries.ts'
import { fieldsOf, insertPost, nextSeat, updatePost } from './queries.ts'
import { tellOfPosts, type TouchedPost } from './tell-of-posts.ts'

/**
 * Does what a preview showed, all of it or nothing. It is planned anew on what is there now, so that the same list
 * confirmed twice, or by two people, is entered once.
 */
export async function confirmPostImport(
  context: ActorContext,
  features: readonly Feature[],
  importId: string,
): Promise<Answer<typeof endpoints.confirmPostImport>> {
  const { actor, now } = context
  return transaction(context.db, async (tx) => {
    const draft = await draftForUpdate(tx, importId, actor.accountId)
    const read = PostLines.safeParse(draft?.content)
    if (!draft || draft.expiresAt < now || !read.success) throw notFound('这次导入的预览')
    if (draft.confirmedAt) throw conflict('这次导入已经确认过了。', '要再导入，请重新上传文件。')
    await holdTree(tx)
    const organisation = await permittedOrganisation(tx, actor, 'post.write', draft.organisationId)
    const first = await planPosts({ db: tx, actor }, organisation, read.data)
    await holdPeople(tx, [...new Set(first.posts.map(({ person }) => person.id))])
    const plan = await planPosts({ db: tx, actor }, organisation, read.data)
    const [planned] = plan.faults
    const fault = read.data.fault ?? (planned ? placeInWords(planned) : null)
    if (fault !== null) throw conflict(`导入没有写入：${fault}。`, '请改正文件后重新上传。')
    const deeds: PostDeed[] = []
    for (const each of plan.posts) deeds.push(...(await write(tx, each)))
    await tellOfPosts(tx, features, { posts: plan.posts.flatMap(touchedBy), now })
    await confirmDraft(tx, importId, now)
    const count = (wanted: PlannedPost['effect']): number => plan.posts.filter(({ effect }) => effect === wanted).length
    const result = { created: count('create'), changed: count('change'), unchanged: count('none') }
    await insertWrittenImport(tx, {
      ...{ id: importId, kind: 'posts', organisationId: organisation.id, fileName: draft.fileName, by: actor, at: now },
      ...{ created: result.created, changed: result.changed, deeds },
    })
    await record(tx, context, {
      action: 'post.confirmImport',
      subject: draft.fileName,
      organisationId: organisation.id,
      detail: result,
    })
    return result
  })
}

function touchedBy({ effect, post, body, person, fields }: PlannedPost): TouchedPost[] {
  if (effect === 'none') return []
  const days = post === null ? [fields.fromOn] : [post.fromOn, fields.fromOn]
  return [{ organisationId: body.id, personId: person.id, days }]
}

async function write(tx: Tx, { effect, post, body, person, fields }: PlannedPost): Promise<PostDeed[]> {
  if (effect === 'none') return []
  if (post !== null) {
    await updatePost(tx, post.id, { ...fields, seat: post.seat })
    return [{ id: post.id, version: post.version + 1, before: fieldsOf(post) }]
  }
  const id = newId()
  const seat = await nextSeat(tx, body.id, fields.role)
  await insertPost(tx, { id, personId: person.id, body, ...fields, seat })
  return [{ id, version: 1, before: null }]
}
