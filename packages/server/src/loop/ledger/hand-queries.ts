import { sql } from 'kysely'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** One’s part in a problem; `worked`: reported, handed in evidence, or finished a measure. */
interface Hand {
  readonly personId: string
  readonly deed: string
}

/**
 * The people who ever had a hand in a problem: led or handled it, asked for its strike-off or more time, reported, handed
 * in evidence, finished measures, or did so for one merged into it. The database keeps most of them by itself.
 */
export async function handsIn(db: Database | Tx, problemId: string): Promise<Hand[]> {
  return db
    .selectFrom('problem_hand')
    .select(['person_id as personId', 'deed'])
    .where('problem_id', '=', problemId)
    .execute()
}

/** The names of the people who ever had a hand in a problem. */
export async function namesOfHands(db: Database | Tx, problemId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('problem_hand')
    .innerJoin('person', 'person.id', 'person_id')
    .select('person.name')
    .distinct()
    .where('problem_id', '=', problemId)
    .execute()
  return rows.map(({ name }) => name)
}

/** Which of the problems somebody ever had a hand in. */
export async function touchedAmong(db: Database | Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('problem_hand')
    .select('problem_id as id')
    .distinct()
    .where('problem_id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Keeps that somebody did work on problems that leaves no other trace: measures they marked as done. */
export async function keepWorker(tx: Tx, problemIds: readonly string[], personId: string): Promise<void> {
  await sql`
    insert into problem_hand select id, ${personId}, 'worked' from unnest(${problemIds}::uuid[]) as id
    on conflict do nothing`.execute(tx)
}

/** Keeps that whoever had a hand in one problem has it in the problems that go on with it. */
export async function passHands(tx: Tx, from: string, to: readonly string[]): Promise<void> {
  await sql`
    insert into problem_hand
    select heir, person_id, deed from problem_hand, unnest(${to}::uuid[]) as heir where problem_id = ${from}
    on conflict do nothing`.execute(tx)
}
