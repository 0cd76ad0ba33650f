import type { Actor, Context } from '../context.ts'
import { transaction } from '../database/transaction.ts'
import { type Act, record } from './record.ts'

/** A page asks again while it is open: so long it is one reading. */
const ONE_READING = 3_600_000
const told = new Map<string, number>()

/** Writes into the audit log that somebody read what only few may see; once an hour for each account and thing. */
export async function recordReading(
  context: Context & { readonly actor: Actor },
  thingId: string,
  act: Act,
): Promise<void> {
  const now = context.now.getTime()
  const reading = `${act.action} ${thingId} ${context.actor.accountId}`
  if (now - (told.get(reading) ?? -Infinity) < ONE_READING) return
  await transaction(context.db, (tx) => record(tx, context, act))
  for (const [other, at] of told) if (now - at >= ONE_READING) told.delete(other)
  told.set(reading, now)
}
