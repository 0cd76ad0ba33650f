import type { MeetingLinkKind } from '@duizhao/contract'
import { sql, type SqlBool } from 'kysely'
import type { Actor } from '../../platform/context.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { seenProblems } from '../ledger/index.ts'

/** A problem of a body, if the actor may see it. */
export async function seesProblemOf(tx: Tx, actor: Actor, id: string, organisationId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('problem')
    .select('problem.id')
    .where('problem.id', '=', id)
    .where('problem.organisation_id', '=', organisationId)
    .where((builder) => seenProblems(builder, 'problem', { actor, permission: 'problem.read' }))
    .executeTakeFirst()
  return row !== undefined
}

/** Which meeting something names; null if none. */
export async function meetingNamedBy(tx: Tx, kind: MeetingLinkKind, id: string): Promise<string | null> {
  const row = await tx.selectFrom(kind).select('meeting_id').where('id', '=', id).executeTakeFirst()
  return row?.meeting_id ?? null
}

/** Makes a paper, a record or a problem name a meeting, or none. */
export async function nameMeeting(tx: Tx, kind: MeetingLinkKind, id: string, meetingId: string | null): Promise<void> {
  await sql<SqlBool>`update ${sql.table(kind)} set meeting_id = ${meetingId}::uuid where id = ${id}::uuid`.execute(tx)
}
