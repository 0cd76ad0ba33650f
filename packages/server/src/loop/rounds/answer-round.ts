import {
  type Answer,
  type BallotChoice,
  ballotGradeNames,
  ballotGrades,
  type endpoints,
  type GivenOpinion,
  isBallot,
  type Page,
  type ToldOpinion,
} from '@duizhao/contract'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { Context } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { conflict, invalid, notFound } from '../../platform/refusal.ts'
import { insertAnswer, invitationOf, isAnswered, stateWhileAnswering } from './answer-queries.ts'
import { subjectsOf } from './count-ballots.ts'
import { fingerprintOf } from './key-files.ts'
import { toldPage } from './opinion-queries.ts'
import { roundById, type RoundRow } from './round-queries.ts'
import { fitsBox, seal } from './sealed-box.ts'
import { answerHash, invitationHash } from './slip-codes.ts'
import { refuseStrange } from './write-opinion.ts'

// What is done here is done by nobody: nothing of the request is read but its body, and nothing is recorded.
type Asked = Pick<Context, 'db' | 'now'>

/** What the holder of a slip is asked. Not found without a code that is on one. */
export async function readAnswerForm({ db }: Asked, code: string): Promise<Answer<typeof endpoints.readAnswerForm>> {
  const { round, groupId } = await roundOfCode(db, code)
  const { kind, name, organisation, intro, state, closesOn, aspects, about, groups, boxKey, publishedOn } = round
  return {
    ...{ kind, name, intro, state, closesOn, aspects, about },
    grades: isBallot(kind) ? ballotGrades.map((id) => ({ id, name: ballotGradeNames[kind][id] })) : [],
    organisation: organisation.name,
    group: groups.find(({ id }) => id === groupId)?.name ?? '',
    fingerprint: boxKey === null ? '' : fingerprintOf(boxKey),
    isUsed: await isAnswered(db, answerHash(code)),
    isPublished: publishedOn !== null,
  }
}

/** Takes an answer, sealed. Conflict if the slip was used, or the round asks no longer. */
export async function sendAnswer(
  { db, now }: Asked,
  { code, opinions }: { readonly code: string; readonly opinions: readonly GivenOpinion[] },
): Promise<void> {
  const { round, groupId } = await roundOfCode(db, code)
  if (round.kind !== 'opinions') throw conflict('这张纸条是评议、测评的票，不是提意见的。', '请重新打开填票。')
  for (const opinion of opinions) refuseStrange(round, opinion)
  await keepSealed(db, now, { round, groupId, code, text: JSON.stringify(opinions) })
}

/** Takes a ballot, sealed. Invalid with somebody who is not on it, or twice; conflict as with an answer. */
export async function sendBallot(
  { db, now }: Asked,
  { code, choices }: { readonly code: string; readonly choices: readonly BallotChoice[] },
): Promise<void> {
  const { round, groupId } = await roundOfCode(db, code)
  if (round.kind === 'opinions') throw conflict('这张纸条是提意见的，不是票。', '请重新打开提意见。')
  const subjects = subjectsOf(round)
  const chosen = new Set(choices.map(({ aboutId }) => aboutId))
  if (chosen.size !== choices.length || choices.some(({ aboutId }) => !subjects.includes(aboutId)))
    throw invalid('票上有的人不在这次评议里，或者填了两次。', '请重新打开再填。')
  await keepSealed(db, now, { round, groupId, code, text: JSON.stringify(choices) })
}

async function keepSealed(
  db: Asked['db'],
  now: Date,
  given: { readonly round: RoundRow; readonly groupId: string; readonly code: string; readonly text: string },
): Promise<void> {
  const { round, groupId, code, text } = given
  if (!fitsBox(text)) throw invalid('写的太长，装不下。', '请写短一些，或者少写几条。')
  await transaction(db, async (tx) => {
    const asking = await stateWhileAnswering(tx, round.id)
    if (asking?.state !== 'open' || asking.boxKey === null)
      throw conflict('征集已经结束，不能再交。', '请直接告诉组织者。')
    if (asking.closesOn < dateInChina(now)) throw conflict('过了截止的日期，不能再交。', '请直接告诉组织者。')
    const answer = { roundId: round.id, groupId, hash: answerHash(code), body: seal(text, asking.boxKey) }
    if (!(await insertAnswer(tx, answer)))
      throw conflict('用这张纸条交的意见已经收到。', '一张纸条只交一次；不是自己交的，请告诉组织者纸条被人用过。')
  })
}

/** What became of the opinions about the team; none before the results are told. */
export async function listAnswerResults(
  { db }: Asked,
  { code, ...paging }: { readonly code: string; readonly after?: string | undefined; readonly limit: number },
): Promise<Page<ToldOpinion>> {
  const { round } = await roundOfCode(db, code)
  if (round.publishedOn === null) throw conflict('结果还没有公布。', '请过些天再来看，纸条请留着。')
  return toldPage(db, round.id, paging)
}

async function roundOfCode(
  db: Asked['db'],
  code: string,
): Promise<{ readonly round: RoundRow; readonly groupId: string }> {
  const invitation = await invitationOf(db, invitationHash(code))
  const round = invitation && (await roundById(db, invitation.roundId))
  if (!invitation || !round) throw notFound('这个码')
  return { round, groupId: invitation.groupId }
}
