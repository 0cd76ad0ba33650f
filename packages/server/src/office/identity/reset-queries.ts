import type { Credential } from '@duizhao/contract'
import { sql } from 'kysely'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** A reset nobody confirmed in time is void. */
const LASTS = 86_400_000

/** A reset that waits for another administrator. */
export interface WaitingReset {
  readonly id: string
  readonly accountId: string
  readonly askedBy: string | null
  /** Of the new password, until it takes effect; null for a second step, which is only taken away. */
  readonly made: MadePassword | null
}

export interface MadePassword {
  readonly passwordHash: string
  readonly secondHalf: string
}

export interface NewReset {
  readonly id: string
  readonly credential: Credential
  readonly accountId: string
  readonly askedBy: string | null
  readonly now: Date
}

/** A reset that took effect at once. */
export async function insertReset(tx: Tx, { id, credential, accountId, askedBy, now }: NewReset): Promise<void> {
  const row = { id, credential, account_id: accountId, asked_by: askedBy, asked_at: now, done_at: now }
  await tx.insertInto('password_reset').values(row).execute()
}

/** A reset that waits, in place of one that waited before. */
export async function insertWaitingReset(
  tx: Tx,
  { id, credential, accountId, askedBy, now }: NewReset,
  made: MadePassword | null,
): Promise<void> {
  await tx
    .deleteFrom('password_reset')
    .where('account_id', '=', accountId)
    .where('credential', '=', credential)
    .where('done_at', 'is', null)
    .execute()
  const row = { id, credential, account_id: accountId, asked_by: askedBy, asked_at: now }
  const kept = made && { password_hash: made.passwordHash, second_half: made.secondHalf }
  await tx
    .insertInto('password_reset')
    .values({ ...row, ...kept })
    .execute()
}

/** The reset of a credential an account waits for, locked until the transaction ends. */
export async function waitingReset(
  tx: Tx,
  { accountId, credential, now }: Pick<NewReset, 'accountId' | 'credential' | 'now'>,
): Promise<WaitingReset | undefined> {
  const row = await tx
    .selectFrom('password_reset')
    .select(['id', 'account_id as accountId', 'asked_by as askedBy'])
    .select(['password_hash as passwordHash', 'second_half as secondHalf'])
    .where('account_id', '=', accountId)
    .where('credential', '=', credential)
    .where('done_at', 'is', null)
    .where('asked_at', '>', new Date(now.getTime() - LASTS))
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const { passwordHash, secondHalf, ...reset } = row
  return { ...reset, made: passwordHash === null || secondHalf === null ? null : { passwordHash, secondHalf } }
}

/** It took effect: what was kept of the password is kept no longer. */
export async function endReset(tx: Tx, id: string, confirmedBy: string, now: Date): Promise<void> {
  await tx
    .updateTable('password_reset')
    .set({ confirmed_by: confirmedBy, done_at: now, password_hash: null, second_half: null })
    .where('id', '=', id)
    .execute()
}

function resets(db: Database | Tx) {
  return db
    .selectFrom('password_reset')
    .leftJoin('account as asker', 'asker.id', 'password_reset.asked_by')
    .leftJoin('person as asking', 'asking.id', 'asker.person_id')
    .leftJoin('account as confirmer', 'confirmer.id', 'password_reset.confirmed_by')
    .leftJoin('person as confirming', 'confirming.id', 'confirmer.person_id')
    .select(['asking.name as askedByName', 'confirming.name as confirmedByName', 'password_reset.asked_by as askedBy'])
    .select(['password_reset.account_id as accountId', 'password_reset.asked_at as askedAt'])
    .select(['password_reset.done_at as doneAt', 'password_reset.credential'])
    .$narrowType<{ credential: Credential }>()
}

/** The resets that wait for anybody, the oldest first. */
export async function waitingResets(db: Database | Tx, now: Date) {
  return resets(db)
    .innerJoin('account', 'account.id', 'password_reset.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .selectAll('organisation')
    .select(['account.login', 'person.name as personName', 'organisation.name as organisationName'])
    .where('password_reset.done_at', 'is', null)
    .where('password_reset.asked_at', '>', new Date(now.getTime() - LASTS))
    .where('person.left_at', 'is', null)
    .orderBy('password_reset.asked_at')
    .limit(100)
    .execute()
}

/** The resets of an account that took effect, the latest first; all, or those its owner was not told of. */
export async function resetsOf(db: Database | Tx, accountId: string, which: 'all' | 'untold') {
  let query = resets(db)
    .where('password_reset.account_id', '=', accountId)
    .where('password_reset.done_at', 'is not', null)
  if (which === 'untold') query = query.where('password_reset.told_at', 'is', null)
  return query.orderBy('password_reset.done_at', 'desc').limit(20).execute()
}

/** Who put the present password of an account alone: null if nobody did, or two did so together. */
export async function lastPutPassword(tx: Tx, accountId: string): Promise<string | null> {
  const last = await tx
    .selectFrom('password_reset')
    .select(['asked_by as askedBy', 'confirmed_by as confirmedBy'])
    .where('account_id', '=', accountId)
    .where('credential', '=', 'password')
    .where('done_at', 'is not', null)
    .orderBy('done_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.confirmedBy === null ? last.askedBy : null
}

/** Their owner has seen them. */
export async function setResetsTold(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx
    .updateTable('password_reset')
    .set({ told_at: sql`coalesce(told_at, ${now})` })
    .where('account_id', '=', accountId)
    .where('done_at', 'is not', null)
    .execute()
}
