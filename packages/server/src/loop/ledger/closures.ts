import { monthsAfter, problemMachine } from '@duizhao/contract'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { nextState } from '../../platform/act.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings/index.ts'
import { holdTree } from '../../office/organisation/index.ts'
import { actOn, readGuards, seenProblem } from './act.ts'
import { type Change, enterHistory } from './history.ts'
import { factsFor } from './policy.ts'
import { claimedForUpdate, type ProblemChange, type ProblemRow, updateProblem } from './problem-queries.ts'

interface ClosureDecision {
  readonly isAccepted: boolean
  readonly reason: string
  /** True to decide alike what else of the same import waits, where the actor may. */
  readonly isWholeImport: boolean
}

/**
 * Says whether what a list calls done is accepted as that, by another than who imported it or had a hand in it. Accepted,
 * it is looked back at like what was struck off here; refused, it goes on being rectified.
 */
export async function decideClosure(
  context: ActorContext,
  problemId: string,
  { isAccepted, reason, isWholeImport }: ClosureDecision,
): Promise<void> {
  const action = isAccepted ? 'acceptClosure' : 'refuseClosure'
  const change = isAccepted ? await accepted(context) : { struck_off_on: null }
  const { importId } = await actOn(context, problemId, [action], async () => ({ change, reason }))
  if (!isWholeImport || importId === null) return
  await transaction(context.db, async (tx) => {
    await holdTree(tx)
    const changes: Change[] = []
    for (const before of await claimedForUpdate(tx, importId)) {
      const state = await stateAfter(tx, context, before, action)
      if (state === null) continue
      const after = await updateProblem(tx, before.id, { ...change, state, changed_at: context.now })
      changes.push({ before, after, deed: { action, reason } })
    }
    if (changes.length === 0) return
    await enterHistory(tx, context, changes)
    const [first] = changes
    await record(tx, context, {
      action: `ledger.${action}`,
      subject: `导入时已销号的 ${changes.length} 个问题`,
      ...(first === undefined ? {} : { organisationId: first.after.organisationId }),
      detail: { reason, numbers: changes.map(({ after }) => after.number) },
    })
  })
}

async function accepted({ db, now }: ActorContext): Promise<ProblemChange> {
  const { lookBackMonths } = await readSettings(db)
  return { look_back_on: monthsAfter(dateInChina(now), lookBackMonths) }
}

/** The state an action brings a problem to; null where it is not the actor's to do. */
async function stateAfter(
  tx: Tx,
  context: ActorContext,
  problem: ProblemRow,
  action: 'acceptClosure' | 'refuseClosure',
): Promise<ProblemRow['state'] | null> {
  try {
    const facts = factsFor(context.actor, seenProblem(context, problem), await readGuards(tx, problem))
    return nextState(problemMachine, [action], facts).state
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
