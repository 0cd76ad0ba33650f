import type { RecurrenceVerdict } from '@duizhao/contract'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** What a person said of a problem and an earlier one. */
export interface VerdictRow {
  readonly problemId: string
  readonly earlierId: string
  readonly verdict: RecurrenceVerdict
  readonly reason: string
  readonly by: string
  readonly at: Date
}

/** What was said of some problems and earlier ones. */
export async function verdictsOf(db: Database | Tx, problemIds: readonly string[]): Promise<VerdictRow[]> {
  if (problemIds.length === 0) return []
  const rows = await db
    .selectFrom('recurrence_verdict')
    .select(['problem_id as problemId', 'earlier_id as earlierId', 'verdict', 'reason', 'by_name as by', 'at'])
    .where('problem_id', 'in', problemIds)
    .orderBy('at', 'desc')
    .orderBy('earlier_id')
    .execute()
  return rows.map((row) => ({ ...row, verdict: row.verdict as RecurrenceVerdict }))
}

export interface NewVerdict extends VerdictRow {
  readonly accountId: string
  /** What both were shown to have in common. */
  readonly shared: string
}

/** Keeps what is said of a pair, instead of what was. */
export async function putVerdict(tx: Tx, said: NewVerdict): Promise<void> {
  const { problemId, earlierId, accountId, verdict, reason, shared, by, at } = said
  const values = { verdict, reason, shared, at, account_id: accountId, by_name: by }
  await tx
    .insertInto('recurrence_verdict')
    .values({ ...values, problem_id: problemId, earlier_id: earlierId })
    .onConflict((conflict) => conflict.columns(['problem_id', 'earlier_id']).doUpdateSet(values))
    .execute()
}

export async function dropVerdict(tx: Tx, problemId: string, earlierId: string): Promise<void> {
  await tx
    .deleteFrom('recurrence_verdict')
    .where('problem_id', '=', problemId)
    .where('earlier_id', '=', earlierId)
    .execute()
}

const MOST_TOLD = 50

/** The latest an account said of problems and earlier ones, by their numbers. */
export async function verdictsBy(db: Database, accountId: string) {
  return db
    .selectFrom('recurrence_verdict')
    .innerJoin('problem', 'problem.id', 'recurrence_verdict.problem_id')
    .innerJoin('problem as earlier', 'earlier.id', 'recurrence_verdict.earlier_id')
    .select(['problem.number', 'earlier.number as earlierNumber', 'verdict', 'reason', 'recurrence_verdict.at'])
    .where('recurrence_verdict.account_id', '=', accountId)
    .orderBy('recurrence_verdict.at', 'desc')
    .limit(MOST_TOLD)
    .execute()
}
