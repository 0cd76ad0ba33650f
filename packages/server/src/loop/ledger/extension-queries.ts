import type { Extension, ProblemClass } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

export async function extensionsOf(db: Database | Tx, problemId: string): Promise<Extension[]> {
  const rows = await db
    .selectFrom('extension')
    .innerJoin('account as asker', 'asker.id', 'extension.requested_by')
    .innerJoin('person as asking', 'asking.id', 'asker.person_id')
    .leftJoin('account as decider', 'decider.id', 'extension.decided_by')
    .leftJoin('person as deciding', 'deciding.id', 'decider.person_id')
    .select([
      'extension.id',
      'extension.until',
      'extension.class',
      'extension.reason',
      'extension.requested_at as at',
      'extension.is_granted as isGranted',
      'extension.decision_reason as decisionReason',
      'extension.decided_at as decidedAt',
      'asking.name as by',
      'deciding.name as decidedBy',
    ])
    .where('extension.problem_id', '=', problemId)
    .orderBy('extension.requested_at')
    .execute()
  return rows.map(({ at, isGranted, decisionReason, decidedAt, decidedBy, ...rest }) => ({
    ...rest,
    at: at.toISOString(),
    decision:
      decidedAt === null || isGranted === null
        ? null
        : { isGranted, reason: decisionReason, by: decidedBy ?? '', at: decidedAt.toISOString() },
  }))
}

export interface AskedExtension {
  readonly until: string | null
  readonly class: ProblemClass | null
  readonly reason: string
  readonly accountId: string
  readonly at: Date
}

export async function insertExtension(tx: Tx, problemId: string, asked: AskedExtension): Promise<void> {
  const { until, class: kind, reason, accountId, at } = asked
  await tx
    .insertInto('extension')
    .values({
      id: newId(),
      problem_id: problemId,
      until,
      class: kind,
      reason,
      requested_by: accountId,
      requested_at: at,
    })
    .execute()
}

export interface Decision {
  readonly isGranted: boolean
  readonly reason: string
  readonly accountId: string
  readonly at: Date
}

/** Decides the pending extension of a problem; what it moves to, and the account that asked for it. */
export async function decidePending(
  tx: Tx,
  problemId: string,
  { isGranted, reason, accountId, at }: Decision,
): Promise<{ readonly until: string | null; readonly class: ProblemClass | null; readonly requestedBy: string }> {
  return tx
    .updateTable('extension')
    .set({ is_granted: isGranted, decision_reason: reason, decided_by: accountId, decided_at: at })
    .where('problem_id', '=', problemId)
    .where('decided_at', 'is', null)
    .returning(['until', 'class', 'requested_by as requestedBy'])
    .executeTakeFirstOrThrow()
}
