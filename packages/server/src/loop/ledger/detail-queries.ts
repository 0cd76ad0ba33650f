import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { ProblemRow } from './problem-queries.ts'

/** The rows that go on with a problem: it came back, was split, or merged into another. */
export async function heirsOf(
  db: Database | Tx,
  { id, mergedInto }: ProblemRow,
): Promise<{ id: string; number: number; relation: 'relapse' | 'split' | 'merge' }[]> {
  const rows = await db
    .selectFrom('problem')
    .select(['id', 'number', 'relapse_of', 'split_from'])
    .where((builder) =>
      builder.or([
        builder('relapse_of', '=', id),
        builder('split_from', '=', id),
        ...(mergedInto === null ? [] : [builder('id', '=', mergedInto)]),
      ]),
    )
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    relation: row.relapse_of === id ? 'relapse' : row.split_from === id ? 'split' : 'merge',
  }))
}

/** Into which problem one is asked to be merged, and by whom. */
export async function pendingMergeOf(
  db: Database | Tx,
  { mergeInto, mergeAskedBy }: ProblemRow,
): Promise<{ id: string; number: number; by: string } | null> {
  if (mergeInto === null) return null
  const into = await db
    .selectFrom('problem')
    .select(['id', 'number'])
    .where('id', '=', mergeInto)
    .executeTakeFirstOrThrow()
  const names = await namesOfAccounts(db, mergeAskedBy === null ? [] : [mergeAskedBy])
  return { ...into, by: names.get(mergeAskedBy ?? '') ?? '' }
}

export async function namesOfAccounts(db: Database | Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id', 'person.name'])
    .where('account.id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
