import type { Permission, Post } from '@duizhao/contract'
import { may } from '../../platform/access.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { conflict, forbidden, notFound } from '../../platform/refusal.ts'
import { postById, postPathForUpdate } from './queries.ts'

const WRITE: Permission = 'post.write'

/**
 * A post to be changed by who saw it at a version, held with its person until the transaction ends. Conflict, with the
 * present state, if someone was faster; a post that was withdrawn stays as it is.
 */
export async function postToChange(tx: Tx, { actor }: ActorContext, id: string, version: number): Promise<Post> {
  const path = await postPathForUpdate(tx, id)
  const post = path && may(actor, 'post.read', path) ? await postById(tx, id) : undefined
  if (!path || !post) throw notFound('这项任职')
  if (!may(actor, WRITE, path)) throw forbidden()
  if (post.version !== version) throw conflict('这项任职刚刚被别人改过。', '请对照现在的内容再改。', post)
  if (post.withdrawn) throw conflict('这项任职已经撤回，不能再改。', '确实任过这个职务的，请重新登记。')
  return post
}

/** A post that was just written. */
export async function writtenPost(tx: Tx, id: string): Promise<Post> {
  const post = await postById(tx, id)
  if (!post) throw notFound('这项任职')
  return post
}
