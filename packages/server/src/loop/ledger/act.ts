import {
  type ProblemAction,
  problemActionNames,
  problemMachine,
  problemStateNames,
  transitionFor,
} from '@duizhao/contract'
import { may } from '../../platform/access.ts'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { holdTree } from '../../office/organisation/index.ts'
import { conflict, forbidden, notFound } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings/index.ts'
import { enterHistory, type FieldChange } from './history.ts'
import { type GuardFacts, factsFor } from './policy.ts'
import { guardFacts, type ProblemChange, problemForUpdate, type ProblemRow, updateProblem } from './problem-queries.ts'

/** What an action does besides moving the problem to its next state. */
export interface Outcome {
  readonly change?: ProblemChange
  readonly reason?: string
  readonly changes?: readonly FieldChange[]
  /** Its name in the audit log, where that is not the action's. */
  readonly recordedAs?: string
  /** Facts for the audit log. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/** The problem if the actor may see it; else it does not exist for them. */
export function seenProblem(context: ActorContext, problem: ProblemRow | undefined): ProblemRow {
  if (!problem || !may(context.actor, 'problem.read', problem.path)) throw notFound('这个问题')
  return problem
}

export async function readGuards(db: Database | Tx, problemId: string): Promise<GuardFacts> {
  const [facts, { approvals }] = await Promise.all([guardFacts(db, problemId), readSettings(db)])
  return { ...facts, chains: approvals }
}

/**
 * Does one action on one problem in one transaction: locks the row, asks the state machine, does `work`, writes history
 * and audit. Not found for what one may not see; forbidden without the permission; conflict in another state.
 */
export function actOn(
  context: ActorContext,
  problemId: string,
  actions: readonly ProblemAction[],
  work: (tx: Tx, problem: ProblemRow, action: ProblemAction) => Promise<Outcome>,
): Promise<ProblemRow> {
  return transaction(context.db, async (tx) => {
    await holdTree(tx)
    const before = seenProblem(context, await problemForUpdate(tx, problemId))
    const facts = factsFor(context.actor, before, await readGuards(tx, problemId))
    const action = actions.find((each) => transitionFor(each, facts) !== null)
    const transition = action && transitionFor(action, facts)
    if (!action || !transition) throw refusalFor(actions, before, facts.permissions)
    const { change = {}, reason = '', changes = [], detail = {}, recordedAs } = await work(tx, before, action)
    const state = transition.to ?? before.state
    const after = await updateProblem(tx, problemId, { ...change, state, changed_at: context.now })
    await enterHistory(tx, context, [{ before, after, deed: { action, reason, changes } }])
    await record(tx, context, {
      action: recordedAs ?? `ledger.${action}`,
      subject: `问题 ${before.number} 号`,
      organisationId: after.organisationId,
      detail: { before: before.state, after: state, ...(reason === '' ? {} : { reason }), ...detail },
    })
    return after
  })
}

function refusalFor(actions: readonly ProblemAction[], { state }: ProblemRow, permissions: ReadonlySet<string>): Error {
  const names = [...new Set(actions.map((action) => problemActionNames[action]))].join('、')
  const isEverFor = problemMachine.some(
    ({ action, permission }) => actions.includes(action) && permissions.has(permission),
  )
  if (!isEverFor) return forbidden(`没有“${names}”的权限。`)
  return conflict(
    `现在不能“${names}”：问题的状态是“${problemStateNames[state]}”，或者这一步不该由自己做。`,
    '请重新打开这个问题，看现在可以做什么。',
  )
}
