import { type ExpressionBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { DB } from '../../platform/database/tables.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { seenProblems } from './personal-queries.ts'
import type { ProblemRow } from './problem-queries.ts'

interface OtherProblem {
  readonly id: string
  readonly number: number
}

/** With whether the actor may see it. */
interface FoundProblem extends OtherProblem {
  readonly isSeen: boolean
}

const isSeenBy = (actor: Actor) => (builder: ExpressionBuilder<DB, 'problem'>) =>
  sql<boolean>`${seenProblems(builder, 'problem', { actor, permission: 'problem.read' })}`.as('isSeen')

/** Other problems whose evidence is the same as a piece of this one's, by its bytes or by what is cited, and its name here. */
export async function evidenceUsedElsewhere(
  db: Database | Tx,
  { id }: ProblemRow,
  actor: Actor,
): Promise<(FoundProblem & { readonly name: string })[]> {
  return db
    .selectFrom('evidence as own')
    .innerJoin('evidence as other', (join) =>
      join.on((builder) =>
        builder.or([
          builder('other.file_hash', '=', builder.ref('own.file_hash')),
          builder('other.record_id', '=', builder.ref('own.record_id')),
          builder('other.paper_version_id', '=', builder.ref('own.paper_version_id')),
        ]),
      ),
    )
    .innerJoin('problem', 'problem.id', 'other.problem_id')
    .select(['own.name', 'problem.id', 'problem.number', isSeenBy(actor)])
    .distinct()
    .where('own.problem_id', '=', id)
    .where('own.removed_at', 'is', null)
    .where('other.removed_at', 'is', null)
    .where('other.problem_id', '!=', id)
    .orderBy('problem.number')
    .limit(100)
    .execute()
}

/** Other problems under the same root with progress in the same words, of those that are at least so long. */
export async function progressWrittenElsewhere(
  db: Database | Tx,
  { id, path }: ProblemRow,
  { actor, atLeast }: { readonly actor: Actor; readonly atLeast: number },
): Promise<(FoundProblem & { readonly text: string })[]> {
  return db
    .selectFrom('progress as own')
    .innerJoin('progress as other', 'other.text_hash', 'own.text_hash')
    .innerJoin('problem', 'problem.id', 'other.problem_id')
    .select(['own.text', 'problem.id', 'problem.number', isSeenBy(actor)])
    .distinct()
    .where('own.problem_id', '=', id)
    .where('other.problem_id', '!=', id)
    .where('problem.a1', '=', path[0] ?? '')
    .where('problem.state', '!=', 'withdrawn')
    .where(sql<number>`length(own.text)`, '>=', atLeast)
    .orderBy('problem.number')
    .limit(100)
    .execute()
}

/** Earlier problems of the same organisation with measures in the same words, and how many these are. */
export async function measuresWrittenBefore(
  db: Database | Tx,
  { id, registeredOn, organisationId }: ProblemRow,
): Promise<(OtherProblem & { readonly same: number })[]> {
  return db
    .selectFrom('measure as own')
    .innerJoin('measure as other', 'other.text_hash', 'own.text_hash')
    .innerJoin('problem', 'problem.id', 'other.problem_id')
    .select(['problem.id', 'problem.number', (count) => count.fn.countAll<number>().as('same')])
    .where('own.problem_id', '=', id)
    .where('problem.organisation_id', '=', organisationId)
    .where('problem.id', '!=', id)
    .where('problem.state', '!=', 'withdrawn')
    .where('problem.registered_on', '<', registeredOn)
    .groupBy(['problem.id', 'problem.number'])
    .orderBy('problem.number')
    .limit(50)
    .execute()
}

/** The problems an organisation struck off on a day. */
export async function struckOffOnDay(
  db: Database | Tx,
  organisationId: string,
  date: string,
): Promise<(OtherProblem & { readonly dueOn: string | null })[]> {
  return db
    .selectFrom('problem')
    .select(['id', 'number', 'due_on as dueOn'])
    .where('organisation_id', '=', organisationId)
    .where('struck_off_on', '=', date)
    .orderBy('number')
    .limit(200)
    .execute()
}
