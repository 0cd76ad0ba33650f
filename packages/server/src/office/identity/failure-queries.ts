import { sql } from 'kysely'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** Who tries a password: the login as it was typed, in lower case, and where he sits. */
export interface Guesser {
  readonly login: string
  readonly address: string
}

/** After how many wrong passwords one waits, for how long at first, twice as long each time, and how long at most. */
export interface Pace {
  readonly free: number
  readonly firstSeconds: number
  readonly mostSeconds: number
}

export interface Attempt {
  /** How many in a row, this one included. */
  readonly failures: number
  /** When the next may be made if this one fails; null: at once. */
  readonly until: Date | null
}

/** What failed so long ago is forgotten. */
const FORGOTTEN_AFTER = 86_400_000

/**
 * Counts an attempt as failed before it is looked at, so that many at once are many; undefined if it comes too early. The
 * row is held no longer than this statement takes.
 */
export async function countAttempt(
  db: Database,
  { login, address }: Guesser,
  { now, pace }: { readonly now: Date; readonly pace: Pace },
): Promise<Attempt | undefined> {
  const forgotten = new Date(now.getTime() - FORGOTTEN_AFTER)
  const { rows } = await sql<{ failures: number; until: Date | null }>`
    with counted as (
      insert into sign_in_failure as kept (login, address, failures, last_at)
      values (${login.toLowerCase()}, ${address}, 1, ${now})
      on conflict (login, address) do update
      set failures = case when kept.last_at < ${forgotten} then 1 else kept.failures + 1 end, last_at = ${now},
        until = case when kept.last_at < ${forgotten} or kept.failures + 1 < ${pace.free} then null
          else ${now}::timestamptz + least(${pace.mostSeconds}::double precision,
            ${pace.firstSeconds} * power(2, least(kept.failures + 1 - ${pace.free}, 20))) * interval '1 second' end
      where kept.until is null or kept.until <= ${now}
      returning failures, until)
    select failures, until from counted`.execute(db)
  return rows[0]
}

/** Until when an attempt comes too early. */
export async function waitsUntil(db: Database, { login, address }: Guesser): Promise<Date | null> {
  const row = await db
    .selectFrom('sign_in_failure')
    .select('until')
    .where('login', '=', login.toLowerCase())
    .where('address', '=', address)
    .executeTakeFirst()
  return row?.until ?? null
}

/** The password was right. */
export async function forgetFailures(tx: Tx, { login, address }: Guesser): Promise<void> {
  await tx
    .deleteFrom('sign_in_failure')
    .where('login', '=', login.toLowerCase())
    .where('address', '=', address)
    .execute()
}

/** Lets a login be tried again from everywhere. */
export async function forgetAllFailures(tx: Tx, login: string): Promise<void> {
  await tx.deleteFrom('sign_in_failure').where('login', '=', login.toLowerCase()).execute()
}

export async function deleteOldFailures(db: Database, now: Date): Promise<void> {
  const forgotten = new Date(now.getTime() - FORGOTTEN_AFTER)
  await db.deleteFrom('sign_in_failure').where('last_at', '<', forgotten).execute()
}
