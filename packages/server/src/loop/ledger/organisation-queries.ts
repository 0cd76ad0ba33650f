import { sql } from 'kysely'
import { levelColumn, type OrganisationPath } from '../../platform/access.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { Move } from '../../platform/feature.ts'
import { below, movePaths } from '../../office/organisation/index.ts'

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

/** What problems were like stays told where they were then; from now on the same is told where they are now. */
export async function moveVersions(tx: Tx, move: Move): Promise<void> {
  const { now } = move
  const columns = sql.raw(`a1, a2, a3, a4, a5, a6, a7, a8, organisation_id, source, class, aspect, state, text, due_on,
    struck_off_on, proved_on`)
  await sql`
    with ended as (
      update problem_version set valid_to = ${now}
      where ${below(move)} and valid_to = 'infinity' and valid_from < ${now} returning *)
    insert into problem_version (problem_id, valid_from, ${columns}) select problem_id, ${now}, ${columns} from ended
  `.execute(tx)
  await movePaths(tx, 'problem_version', move, sql`valid_to = 'infinity'`)
}

/** True if the name is of the organisation itself, or of one below it. */
export async function isNameWithin(
  tx: Tx,
  { path }: { readonly path: OrganisationPath },
  name: string,
): Promise<boolean> {
  const found = await tx
    .selectFrom('organisation')
    .select('id')
    .where(levelColumn(path.length), '=', path.at(-1) ?? '')
    .where('name', '=', name)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
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
