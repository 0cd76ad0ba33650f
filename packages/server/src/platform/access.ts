import { carries, type Permission, permissions } from '@duizhao/contract'
import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import type { Actor, ActorGrant } from './context.ts'

/** Where something lies in the tree: the ids of the organisations from the root down to its own. */
export type OrganisationPath = readonly string[]

/** True if one of the actor's roles carries the permission, wherever. */
export function carriesSomewhere(actor: Actor, permission: Permission): boolean {
  return actor.grants.some(({ role }) => carries(role, permission))
}

/** What the actor may do with what lies at `path`. */
export function permissionsOver(actor: Actor, path: OrganisationPath): ReadonlySet<Permission> {
  const all = Object.keys(permissions) as Permission[]
  return new Set(all.filter((permission) => may(actor, permission, path)))
}

/** True if one of the actor's roles carries the permission over what lies at `path`. */
export function may(actor: Actor, permission: Permission, path: OrganisationPath): boolean {
  return grantsOf(actor, permission).some(({ organisationId, level }) => path[level - 1] === organisationId)
}

/** True if one of the actor's roles carries the permission over every one of the organisations at the top of the tree. */
export function mayOverAll(actor: Actor, permission: Permission, roots: readonly string[]): boolean {
  return roots.length > 0 && roots.every((root) => may(actor, permission, [root]))
}

/** The actor's grants whose roles carry a permission; one may lie below another, which then adds nothing. */
function grantsOf(actor: Actor, permission: Permission): ActorGrant[] {
  return actor.grants.filter(({ role }) => carries(role, permission))
}

const LEVELS = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8'] as const
type LevelColumn = (typeof LEVELS)[number]

/** The column that holds the id of the ancestor at a level, 1 to 8. */
export function levelColumn(level: number): LevelColumn {
  const column = LEVELS[level - 1]
  if (column === undefined) throw new RangeError(`no level ${level}`)
  return column
}

type Leveled = Readonly<Record<LevelColumn, string | null>>

/** The path that the level columns of a row hold. */
export function pathOf(row: Leveled): OrganisationPath {
  return LEVELS.map((column) => row[column]).filter((id) => id !== null)
}

/** The level columns for something at `path`. */
export function columnsOf(path: OrganisationPath): Record<LevelColumn, string | null> & { a1: string } {
  const columns = Object.fromEntries(LEVELS.map((column, index) => [column, path[index] ?? null]))
  return columns as Record<LevelColumn, string | null> & { a1: string }
}

/**
 * A condition for rows of `table` (which has level columns) that lie where the actor has the permission. The one filter
 * every query of protected rows goes through.
 */
export function visible<DB, TB extends keyof DB>(
  builder: ExpressionBuilder<DB, TB>,
  table: TB & string,
  { actor, permission }: { readonly actor: Actor; readonly permission: Permission },
): Expression<SqlBool> {
  const conditions = grantsOf(actor, permission).map(
    ({ organisationId, level }) => sql<SqlBool>`${sql.ref(`${table}.${levelColumn(level)}`)} = ${organisationId}`,
  )
  return conditions.length === 0 ? sql<SqlBool>`false` : builder.or(conditions)
}
