import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** The secret of an account's second step, sealed, and since when signing in asks for it; null: it is being set up. */
export interface FactorRow {
  readonly secret: Buffer
  readonly turnedOnAt: Date | null
}

/** Undefined if the account has none and none is being set up. */
export async function factorOf(db: Database | Tx, accountId: string): Promise<FactorRow | undefined> {
  return db
    .selectFrom('second_factor')
    .select(['secret', 'turned_on_at as turnedOnAt'])
    .where('account_id', '=', accountId)
    .executeTakeFirst()
}

/** Keeps a secret that is being set up, in place of one that was; false if the account has a second step already. */
export async function putSecret(tx: Tx, accountId: string, secret: Buffer, now: Date): Promise<boolean> {
  const fresh = { secret, begun_at: now, last_step: 0 }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('second_factor')
    .values({ account_id: accountId, ...fresh })
    .onConflict((on) => on.column('account_id').doUpdateSet(fresh).where('second_factor.turned_on_at', 'is', null))
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** From now on signing in asks for a code of this secret; false if it did already, or another was put in its place. */
export async function setOn(tx: Tx, accountId: string, secret: Buffer, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('second_factor')
    .set({ turned_on_at: now })
    .where('account_id', '=', accountId)
    .where('secret', '=', secret)
    .where('turned_on_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Uses a step up, with all before it; false if it was, however many ask at once. */
export async function useStep(db: Database, accountId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('second_factor')
    .set({ last_step: step })
    .where('account_id', '=', accountId)
    .where('last_step', '<', step)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Uses a recovery code up; false if there is none such, or it was. */
export async function useRecoveryCode(db: Database, accountId: string, hash: Buffer, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Gives an account recovery codes in place of those it had. */
export async function putRecoveryCodes(tx: Tx, accountId: string, hashes: readonly Buffer[]): Promise<void> {
  await tx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute()
  const rows = hashes.map((hash) => ({ account_id: accountId, hash }))
  await tx.insertInto('recovery_code').values(rows).execute()
}

/** How many recovery codes an account has left. */
export async function recoveryCodesLeft(db: Database | Tx, accountId: string): Promise<number> {
  const { left } = await db
    .selectFrom('recovery_code')
    .select(({ fn }) => fn.countAll<string>().as('left'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(left)
}

/** Takes an account's second step away, with its recovery codes; false if it had none. */
export async function deleteFactor(tx: Tx, accountId: string): Promise<boolean> {
  await tx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute()
  const { numDeletedRows } = await tx.deleteFrom('second_factor').where('account_id', '=', accountId).executeTakeFirst()
  return numDeletedRows === 1n
}
