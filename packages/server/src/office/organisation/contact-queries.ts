import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** So many a night; the rest come the next. */
const MOST = 1_000

/** People who left before a moment and of whom something is still kept that they were reached or signed in by. */
export async function goneSince(db: Database, before: Date) {
  return db
    .selectFrom('person')
    .leftJoin('account', 'account.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.organisation_id as organisationId', 'account.id as accountId'])
    .where('person.left_at', '<', before)
    .where((where) =>
      where.or([
        where('person.email', '<>', ''),
        ...(['second_factor', 'recovery_code', 'previous_password'] as const).map((table) =>
          where.exists(where.selectFrom(table).whereRef(`${table}.account_id`, '=', 'account.id')),
        ),
      ]),
    )
    .orderBy('person.left_at')
    .limit(MOST)
    .execute()
}

export async function eraseContact(tx: Tx, personId: string): Promise<void> {
  await tx.updateTable('person').set({ email: '' }).where('id', '=', personId).execute()
}
