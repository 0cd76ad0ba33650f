import { isClosed } from '@duizhao/contract'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { addToFlows, type Flow } from './flow-queries.ts'
import type { ProblemRow } from './problem-queries.ts'

/** A problem before and after something was done with it; before it came there is none. */
interface Step {
  readonly before: ProblemRow | null
  readonly after: ProblemRow
}

/**
 * Adds what changes bring into the ledger, and what they strike off, to the sums of the day it is dated, for every
 * organisation it lies under now. What is moved, handed over or merged afterwards stays in the sums it was told in.
 */
export async function countFlows(tx: Tx, now: Date, changes: readonly Step[]): Promise<void> {
  const enteredOn = dateInChina(now)
  const sums = new Map<string, Flow>()
  for (const change of changes)
    for (const { organisationId, datedOn, registered, struckOff } of flowsOf(change)) {
      const name = `${organisationId} ${datedOn}`
      const { registered: before = 0, struckOff: closed = 0 } = sums.get(name) ?? {}
      const sum = { registered: before + registered, struckOff: closed + struckOff }
      sums.set(name, { organisationId, datedOn, enteredOn, ...sum })
    }
  // From the same end for everybody: no deadlocks.
  await addToFlows(
    tx,
    [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, flow]) => flow),
  )
}

/** What a change brings or strikes off. A part of one that was split does not come anew. */
function flowsOf({ before, after }: Step): Omit<Flow, 'enteredOn'>[] {
  const comes = before === null && after.splitFrom === null
  const closes = isClosed(after.state) && !(before !== null && isClosed(before.state))
  return after.path.flatMap((organisationId) => [
    ...(comes ? [{ organisationId, datedOn: after.registeredOn, registered: 1, struckOff: 0 }] : []),
    ...(closes && after.struckOffOn !== null
      ? [{ organisationId, datedOn: after.struckOffOn, registered: 0, struckOff: 1 }]
      : []),
  ])
}
