import { carries, type Permission } from '@duizhao/contract'
import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import { may, visible } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import type { ProblemRow } from './problem-queries.ts'

/** What a problem is found as, and by whom: one about a person by the roles that organise and approve. */
export const problemSearches = [
  { kind: 'problem', permission: 'problem.read' },
  { kind: 'personal_problem', permission: 'problem.readPersonal' },
] as const

interface Asking {
  readonly actor: Actor
  readonly permission: Permission
}

/** A condition for the problems (as `table`) the actor may see: where he has the permission, but of others’ personal ones none. */
export function seenProblems<DB, TB extends keyof DB>(
  builder: ExpressionBuilder<DB, TB>,
  table: TB & string,
  asking: Asking,
): Expression<SqlBool> {
  return builder.and([visible(builder, table, asking), notOthersOwn(builder, table, asking)])
}

/**
 * The part of it that leaves out the problems about other persons (关于个人的问题): those are for whom they are about, who
 * answers for them, and the roles that organise and approve. True for whoever has only such roles, for whom nothing is asked.
 */
export function notOthersOwn<DB, TB extends keyof DB>(
  builder: ExpressionBuilder<DB, TB>,
  table: TB & string,
  { actor, permission }: Asking,
): Expression<SqlBool> {
  const reading = actor.grants.filter(({ role }) => carries(role, permission))
  if (reading.every(({ role }) => carries(role, 'problem.readPersonal'))) return sql<SqlBool>`true`
  const column = (name: string) => sql.ref(`${table}.${name}`)
  return builder.or([
    sql<SqlBool>`${column('about_person_id')} is null`,
    sql<SqlBool>`${actor.personId} in (${column('about_person_id')}, ${column('lead_id')}, ${column('handler_id')})`,
    visible(builder, table, { actor, permission: 'problem.readPersonal' }),
  ])
}

/** The same of one problem. */
export function maySee(actor: Actor, { path, aboutId, leadId, handlerId }: ProblemRow): boolean {
  if (!may(actor, 'problem.read', path)) return false
  return (
    aboutId === null ||
    [aboutId, leadId, handlerId].includes(actor.personId) ||
    may(actor, 'problem.readPersonal', path)
  )
}
