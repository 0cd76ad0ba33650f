import { carries, type RecordView, type Role } from '@duizhao/contract'
import { type Expression, type ExpressionBuilder, type RawBuilder, sql, type SqlBool } from 'kysely'
import { visible } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import type { DB } from '../../platform/database/tables.ts'
import { writerRoles } from './expected.ts'

/** Who asks, and on which day. */
export interface Asking {
  readonly actor: Actor
  readonly today: string
}

type Builder = ExpressionBuilder<DB, 'record'>

/**
 * How much of a row of `record` the actor sees; null is nothing, and it does not exist for them. The one place that says so:
 *
 * | the record is | whole | pair | outline |
 * | --- | --- | --- | --- |
 * | a draft | who entered it | | |
 * | a talk, held or planned | the two who talk | who entered it, the body’s own organiser, its secretary | |
 * | else | who entered, held or is named in it, who has a post in the body, reads at the body itself, or writes its records | | who reads further up |
 */
export function viewOf(builder: Builder, { actor, today }: Asking): RawBuilder<RecordView | null> {
  const isEntered = sql<SqlBool>`record.created_by = ${actor.accountId}`
  const isTalkOf = builder.or([isHost(actor), isNamed(actor, sql`= 'talked_to'`)])
  const isAround = builder.or([
    isHost(actor),
    isNamed(actor, sql`is not null`),
    hasPost(actor, sql`(${onDay(sql`${today}::date`)} or ${onDay(sql`record.on_day`)})`),
    isAt(actor, (role) => carries(role, 'record.read')),
    visible(builder, 'record', { actor, permission: 'record.write' }),
  ])
  return sql<RecordView | null>`case
    when record.state = 'draft' then case when ${isEntered} then 'whole' end
    when record.visibility = 'parties' then case when ${isTalkOf} then 'whole'
      when ${builder.or([isEntered, organises(actor), writes(actor, today)])} then 'pair' end
    when ${builder.or([isEntered, isAround])} then 'whole'
    when ${visible(builder, 'record', { actor, permission: 'record.read' })} then 'outline' end`
}

/** True where the actor is the body’s own organiser: who reads what two people said once both have released it. */
export function organises(actor: Actor): RawBuilder<SqlBool> {
  return isAt(actor, (role) => role === 'organiser')
}

/** True where the actor may write the records of the body: by role, or by the post held there today. */
export function mayWrite(builder: Builder, { actor, today }: Asking): Expression<SqlBool> {
  return builder.or([visible(builder, 'record', { actor, permission: 'record.write' }), writes(actor, today)])
}

/** The body is one for which itself, not for something above it, the actor holds such a role. */
function isAt({ grants }: Actor, is: (role: Role) => boolean): RawBuilder<SqlBool> {
  const ids = grants.filter(({ role }) => is(role)).map(({ organisationId }) => organisationId)
  return sql<SqlBool>`record.organisation_id = any(${ids}::uuid[])`
}

/** The actor held or gave it. */
export function isHost({ personId }: Actor): RawBuilder<SqlBool> {
  return sql<SqlBool>`coalesce(record.host_id = ${personId}, false)`
}

/** The actor is named in it, in a way the condition on `kind` asks for. */
export function isNamed({ personId }: Actor, kind: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select 1 from participation
    where participation.record_id = record.id and participation.person_id = ${personId} and participation.kind ${kind})`
}

/** The actor has a post in the body, or lives in that branch, under a condition on `post`. */
export function hasPost({ personId }: Actor, condition: RawBuilder<SqlBool>): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select 1 from post
    where post.person_id = ${personId} and post.withdrawn_on is null
      and record.organisation_id in (post.organisation_id, post.branch_id) and ${condition})`
}

/** A post lasts on a day. */
export function onDay(day: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`(post.from_on <= ${day} and coalesce(post.to_on, 'infinity') >= ${day})`
}

function writes(actor: Actor, today: string): RawBuilder<SqlBool> {
  return hasPost(
    actor,
    sql`post.organisation_id = record.organisation_id and post.role in (${sql.join(writerRoles.map((role) => sql.lit(role)))})
      and ${onDay(sql`${today}::date`)}`,
  )
}
