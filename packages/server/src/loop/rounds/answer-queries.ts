import type { RoundState } from '@duizhao/contract'
import { sql } from 'kysely'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

const AT_ONCE = 1_000

/** Writes down the slips of a group, in an order that says nothing. */
export async function insertInvitations(
  tx: Tx,
  invited: readonly { readonly roundId: string; readonly groupId: string; readonly hash: Buffer }[],
): Promise<void> {
  const inOrder = invited.toSorted((a, b) => a.hash.compare(b.hash))
  for (let from = 0; from < inOrder.length; from += AT_ONCE)
    await tx
      .insertInto('invitation')
      .values(
        inOrder.slice(from, from + AT_ONCE).map(({ roundId, groupId, hash }) => ({
          ...{ round_id: roundId, group_id: groupId, code_hash: hash },
        })),
      )
      .execute()
}

/** Which round and group a code is of. */
export async function invitationOf(
  db: Database | Tx,
  hash: Buffer,
): Promise<{ readonly roundId: string; readonly groupId: string } | undefined> {
  return db
    .selectFrom('invitation')
    .select(['round_id as roundId', 'group_id as groupId'])
    .where('code_hash', '=', hash)
    .executeTakeFirst()
}

export async function isAnswered(db: Database | Tx, hash: Buffer): Promise<boolean> {
  const row = await db.selectFrom('answer').select('round_id').where('token_hash', '=', hash).executeTakeFirst()
  return row !== undefined
}

/** The state of a round and until when it asks, which stays so until the transaction ends; many may hold it at once. */
export async function stateWhileAnswering(
  tx: Tx,
  roundId: string,
): Promise<{ readonly state: RoundState; readonly closesOn: string; readonly boxKey: Buffer | null } | undefined> {
  const row = await tx
    .selectFrom('round')
    .select(['state', 'closes_on as closesOn', 'box_key as boxKey'])
    .where('id', '=', roundId)
    .forShare()
    .executeTakeFirst()
  return row && { ...row, state: row.state as RoundState }
}

/** Keeps an answer; false if the slip was used already. */
export async function insertAnswer(
  tx: Tx,
  answer: { readonly roundId: string; readonly groupId: string; readonly hash: Buffer; readonly body: Buffer },
): Promise<boolean> {
  const { roundId, groupId, hash, body } = answer
  const inserted = await tx
    .insertInto('answer')
    .values({ round_id: roundId, group_id: groupId, token_hash: hash, body })
    .onConflict((on) => on.column('token_hash').doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

export async function answeredOf(db: Database | Tx, roundId: string): Promise<number> {
  const { count } = await db
    .selectFrom('answer')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('round_id', '=', roundId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/**
 * Takes the answers of a round out of the database, so that nothing is left of them: neither their bytes nor in what order
 * they came, which rows that are only deleted tell until they are cleaned away. The table begins anew (`truncate`) with
 * what other rounds have in it, in random order. Who answers another round waits for so long.
 */
export async function takeAnswers(
  tx: Tx,
  roundId: string,
): Promise<{ readonly groupId: string; readonly body: Buffer }[]> {
  await sql`lock table answer in access exclusive mode`.execute(tx)
  const taken = await tx
    .selectFrom('answer')
    .select(['group_id as groupId', 'body'])
    .where('round_id', '=', roundId)
    .execute()
  if (taken.length === 0) return taken
  await sql`create temporary table other_answer on commit drop as
    select * from answer where round_id <> ${roundId}`.execute(tx)
  await sql`truncate answer`.execute(tx)
  await sql`insert into answer select * from other_answer order by random()`.execute(tx)
  return taken
}
