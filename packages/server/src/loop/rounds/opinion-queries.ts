import type { OpinionEnding, OwnOpinion, Page, RoundOpinion, ToldOpinion } from '@duizhao/contract'
import { sql } from 'kysely'
import { page } from '../../platform/database/paging.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

const AT_ONCE = 1_000

interface Paging {
  readonly after?: string | undefined
  readonly limit: number
}

function opinions(db: Database | Tx) {
  return db
    .selectFrom('opinion')
    .leftJoin('person', 'person.id', 'opinion.about_person_id')
    .leftJoin('problem', 'problem.id', 'opinion.problem_id')
    .select(['opinion.id', 'opinion.round_id as roundId', 'opinion.group_name as group', 'opinion.is_typed as isTyped'])
    .select(['opinion.aspect', 'opinion.text', 'opinion.ending', 'opinion.ending_reason as endingReason'])
    .select(['opinion.ended_on as endedOn', 'opinion.version', 'person.id as aboutId', 'person.name as aboutName'])
    .select(['problem.id as problemId', 'problem.number as problemNumber'])
}

export type OpinionRow = Awaited<ReturnType<ReturnType<typeof opinions>['execute']>>[number]

/** An opinion as it is shown to those who may read it. */
export function opinionOf(row: OpinionRow): RoundOpinion {
  const { id, group, isTyped, aspect, text, ending, endedOn, version, aboutId, aboutName, problemId, problemNumber } =
    row
  const problem = problemId === null || problemNumber === null ? null : { id: problemId, number: problemNumber }
  return {
    ...{ id, group, isTyped, aspect, text, version },
    about: aboutId === null || aboutName === null ? null : { id: aboutId, name: aboutName },
    outcome:
      ending === null || endedOn === null
        ? null
        : { ending: ending as OpinionEnding, reason: row.endingReason, on: endedOn, problem },
  }
}

const BY_ID = [{ column: 'opinion.id', property: 'id' }]

/** The opinions of a round; those about persons too, or only those about the team. */
export async function opinionsPage(
  db: Database,
  { roundId, ofPersonsToo }: { readonly roundId: string; readonly ofPersonsToo: boolean },
  paging: Paging,
): Promise<Page<RoundOpinion>> {
  let query = opinions(db).where('opinion.round_id', '=', roundId)
  if (!ofPersonsToo) query = query.where('opinion.about_person_id', 'is', null)
  const { items, next } = await page(query, BY_ID, paging)
  return { items: items.map(opinionOf), next }
}

/** What was said of a person in rounds that are over. */
export async function opinionsAboutPage(db: Database, personId: string, paging: Paging): Promise<Page<OwnOpinion>> {
  const query = opinions(db)
    .innerJoin('round', 'round.id', 'opinion.round_id')
    .select('round.name as roundName')
    .where('opinion.about_person_id', '=', personId)
    .where('round.state', '=', 'closed')
  const { items, next } = await page(query, BY_ID, paging)
  return {
    items: items.map((row) => ({ ...opinionOf(row), round: { id: row.roundId, name: row.roundName } })),
    next,
  }
}

/** What the groups are told: the opinions about the team, with what became of them. */
export async function toldPage(db: Database, roundId: string, paging: Paging): Promise<Page<ToldOpinion>> {
  const query = opinions(db).where('opinion.round_id', '=', roundId).where('opinion.about_person_id', 'is', null)
  const { items, next } = await page(query, BY_ID, paging)
  return {
    items: items.flatMap(({ aspect, text, ending, endingReason }) =>
      ending === null ? [] : [{ aspect, text, ending: ending as OpinionEnding, reason: endingReason }],
    ),
    next,
  }
}

export async function opinionById(db: Database | Tx, id: string): Promise<OpinionRow | undefined> {
  return opinions(db).where('opinion.id', '=', id).executeTakeFirst()
}

/** An opinion that is written down. */
export interface WrittenOpinion {
  readonly id: string
  readonly group: string | null
  readonly isTyped: boolean
  readonly aspect: string
  readonly aboutId: string | null
  readonly text: string
}

export async function insertOpinions(tx: Tx, roundId: string, written: readonly WrittenOpinion[]): Promise<void> {
  for (let from = 0; from < written.length; from += AT_ONCE)
    await tx
      .insertInto('opinion')
      .values(
        written.slice(from, from + AT_ONCE).map(({ id, group, isTyped, aspect, aboutId, text }) => ({
          ...{ id, round_id: roundId, group_name: group, is_typed: isTyped, aspect, text },
          about_person_id: aboutId,
        })),
      )
      .execute()
}

export async function setOutcome(
  tx: Tx,
  id: string,
  {
    ending,
    reason,
    on,
    problemId,
  }: {
    readonly ending: OpinionEnding
    readonly reason: string
    readonly on: string
    readonly problemId: string | null
  },
): Promise<void> {
  await tx
    .updateTable('opinion')
    .set((builder) => ({
      ...{ ending, ending_reason: reason, ended_on: on, problem_id: problemId },
      version: builder('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** How many were entered by hand, and how many have no result yet. */
export async function countsOfOpinions(
  db: Database | Tx,
  roundId: string,
): Promise<{ readonly typed: number; readonly unended: number }> {
  const { rows } = await sql<{ typed: number; unended: number }>`
    select count(*) filter (where is_typed)::int as typed, count(*) filter (where ending is null)::int as unended
    from opinion where round_id = ${roundId}`.execute(db)
  return rows[0] ?? { typed: 0, unended: 0 }
}

/** How many opinions there are of a round, of those entered by hand or of the others. */
export async function opinionsIn(
  tx: Tx,
  { roundId, areTyped }: { readonly roundId: string; readonly areTyped: boolean },
): Promise<number> {
  const { count } = await tx
    .selectFrom('opinion')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('round_id', '=', roundId)
    .where('is_typed', '=', areTyped)
    .executeTakeFirstOrThrow()
  return Number(count)
}
