import type { ActorContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { wholeBytes } from '../../platform/files/index.ts'
import { conflict } from '../../platform/refusal.ts'
import { doWork } from '../../platform/work.ts'
import { keepReview, setReading } from './review-queries.ts'
import type { StoredVersion } from './version-queries.ts'
import { readingOfPaper } from './work.ts'

/**
 * Has a version reviewed by the rules of today; gives what keeps the result, in a transaction of the caller's. Conflict where
 * there is nothing to review.
 */
export async function renewReview(
  context: ActorContext,
  { id, hash, fileName: name }: StoredVersion,
): Promise<(tx: Tx) => Promise<void>> {
  const bytes = await wholeBytes(context, { hash, name })
  const read = await doWork(context, readingOfPaper, { name, bytes }, name)
  if (read === null) throw conflict(`“${name}”里读不出文字，没有可审核的。`, '扫描件请先识别成文字，再提交新版本。')
  const { review, reading } = read
  if (review === null) throw conflict(`“${name}”太长，不能在页面上逐条审核。`, '请拆成几份，各提交一份文稿。')
  return async (tx) => {
    await keepReview(tx, id, { ...review, at: context.now })
    await setReading(tx, id, reading)
  }
}
