import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { levelColumn } from '../../platform/access.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { Move } from '../../platform/feature.ts'

/** The tables whose rows carry the path they lie at, as the catalogue has them: all with the columns a1…a8. */
export async function tablesWithPath(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = current_schema() and table_type = 'BASE TABLE'
      and column_name in ('a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8')
    group by table_name having count(*) = 8 order by table_name`.execute(tx)
  return rows.map(({ name }) => name)
}

/** The rows of a table with a path that lie where a moved organisation has lain until now, its own among them. */
export function below({ id, path }: Pick<Move, 'id' | 'path'>): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.ref(levelColumn(path.length))} = ${id}`
}

/**
 * Lets every row of a table that lies below an organisation follow it from the end of one path to the end of another; of
 * a table that tells of the past, those of a kind only.
 */
export async function movePaths(
  tx: Tx,
  table: string,
  { id, path, parentPath }: Move,
  which: RawBuilder<SqlBool> = sql`true`,
): Promise<void> {
  const down = parentPath.length - (path.length - 1)
  const assignments = Array.from({ length: 8 }, (_, index) => {
    const above = parentPath[index]
    const from = index - down
    const value =
      above === undefined ? (from < 8 ? sql.ref(levelColumn(from + 1)) : sql`null::uuid`) : sql`${above}::uuid`
    return sql`${sql.ref(levelColumn(index + 1))} = ${value}`
  })
  const level = table === 'organisation' ? sql`, level = level + ${down}` : sql``
  await sql`update ${sql.table(table)} set ${sql.join(assignments)}${level}
    where ${below({ id, path })} and ${which}`.execute(tx)
}
