import { LONGEST_PASSAGE, type ReviewMarks, type Verdict, verdictNames } from '@duizhao/contract'
import { shortened } from '@duizhao/engine/wording'
import { v7 as newId } from 'uuid'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { invalid, notFound } from '../../platform/refusal.ts'
import { keptReview, mayDecide, versionToJudge } from '../papers/index.ts'
import { insertMark, type Mark, marksOf } from './mark-queries.ts'
import { reviewedVersion, versionTold } from './read-review.ts'
import { standingMarks } from './standing-marks.ts'

/**
 * How a version stands: what was decided on each finding, what was remarked. Its author is told what was said until the last
 * decision; what is being said now only those who review it.
 */
export async function readReviewMarks(context: ActorContext, versionId: string): Promise<ReviewMarks> {
  const { db, actor } = context
  const { paper, ordinal } = await reviewedVersion(context, versionId)
  const marks = await marksOf(db, versionId, paper.accountId === actor.accountId)
  const mayJudge = ordinal === paper.shownVersions && mayDecide(actor, paper)
  return { ...standingMarks(marks, actor.accountId), mayJudge }
}

interface Judged {
  readonly versionId: string
  readonly key: string
}

/** Decides on one finding of the version handed in. Not found where there is no such finding. */
export function judgeFinding(
  context: ActorContext,
  { versionId, key }: Judged,
  { verdict, reason }: { readonly verdict: Verdict | 'none'; readonly reason: string },
): Promise<ReviewMarks> {
  return mark(context, versionId, 'review.judge', async (tx) => {
    const review = await keptReview(tx, versionId)
    const finding = review?.findings.find((each) => each.key === key)
    if (!finding) throw notFound('这条审核意见')
    const { start, end, message } = finding
    return { ...NONE, act: verdict, finding: key, start, end, words: message, text: reason }
  })
}

/** Says something of a passage of the version handed in. Invalid where nothing stands there. */
export function remarkOnPaper(
  context: ActorContext,
  versionId: string,
  { start, end, text }: { readonly start: number; readonly end: number; readonly text: string },
): Promise<ReviewMarks> {
  return mark(context, versionId, 'review.remark', async (tx) => {
    const words = (await keptReview(tx, versionId))?.text.text.slice(start, end) ?? ''
    if (words.trim() === '' || words.length !== end - start || !words.isWellFormed())
      throw invalid('选的这一段里没有字。', '请在文中重新选一段。')
    if (words.length > LONGEST_PASSAGE)
      throw invalid(`选的这一段有 ${words.length} 个字，最多 ${LONGEST_PASSAGE} 个。`, '请只选意见所指的那几句。')
    return { ...NONE, act: 'remark', start, end, words, text }
  })
}

/** Takes a remark of one's own back. Not found where there is none that stands. */
export function withdrawRemark(
  context: ActorContext,
  { versionId, remarkId }: { readonly versionId: string; readonly remarkId: string },
): Promise<ReviewMarks> {
  return mark(context, versionId, 'review.withdrawRemark', async (tx) => {
    const { remarks } = standingMarks(await marksOf(tx, versionId, false), context.actor.accountId)
    const remark = remarks.find(({ id, isOwn }) => id === remarkId && isOwn)
    if (!remark) throw notFound('自己提的这条意见')
    const { start, end, text } = remark
    return { ...NONE, act: 'withdraw', remarkId, start, end, words: text }
  })
}

type Said = Omit<Mark, 'id' | 'accountId' | 'byName' | 'at'>

const NONE = { finding: null, remarkId: null, text: '' } as const

const MOST_WORDS = 60

async function mark(
  context: ActorContext,
  versionId: string,
  action: string,
  say: (tx: Tx) => Promise<Said>,
): Promise<ReviewMarks> {
  const { db, actor, now } = context
  await transaction(db, async (tx) => {
    const version = await versionToJudge(tx, actor, versionId)
    const said = await say(tx)
    const { accountId, personName: byName } = actor
    await insertMark(tx, versionId, { ...said, id: newId(), accountId, byName, at: now })
    const { act, words, text } = said
    const detail = { of: shortened(words, MOST_WORDS), ...(text === '' ? {} : { reason: text }) }
    await record(tx, context, { action, ...versionTold(version), detail: { ...verdictTold(act), ...detail } })
  })
  return readReviewMarks(context, versionId)
}

function verdictTold(act: Mark['act']): { readonly verdict?: string } {
  return act === 'accepted' || act === 'dismissed' ? { verdict: verdictNames[act] } : {}
}
