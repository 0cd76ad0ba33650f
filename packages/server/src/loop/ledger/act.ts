import {
  type EntryGuard,
  isAsked,
  type ProblemAction,
  type ProblemEntry,
  type ProblemGuard,
  problemMachine,
  type ProblemState,
} from '@duizhao/contract'
import { act, type Outcome, type Subject } from '../../platform/act.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { holdTree } from '../../office/organisation/index.ts'
import { notFound } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings/index.ts'
import { nextApproversOf } from './approvers.ts'
import { enterHistory } from './history.ts'
import { type OpenNotice, openNoticesOf } from './notice-queries.ts'
import { maySee } from './personal-queries.ts'
import { type PendingPaper, pendingPaperOf } from './paper-queries.ts'
import { type GuardFacts, factsFor } from './policy.ts'
import { guardFacts, type ProblemChange, problemForUpdate, type ProblemRow, updateProblem } from './problem-queries.ts'

const problems: Subject<
  ProblemRow,
  ProblemChange,
  ProblemState,
  ProblemAction | ProblemEntry,
  ProblemGuard | EntryGuard
> = {
  machine: problemMachine,
  name: 'ledger',
  held: async (tx, context, id) => {
    await holdTree(tx)
    return seenProblem(context, await problemForUpdate(tx, id))
  },
  facts: async (tx, { actor }, problem) => factsFor(actor, problem, await readGuards(tx, problem)),
  write: (tx, id, { change, state, now }) => updateProblem(tx, id, { ...change, state, changed_at: now }),
  history: (tx, context, acted) => enterHistory(tx, context, [acted]),
  told: ({ number, organisationId }) => ({ subject: `问题 ${number} 号`, organisationId }),
}

/** Does the first of some actions that is allowed on one problem, as `act` does. */
export function actOn(
  context: ActorContext,
  problemId: string,
  actions: readonly ProblemAction[],
  work: (tx: Tx, problem: ProblemRow, action: ProblemAction) => Promise<Outcome<ProblemChange>>,
): Promise<ProblemRow> {
  return act(context, problems, { id: problemId, actions }, work)
}

/** The problem if the actor may see it; else it does not exist for them. */
export function seenProblem(context: ActorContext, problem: ProblemRow | undefined): ProblemRow {
  if (!problem || !maySee(context.actor, problem)) throw notFound('这个问题')
  return problem
}

/** What the state machine is asked with, the paper and the demands that wait among it. */
interface Guards extends GuardFacts {
  readonly paper: PendingPaper | null
  readonly openNotices: readonly OpenNotice[]
}

export async function readGuards(db: Database | Tx, problem: ProblemRow): Promise<Guards> {
  const [facts, { approvals }, next, paper, openNotices] = await Promise.all([
    guardFacts(db, problem.id),
    readSettings(db),
    nextApproversOf(db, [problem]),
    // Only while a strike-off is asked for can one wait.
    isAsked(problem.state) ? pendingPaperOf(db, problem.id) : undefined,
    problem.openNotices > 0 ? openNoticesOf(db, problem.id) : [],
  ])
  const openNoticesBy = openNotices.map(({ issuedBy }) => issuedBy)
  return {
    ...facts,
    chains: approvals,
    next: next.get(problem.id) ?? null,
    paper: paper ?? null,
    openNotices,
    openNoticesBy,
  }
}
