import type { Progress } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** Progress, the newest first. */
export async function progressOf(db: Database | Tx, problemId: string): Promise<Progress[]> {
  const rows = await db
    .selectFrom('progress')
    .leftJoin('account', 'account.id', 'progress.account_id')
    .leftJoin('person', 'person.id', 'account.person_id')
    .select([
      'progress.id',
      'progress.dated_on as on',
      'progress.text',
      'person.name as by',
      'is_imported as isImported',
      'progress.at',
    ])
    .where('problem_id', '=', problemId)
    .orderBy('dated_on', 'desc')
    .orderBy('progress.id', 'desc')
    .limit(500)
    .execute()
  return rows.map(({ by, isImported, at, ...rest }) => ({
    ...rest,
    by: isImported ? `${by ?? ''}导入` : (by ?? ''),
    at: at.toISOString(),
  }))
}

export interface NewProgress {
  readonly accountId: string
  readonly on: string
  readonly text: string
  readonly at: Date
}

export async function insertProgress(tx: Tx, problemId: string, progress: NewProgress): Promise<void> {
  const { accountId, on, text, at } = progress
  await tx
    .insertInto('progress')
    .values({ id: newId(), problem_id: problemId, account_id: accountId, dated_on: on, text, at })
    .execute()
}
