import { type EntryGuard, type ProblemEntry, problemMachine, type ProblemState } from '@duizhao/contract'
import { type OrganisationPath, permissionsOver } from '../../platform/access.ts'
import { type Deed, nextState } from '../../platform/act.ts'
import type { Actor, ActorContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { Change } from './history.ts'
import { insertProblems, type NewProblem } from './problem-queries.ts'

/** A problem that comes into the ledger, and what is to be known to say in which state. */
export interface EnteredProblem {
  readonly problem: NewProblem
  readonly guards: readonly EntryGuard[]
}

/** Inserts problems, each in the state the machine gives it, in their order. Their history is left to be entered. */
export async function enterProblems(
  tx: Tx,
  { actor }: Pick<ActorContext, 'actor'>,
  { action, reason }: Deed & { readonly action: ProblemEntry },
  entered: readonly EnteredProblem[],
): Promise<Change[]> {
  const rows = entered.map(({ problem, guards }) => ({
    ...problem,
    state: enteredState(actor, action, { path: problem.path, state: null, guards }),
  }))
  const inserted = await insertProblems(tx, rows)
  return inserted.map((after) => ({ before: null, after, deed: { action, ...(reason ? { reason } : {}) } }))
}

/** The state in which a problem comes into the ledger (`state` null), or to which a list brings one that is there. */
export function enteredState(
  actor: Actor,
  action: ProblemEntry,
  at: { readonly path: OrganisationPath; readonly state: ProblemState | null; readonly guards: readonly EntryGuard[] },
): ProblemState {
  const facts = { state: at.state, permissions: permissionsOver(actor, at.path), guards: new Set(at.guards) }
  return nextState(problemMachine, [action], facts).state
}
