import { isClosed } from '@duizhao/contract'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { addToFlows, type Flow } from './flow-queries.ts'
import type { ProblemRow } from './problem-queries.ts'
import type { Entry } from './touch-queries.ts'

/** A problem before and after something was done with it; before it came there is none. */
interface Step {
  readonly before: ProblemRow | null
  readonly after: ProblemRow
}

/** The sums of a day; what is not said of one is none. */
type Sums = Omit<Flow, 'organisationId' | 'datedOn' | 'enteredOn'>
const NONE: Sums = { registered: 0, struckOff: 0, withdrawn: 0, mistaken: 0 }

/**
 * Adds what changes bring into the ledger, and what they strike off, to the sums of the day it is dated, for every
 * organisation it lies under now. What is moved, handed over or merged afterwards stays in the sums it was told in; what
 * is taken back is told beside those it came with, as `entries` tell.
 */
export async function countFlows(
  tx: Tx,
  now: Date,
  changes: readonly Step[],
  entries: ReadonlyMap<string, Entry>,
): Promise<void> {
  const today = dateInChina(now)
  const flows = new Map<string, Flow>()
  for (const change of changes)
    for (const flow of flowsOf(change, today, entries.get(change.after.id))) {
      const name = `${flow.organisationId} ${flow.datedOn} ${flow.enteredOn}`
      flows.set(name, sumOf(flow, flows.get(name)))
    }
  // From the same end for everybody: no deadlocks.
  await addToFlows(
    tx,
    [...flows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, flow]) => flow),
  )
}

function sumOf(flow: Flow, before: Sums = NONE): Flow {
  return {
    ...flow,
    registered: flow.registered + before.registered,
    struckOff: flow.struckOff + before.struckOff,
    withdrawn: flow.withdrawn + before.withdrawn,
    mistaken: flow.mistaken + before.mistaken,
  }
}

/** What a change brings, takes back or strikes off. A part of one that was split does not come anew. */
function flowsOf({ before, after }: Step, today: string, entry: Entry | undefined): Flow[] {
  if (entry !== undefined)
    return entry.path.flatMap((organisationId) => [
      { ...NONE, organisationId, datedOn: after.registeredOn, enteredOn: today, withdrawn: 1 },
      { ...NONE, organisationId, datedOn: after.registeredOn, enteredOn: entry.enteredOn, mistaken: 1 },
    ])
  const comes = before === null && after.splitFrom === null
  const closes = isClosed(after.state) && !(before !== null && isClosed(before.state))
  return after.path.flatMap((organisationId) => [
    ...(comes ? [{ ...NONE, organisationId, datedOn: after.registeredOn, enteredOn: today, registered: 1 }] : []),
    ...(closes && after.struckOffOn !== null
      ? [{ ...NONE, organisationId, datedOn: after.struckOffOn, enteredOn: today, struckOff: 1 }]
      : []),
  ])
}
