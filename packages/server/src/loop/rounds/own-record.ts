import {
  ballotGradeNames,
  ballotGrades,
  isBallot,
  type OwnBallot,
  type OwnOpinion,
  opinionEndingNames,
} from '@duizhao/contract'
import type { ActorContext } from '../../platform/context.ts'
import type { RecordGroup } from '../../platform/feature.ts'
import { ballotsAboutPage } from './ballot-queries.ts'
import { opinionsAboutPage } from './opinion-queries.ts'
import { roundsBy } from './round-queries.ts'

const MOST = 200

/** The rounds the actor prepared, and what was said of him in rounds that are over; who said it nobody knows. */
export async function ownRounds({ db, actor }: ActorContext): Promise<RecordGroup[]> {
  const [prepared, { items }, ballots] = await Promise.all([
    roundsBy(db, actor.accountId),
    opinionsAboutPage(db, actor.personId, { limit: MOST }),
    ballotsAboutPage(db, actor.personId, { limit: MOST }),
  ])
  const groups = [
    { name: '准备的征求意见', lines: prepared },
    { name: '征求到的对我的意见', lines: items.map(inWords) },
    { name: '对我的评议、测评', lines: ballots.items.map(votesInWords) },
  ]
  return groups.filter(({ lines }) => lines.length > 0)
}

function inWords({ round, text, outcome }: OwnOpinion): string {
  const became = outcome === null ? '还没有结果' : opinionEndingNames[outcome.ending]
  const why = outcome === null || outcome.reason === '' ? '' : `，${outcome.reason}`
  return `${round.name}：${text}；${became}${why}`
}

function votesInWords({ round: { name, kind }, answered, votes, grade }: OwnBallot): string {
  if (!isBallot(kind)) return name
  const names = ballotGradeNames[kind]
  const each = ballotGrades.map((one) => `${names[one]} ${votes[one]} 票`).join('，')
  return `${name}：收到 ${answered} 张票，${each}${grade === null ? '' : `；评定为${names[grade]}`}`
}
