import {
  type BallotGrade,
  type DecidedGrade,
  type endpoints,
  invitedOf,
  LEAST_INVITED,
  type Received,
  type RoundDetail,
  votesCast,
} from '@duizhao/contract'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { conflict, invalid } from '../../platform/refusal.ts'
import { countStanding } from '../meetings/index.ts'
import { entitledIn } from './ballot-people.ts'
import { insertResults, resultsOf, setGrades } from './ballot-queries.ts'
import { subjectsOf } from './count-ballots.ts'
import { detailOf, roundToChange, seenRound } from './found.ts'
import { updateRound } from './round-queries.ts'

/** Ends a ballot of fewer than five, held on paper, with the votes somebody counted. Invalid where they do not add up. */
export function enterVotes(
  context: ActorContext,
  roundId: string,
  { answered, rows, version }: Received<typeof endpoints.enterVotes>['body'],
): Promise<RoundDetail> {
  const { actor, now } = context
  return transaction(context.db, async (tx) => {
    const done = '这次评议已经有了结果，或者正在用纸条评议。'
    const round = await roundToChange(tx, actor, { id: roundId, version, states: ['draft'], done })
    const { kind, name, groups, organisation } = round
    const invited = invitedOf(groups)
    if (kind === 'opinions') throw conflict('征求意见没有票数。', '意见请代录。')
    if (invited >= LEAST_INVITED) throw conflict(`邀请了 ${invited} 人，用抽的纸条评议，不录票数。`, '请开始征集。')
    if (answered > invited) throw wrongVotes(`邀请了 ${invited} 人，收到的票不会有 ${answered} 张`)
    const given = new Map(rows.map(({ aboutId, votes }) => [aboutId, votes]))
    const counted = subjectsOf(round).map((aboutId) => {
      const votes = given.get(aboutId)
      if (!votes) throw wrongVotes('有的人没有票数')
      if (votesCast(votes) > answered) throw wrongVotes(`收到 ${answered} 张票，有的人得票比这多`)
      return { aboutId, votes }
    })
    if (counted.length !== rows.length) throw wrongVotes('有的人不在这次评议里')
    const today = dateInChina(now)
    const base = kind === 'appraisal' ? (await entitledIn(tx, organisation.id, today)).full.length : invited
    await insertResults(tx, roundId, counted)
    await updateRound(tx, roundId, { state: 'closed', closed_on: today, answered, base })
    if (round.meeting !== null) await countStanding(tx, round.meeting.id, now)
    const detail = { invited, answered }
    await record(tx, context, { action: 'round.enterVotes', subject: name, organisationId: organisation.id, detail })
    return detailOf(tx, actor, await seenRound(tx, actor, roundId))
  })
}

function wrongVotes(message: string): Error {
  return invalid(`${message}。`, '请核对计票。', [{ field: 'rows', message }])
}

/** Says what each party member is called. Invalid unless it says so of each who was voted on; it may be said anew. */
export function decideGrades(
  context: ActorContext,
  roundId: string,
  { grades, version }: { readonly grades: readonly DecidedGrade[]; readonly version: number },
): Promise<RoundDetail> {
  const { actor, now } = context
  return transaction(context.db, async (tx) => {
    const done = '收回评议以后才能评定等次。'
    const round = await roundToChange(tx, actor, { id: roundId, version, states: ['closed'], done })
    if (round.kind !== 'appraisal') throw conflict('只有民主评议党员评定等次。', '请看这次的得票。')
    const rows = await resultsOf(tx, roundId)
    if (rows.length === 0) throw conflict('这次评议没有结果，不能评定等次。', '请另办一次。')
    const given = new Map(grades.map(({ personId, grade }) => [personId, grade]))
    const decided = rows.flatMap(({ about }) => {
      const grade = about === null ? undefined : given.get(about.id)
      return about === null || grade === undefined ? [] : [{ personId: about.id, grade }]
    })
    if (decided.length !== rows.length || given.size !== rows.length)
      throw invalid('要给每个评议的人评定等次，一个也不能少。', '请逐个选好。', [
        { field: 'grades', message: '请逐个选好' },
      ])
    await setGrades(tx, roundId, decided)
    await updateRound(tx, roundId, {})
    if (round.meeting !== null) await countStanding(tx, round.meeting.id, now)
    // How many of each grade, and nobody's name: those who read the log are not those who may read the grades.
    const detail = countBy(decided.map(({ grade }) => grade))
    await record(tx, context, {
      ...{ action: 'round.decideGrades', subject: round.name, organisationId: round.organisation.id, detail },
    })
    return detailOf(tx, actor, await seenRound(tx, actor, roundId))
  })
}

function countBy(grades: readonly BallotGrade[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(grades, (grade) => grade)].map(([grade, all]) => [grade, all.length]))
}
