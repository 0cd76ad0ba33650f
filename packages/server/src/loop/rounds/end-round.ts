import type { RoundDetail } from '@duizhao/contract'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { conflict } from '../../platform/refusal.ts'
import { takeAnswers } from './answer-queries.ts'
import { detailOf, roundToChange, seenRound } from './found.ts'
import { countsOfOpinions } from './opinion-queries.ts'
import { updateRound } from './round-queries.ts'

/** Gives a round up: what was answered is deleted unread, as where two keys are lost. */
export function voidRound(
  context: ActorContext,
  roundId: string,
  { reason, version }: { readonly reason: string; readonly version: number },
): Promise<RoundDetail> {
  const { actor } = context
  return transaction(context.db, async (tx) => {
    const done = '这次征求意见已经收回或作废了。'
    const round = await roundToChange(tx, actor, { id: roundId, version, states: ['draft', 'open'], done })
    const answered = (await takeAnswers(tx, roundId)).length
    await updateRound(tx, roundId, { state: 'void', void_reason: reason, answered })
    const told = { subject: round.name, organisationId: round.organisation.id, detail: { reason, answered } }
    await record(tx, context, { action: 'round.void', ...told })
    return detailOf(tx, actor, await seenRound(tx, actor, roundId))
  })
}

/** Tells the groups what became of the opinions. Conflict while one has no result: every one is answered. */
export function publishRound(
  context: ActorContext,
  roundId: string,
  { version }: { readonly version: number },
): Promise<RoundDetail> {
  const { actor, now } = context
  return transaction(context.db, async (tx) => {
    const done = '收回意见以后才能公布结果。'
    const round = await roundToChange(tx, actor, { id: roundId, version, states: ['closed'], done })
    if (round.kind !== 'opinions')
      throw conflict('评议、测评的结果不在这里公布。', '请把结果（Word）在会上通报；本人在“对我的意见”里看得到自己的。')
    if (round.publishedOn !== null) throw conflict('结果已经公布了。', '请重新打开，看公布的日期。')
    const { unended } = await countsOfOpinions(tx, roundId)
    if (unended > 0) throw conflict(`还有 ${unended} 条意见没有结果，不能公布。`, '请先逐条写明结果：件件有回音。')
    await updateRound(tx, roundId, { published_on: dateInChina(now) })
    await record(tx, context, { action: 'round.publish', subject: round.name, organisationId: round.organisation.id })
    return detailOf(tx, actor, await seenRound(tx, actor, roundId))
  })
}
