import { postRoles } from '@duizhao/contract'
import { type RawBuilder, sql, type SqlBool } from 'kysely'

/** A condition for the posts held on a day; what was withdrawn never was one. */
export function heldOn(day: string): RawBuilder<SqlBool> {
  return sql`(post.withdrawn_on is null and post.from_on <= ${day} and (post.to_on is null or post.to_on >= ${day}))`
}

/** Where a role stands in the list of a body. */
export const roleOrder = sql<number>`array_position(${sql.raw(`array[${postRoles.map((role) => `'${role}'`).join(', ')}]`)}::text[], post.role)`
