import {
  type BallotGrade,
  type BallotRow,
  ballotGrades,
  type DecidedGrade,
  type OwnBallot,
  type Page,
  type RoundKind,
  type Votes,
} from '@duizhao/contract'
import { sql } from 'kysely'
import { page } from '../../platform/database/paging.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** The votes of one, null the team. */
export interface CountedRow {
  readonly aboutId: string | null
  readonly votes: Votes
}

/** Writes down how often each grade was given to each, in the order of the ballot. */
export async function insertResults(tx: Tx, roundId: string, rows: readonly CountedRow[]): Promise<void> {
  await tx
    .insertInto('ballot_result')
    .values(
      rows.map(({ aboutId, votes }, position) => ({
        ...{ round_id: roundId, position, person_id: aboutId },
        votes: ballotGrades.map((grade) => votes[grade]),
      })),
    )
    .execute()
}

/** The results of a round, in the order of its ballot. */
export async function resultsOf(db: Database | Tx, roundId: string): Promise<BallotRow[]> {
  const rows = await db
    .selectFrom('ballot_result')
    .leftJoin('person', 'person.id', 'ballot_result.person_id')
    .select(['person.id', 'person.name', 'votes', 'grade'])
    .where('round_id', '=', roundId)
    .orderBy('ballot_result.position')
    .execute()
  return rows.map(({ id, name, votes, grade }) => ({
    about: id === null || name === null ? null : { id, name },
    votes: votesOf(votes),
    grade: grade as BallotGrade | null,
  }))
}

/** Writes what those graded are called. */
export async function setGrades(tx: Tx, roundId: string, grades: readonly DecidedGrade[]): Promise<void> {
  const people = grades.map(({ personId }) => personId)
  const named = grades.map(({ grade }) => grade)
  await sql`update ballot_result set grade = decided.grade
    from unnest(${people}::uuid[], ${named}::text[]) as decided (person_id, grade)
    where round_id = ${roundId} and ballot_result.person_id = decided.person_id`.execute(tx)
}

/** What came out of the ballots on a person, the latest first. */
export async function ballotsAboutPage(
  db: Database,
  personId: string,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<OwnBallot>> {
  const query = db
    .selectFrom('ballot_result')
    .innerJoin('round', 'round.id', 'ballot_result.round_id')
    .innerJoin('organisation', 'organisation.id', 'round.organisation_id')
    .select(['round.id', 'round.name', 'round.kind', 'organisation.name as organisation', 'round.answered'])
    .select(['round.closed_on as closedOn', 'votes', 'grade'])
    .where('person_id', '=', personId)
  const keys = [{ column: 'ballot_result.round_id', property: 'id' }]
  const { items, next } = await page(query, keys, { ...paging, descending: true })
  return {
    items: items.map(({ id, name, kind, organisation, answered, closedOn, votes, grade }) => ({
      round: { id, name, kind: kind as RoundKind, organisation },
      ...{ answered: answered ?? 0, closedOn: closedOn ?? '' },
      votes: votesOf(votes),
      grade: grade as BallotGrade | null,
    })),
    next,
  }
}

function votesOf([excellent = 0, qualified = 0, basic = 0, unqualified = 0]: readonly number[]): Votes {
  return { excellent, qualified, basic, unqualified }
}
