import type { RefusalCode } from '@duizhao/contract'
import type { Actor, Context } from '../context.ts'
import { transaction } from '../database/transaction.ts'
import { Refusal } from '../refusal.ts'
import { record } from './record.ts'

/** What was out of somebody's reach, whether or not it is there: who tries it often is worth knowing. */
const TOLD: readonly RefusalCode[] = ['forbidden', 'not_found']

/** So many a minute of one account stand in the log: enough to be seen, too few to bury the rest. */
const A_MINUTE = 20
const MINUTE = 60_000
const written = new Map<string, { readonly since: number; count: number }>()

/** Writes a refusal of someone signed in into the audit log; what else went wrong is not its business. */
export async function recordRefusal(
  context: Context & { readonly actor: Actor },
  action: string,
  error: unknown,
): Promise<void> {
  if (!(error instanceof Refusal) || !TOLD.includes(error.code) || !isFew(context)) return
  const { actor, db } = context
  const detail = { code: error.code, reason: error.message }
  const organisationId = actor.organisationId
  await transaction(db, (tx) =>
    record(tx, context, { action, subject: actor.login, organisationId, succeeded: false, detail }),
  )
}

function isFew({ actor, now }: { readonly actor: Actor; readonly now: Date }): boolean {
  const known = written.get(actor.accountId)
  if (known && now.getTime() - known.since < MINUTE) {
    known.count += 1
    return known.count <= A_MINUTE
  }
  for (const [account, { since }] of written) if (now.getTime() - since >= MINUTE) written.delete(account)
  written.set(actor.accountId, { since: now.getTime(), count: 1 })
  return true
}
