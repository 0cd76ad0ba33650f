import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transaction.ts'
import type { Move } from '../../platform/feature.ts'

/** What the moved organisation counts goes from the ancestors it leaves to those it comes under. */
export async function moveCounts(tx: Tx, { id, path, parentPath }: Move): Promise<void> {
  const left = path.slice(0, -1).filter((above) => !parentPath.includes(above))
  const joined = parentPath.filter((above) => !path.includes(above))
  for (const [ids, sign] of [
    [left, -1],
    [joined, 1],
  ] as const) {
    if (ids.length === 0) continue
    await sql`insert into problem_count (organisation_id, source, class, state, is_proved, is_overdue, count)
      select above.id, source, class, state, is_proved, is_overdue, ${sign}::int * count
      from problem_count, unnest(${ids}::uuid[]) as above(id) where organisation_id = ${id}
      on conflict (organisation_id, source, class, state, is_proved, is_overdue)
      do update set count = problem_count.count + excluded.count`.execute(tx)
  }
}

/** True if the ledger of an organisation has or ever had a problem: counters stay, at zero, when the problems are gone. */
export async function everHadProblems(tx: Tx, organisationId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('problem_count')
    .select('organisation_id')
    .where('organisation_id', '=', organisationId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
