import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { deleteSession, deleteSessionsOf } from './queries.ts'

/** Ends this session. */
export async function signOut(context: ActorContext): Promise<void> {
  const { db, actor, sessionId } = context
  await transaction(db, async (tx) => {
    await deleteSession(tx, sessionId)
    await record(tx, context, {
      action: 'identity.signOut',
      subject: actor.login,
      organisationId: actor.organisationId,
    })
  })
}

/** Ends all sessions of the account, this one included. */
export async function signOutEverywhere(context: ActorContext): Promise<void> {
  const { db, actor } = context
  await transaction(db, async (tx) => {
    await deleteSessionsOf(tx, actor.accountId)
    await record(tx, context, {
      action: 'identity.signOutEverywhere',
      subject: actor.login,
      organisationId: actor.organisationId,
    })
  })
}
