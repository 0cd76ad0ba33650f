import { type Expression, type ExpressionBuilder, type RawBuilder, sql, type SqlBool } from 'kysely'
import { levelColumn, visible } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'

/**
 * A condition for the problems (as `table`) that are compared: where the actor may read the ledger, and none that is about a
 * person. What a person fell short in twice is for those who talk with them, not for a table.
 */
export function isCompared<DB, TB extends keyof DB>(
  builder: ExpressionBuilder<DB, TB>,
  table: TB & string,
  actor: Actor,
): Expression<SqlBool> {
  return builder.and([
    visible(builder, table, { actor, permission: 'problem.read' }),
    sql<SqlBool>`${sql.ref(`${table}.about_person_id`)} is null`,
  ])
}

/** Which organisation just below one at a level a problem belongs to; its own where that lies no deeper. */
export function placeBelow(level: number): RawBuilder<string> {
  const own = sql.ref('problem.organisation_id')
  return level < 8 ? sql`coalesce(${sql.ref(`problem.${levelColumn(level + 1)}`)}, ${own})` : sql`${own}`
}
