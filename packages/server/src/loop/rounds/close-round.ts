import { randomUUID } from 'node:crypto'
import { GivenOpinion, invitedOf, LEAST_INVITED, MOST_OPINIONS, type RoundDetail } from '@duizhao/contract'
import { z } from 'zod'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { conflict, invalid } from '../../platform/refusal.ts'
import { addOpinionGroup, countStanding } from '../meetings/index.ts'
import { takeAnswers } from './answer-queries.ts'
import { countBallots } from './count-ballots.ts'
import { detailOf, roundToChange, seenRound } from './found.ts'
import { joinKeyFiles } from './key-files.ts'
import { insertOpinions, opinionsIn, type WrittenOpinion } from './opinion-queries.ts'
import { type Opened, shownOf } from './opened.ts'
import { type RoundRow, updateRound } from './round-queries.ts'
import { type Box, publicHalf, unseal } from './sealed-box.ts'

const Sealed = z.array(GivenOpinion).max(MOST_OPINIONS)

/**
 * Ends asking. Opens what was answered with two of the keys, writes every opinion as a row of its own in random order, and
 * leaves nothing of the answers in the database. A round of fewer
 * than five, which never asked, ends without keys. Invalid with keys that do not fit: nothing was done then.
 */
export function closeRound(
  context: ActorContext,
  roundId: string,
  { keys, version }: { readonly keys: readonly string[]; readonly version: number },
): Promise<RoundDetail> {
  const { actor, now } = context
  return transaction(context.db, async (tx) => {
    const done = '这次征求意见已经收回或作废了。'
    const round = await roundToChange(tx, actor, { id: roundId, version, states: ['draft', 'open'], done })
    const organisationId = round.organisation.id
    if (round.state === 'draft' && invitedOf(round.groups) >= LEAST_INVITED)
      throw conflict('征集还没有开始。', '请先开始征集；不办了的作废。')
    const box = round.boxKey === null ? null : boxOf(round, keys)
    if (box === null && round.kind !== 'opinions')
      throw conflict('少于 5 人的用纸质票，没有可以收回的。', '请录入计票。')
    const open = round.kind === 'opinions' ? openAnswers : countBallots
    const { groups, answered } = box === null ? { groups: round.groups, answered: 0 } : await open(tx, round, box)
    const closedOn = dateInChina(now)
    await updateRound(tx, roundId, { state: 'closed', closed_on: closedOn, answered, groups: JSON.stringify(groups) })
    // What was entered by hand counts only where nothing else was asked for.
    const opinions = await opinionsIn(tx, { roundId, areTyped: box === null })
    if (round.meeting !== null && round.kind === 'opinions') {
      const row = { name: round.name.slice(0, 50), asked: invitedOf(groups), received: opinions }
      await addOpinionGroup(tx, { meetingId: round.meeting.id, now }, row)
    } else if (round.meeting !== null) await countStanding(tx, round.meeting.id, now)
    const detail = { invited: invitedOf(groups), answered, opinions }
    await record(tx, context, { action: 'round.close', subject: round.name, organisationId, detail })
    return detailOf(tx, actor, await seenRound(tx, actor, roundId))
  })
}

function boxOf({ id, boxKey }: RoundRow, keys: readonly string[]): Box {
  const joined = joinKeyFiles(keys, id)
  if ('fault' in joined) throw wrongKeys(joined.fault)
  const publicKey = publicHalf(joined.secret)
  if (boxKey === null || !publicKey.equals(boxKey)) throw wrongKeys('两把钥匙合起来打不开')
  return { publicKey, privateKey: joined.secret }
}

function wrongKeys(fault: string): Error {
  return invalid(`打不开收到的意见：${fault}。`, '请选这次征集开始时存下的钥匙文件，任意两把。', [
    { field: 'keys', message: fault },
  ])
}

/** Writes the opinions of all answers, those of groups that are told apart with their group. */
async function openAnswers(tx: Tx, { id, groups }: RoundRow, box: Box): Promise<Opened> {
  const answers = await takeAnswers(tx, id)
  const opened = shownOf(groups, answers)
  const names = new Map(opened.groups.filter(({ isShown }) => isShown).map((group) => [group.id, group.name]))
  const opinions = answers.flatMap(({ groupId, body }): WrittenOpinion[] => {
    const group = names.get(groupId) ?? null
    return Sealed.parse(JSON.parse(unseal(body, box))).map((opinion) => ({
      ...{ ...opinion, id: randomUUID(), group, isTyped: false },
    }))
  })
  // By random ids: the rows are written in an order in which nobody answered.
  await insertOpinions(
    tx,
    id,
    opinions.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  )
  return opened
}
