import {
  BallotChoice,
  type BallotGrade,
  ballotGrades,
  LEAST_SHOWN,
  MOST_APPRAISED,
  type Votes,
} from '@duizhao/contract'
import { z } from 'zod'
import type { Tx } from '../../platform/database/transaction.ts'
import { takeAnswers } from './answer-queries.ts'
import { insertResults } from './ballot-queries.ts'
import { type Opened, shownOf } from './opened.ts'
import type { RoundRow } from './round-queries.ts'
import { type Box, unseal } from './sealed-box.ts'

const Sealed = z.array(BallotChoice).max(MOST_APPRAISED + 1)

/**
 * Counts the votes and leaves nothing of the ballots in the database: only how often each grade was given to each, of all
 * groups together. With fewer than five ballots nothing is counted: what everybody gave would be known.
 */
export async function countBallots(tx: Tx, round: RoundRow, box: Box): Promise<Opened> {
  const answers = await takeAnswers(tx, round.id)
  if (answers.length >= LEAST_SHOWN) {
    const choices = answers.flatMap(({ body }) => Sealed.parse(JSON.parse(unseal(body, box))))
    const given = Map.groupBy(choices, ({ aboutId }) => aboutId)
    const rows = subjectsOf(round).map((aboutId) => ({ aboutId, votes: votesIn(given.get(aboutId) ?? []) }))
    await insertResults(tx, round.id, rows)
  }
  return shownOf(round.groups, answers)
}

/** Whom a ballot is on, in its order; null is the team, which an assessment asks about first. */
export function subjectsOf({ kind, about }: Pick<RoundRow, 'kind' | 'about'>): (string | null)[] {
  return [...(kind === 'assessment' ? [null] : []), ...about.map(({ id }) => id)]
}

function votesIn(choices: readonly BallotChoice[]): Votes {
  const count = (wanted: BallotGrade): number => choices.filter(({ grade }) => grade === wanted).length
  const [excellent, qualified, basic, unqualified] = ballotGrades
  return {
    excellent: count(excellent),
    qualified: count(qualified),
    basic: count(basic),
    unqualified: count(unqualified),
  }
}
