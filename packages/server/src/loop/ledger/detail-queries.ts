import type { ProblemDetail } from '@duizhao/contract'
import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { seenProblems } from './personal-queries.ts'
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

/** Into which problem one is asked to be merged, by whom and why; its words only for who may read it. */
export async function pendingMergeOf(
  db: Database | Tx,
  actor: Actor,
  { id, mergeInto, mergeAskedBy }: ProblemRow,
): Promise<Omit<NonNullable<ProblemDetail['pendingMerge']>, 'mayDecide'> | null> {
  if (mergeInto === null) return null
  const reason = db
    .selectFrom('problem_event')
    .select('reason')
    .where('problem_id', '=', id)
    .where('action', '=', 'requestMerge')
    .orderBy('number', 'desc')
    .limit(1)
  const into = await db
    .selectFrom('problem')
    .select((builder) => {
      const mayRead = seenProblems(builder, 'problem', { actor, permission: 'problem.read' })
      const text = builder.case().when(mayRead).then(builder.ref('text')).end()
      return ['id', 'number', reason.as('reason'), text.as('text')]
    })
    .where('id', '=', mergeInto)
    .executeTakeFirstOrThrow()
  const names = await namesOfAccounts(db, mergeAskedBy === null ? [] : [mergeAskedBy])
  return { ...into, reason: into.reason ?? '', by: names.get(mergeAskedBy ?? '') ?? '' }
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
