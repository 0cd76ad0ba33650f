import { closedStates, type PriorProblem, uncountedStates } from '@duizhao/contract'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transaction.ts'
import type { Database } from '../../platform/database/pool.ts'

const MOST = 100
const SOURCES = ['meeting', 'criticism', 'opinion'] as const

/**
 * What earlier meetings left the body to put right, what is not done first, with how many there are and are done. What is
 * about a person is counted, and not on the screen that all look at. `isAnswered`: it is done, or some progress is told of.
 */
export async function priorProblems(
  db: Database | Tx,
  { organisationId, meetingId, before }: { organisationId: string; meetingId: string; before: string },
): Promise<{ problems: (PriorProblem & { isAnswered: boolean })[]; total: number; done: number }> {
  const isDone = sql<boolean>`state = any(${[...closedStates]})`
  const all = db
    .selectFrom('problem')
    .where('organisation_id', '=', organisationId)
    .where('source', 'in', SOURCES)
    .where('state', 'not in', uncountedStates)
    .where('registered_on', '<', before)
    .where(({ eb, or }) => or([eb('meeting_id', 'is', null), eb('meeting_id', '<>', meetingId)]))
  const [problems, counts] = await Promise.all([
    all
      .select(['id', 'number', 'text', 'state', 'due_on as dueOn'])
      .select(
        sql<boolean>`(${isDone} or exists (select from progress where progress.problem_id = problem.id))`.as(
          'isAnswered',
        ),
      )
      .where('about_person_id', 'is', null)
      .orderBy(isDone)
      .orderBy('number')
      .limit(MOST)
      .execute(),
    all
      .select(sql<number>`count(*)::int`.as('total'))
      .select(sql<number>`(count(*) filter (where ${isDone}))::int`.as('done'))
      .executeTakeFirstOrThrow(),
  ])
  return { problems, ...counts }
}
