import { v7 as newId } from 'uuid'
import type { ActorContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { keepReview } from './review-queries.ts'
import { insertVersion } from './version-queries.ts'
import type { ReadPaper } from './work.ts'

interface GivenVersion {
  readonly paperId: string
  /** Of the stored file. */
  readonly hash: string
  readonly fileName: string
  readonly note: string
  readonly read: { readonly reading: ReadPaper['reading'] | null; readonly review: ReadPaper['review'] } | null
}

/** Enters a stored file as the next version of a paper, with its review where it has one; which it is. */
export async function keepVersion(
  tx: Tx,
  { actor, now }: ActorContext,
  { read, ...version }: GivenVersion,
): Promise<number> {
  const id = newId()
  const { accountId } = actor
  const ordinal = await insertVersion(tx, { ...version, id, reading: read?.reading ?? null, accountId, at: now })
  if (read?.review) await keepReview(tx, id, { ...read.review, at: now })
  return ordinal
}
