import type { PaperFinding, PaperRemark } from '@duizhao/contract'
import type { ActorContext } from '../../platform/context.ts'
import { conflict } from '../../platform/refusal.ts'
import { keptReview } from '../papers/index.ts'
import { marksOf } from './mark-queries.ts'
import type { SeenVersion } from './read-review.ts'
import { standingMarks } from './standing-marks.ts'

/** What was said of a version that its author is to mend: findings that were accepted, with by whom, and remarks. */
export interface SaidOfVersion {
  readonly text: string
  readonly accepted: readonly (PaperFinding & { readonly by: string; readonly at: string })[]
  readonly remarks: readonly PaperRemark[]
}

/** What the actor is told that is to be mended in a version. Conflict where nothing is. */
export async function saidOfVersion({ db, actor }: ActorContext, { id, paper }: SeenVersion): Promise<SaidOfVersion> {
  const review = await keptReview(db, id)
  const marks = await marksOf(db, id, paper.accountId === actor.accountId)
  const { verdicts, remarks } = standingMarks(marks, actor.accountId)
  const accepted = verdicts.flatMap(({ key, verdict, by, at }) => {
    const finding = verdict === 'accepted' ? review?.findings.find((each) => each.key === key) : undefined
    return finding ? [{ ...finding, by, at }] : []
  })
  if (review === undefined || accepted.length + remarks.length === 0)
    throw conflict('这一版还没有采纳的审核意见，审核人也没有提意见。', '等审核的人退回或审定以后再看。')
  return { text: review.text.text, accepted: accepted.toSorted((a, b) => a.start - b.start), remarks }
}
