import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** A written demand without an answer. */
export interface OpenNotice {
  readonly issuedBy: string
  readonly answerDueOn: string
}

/** The demands about a problem that nobody answered yet, first what is due first. */
export async function openNoticesOf(db: Database | Tx, problemId: string): Promise<OpenNotice[]> {
  return db
    .selectFrom('notice')
    .select(['issued_by as issuedBy', 'answer_due_on as answerDueOn'])
    .where('problem_id', '=', problemId)
    .where('answer', 'is', null)
    .orderBy('answer_due_on')
    .orderBy('id')
    .execute()
}
