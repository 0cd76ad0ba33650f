import {
  type ApprovalChains,
  type ApprovalStep,
  carries,
  type ProblemFacts,
  type ProblemGuard,
} from '@duizhao/contract'
import { permissionsOver } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import type { ProblemRow } from './problem-queries.ts'

export interface GuardFacts {
  readonly pendingExtensionBy: string | null
  /** Accounts that reported progress or handed in evidence. */
  readonly reporterIds: readonly string[]
  readonly chains: ApprovalChains
}

/** What the state machine is asked with: the actor's permissions over the problem, and the guards that hold now. */
export function factsFor(actor: Actor, problem: ProblemRow, guards: GuardFacts): ProblemFacts {
  const chain = guards.chains[problem.source]
  // A chain that has been shortened since is at its last level, or nobody could go on.
  const isLast = problem.approvals >= chain.length - 1
  const holds: Readonly<Record<ProblemGuard, boolean>> = {
    hasPendingExtension: guards.pendingExtensionBy !== null,
    hasNoPendingExtension: guards.pendingExtensionBy === null,
    askedNot: guards.pendingExtensionBy !== actor.accountId,
    isRequester: problem.requestedBy === actor.accountId,
    isNextApprover:
      isFor(actor, problem, chain[Math.min(problem.approvals, chain.length - 1)]) &&
      !hasHandInIt(actor, problem, guards.reporterIds, isLast),
    isLastApproval: isLast,
    isNotLastApproval: !isLast,
    isNotProvedYet: problem.provedOn === null,
    didNotWorkOnIt: !didWork(actor, problem, guards.reporterIds),
    hasOpenNotice: problem.openNotices > 0,
  }
  const names = Object.keys(holds) as ProblemGuard[]
  return {
    state: problem.state,
    permissions: permissionsOver(actor, problem.path),
    guards: new Set(names.filter((name) => holds[name])),
  }
}

/** True if a level of the chain falls to one of the actor's roles. What lies at the top has no superior but itself. */
function isFor(actor: Actor, { path }: ProblemRow, step: ApprovalStep | undefined): boolean {
  if (!step) return false
  return actor.grants.some(
    ({ role, organisationId, level }) =>
      role === step.role &&
      carries(role, 'problem.approve') &&
      path[level - 1] === organisationId &&
      (!step.isSuperior || level < path.length || path.length === 1),
  )
}

/** Who did the work, asked for the strike-off or approved it before does not approve; who led it does not close it. */
function hasHandInIt(actor: Actor, problem: ProblemRow, reporterIds: readonly string[], isLast: boolean): boolean {
  return (
    didWork(actor, problem, reporterIds) ||
    problem.approverIds.includes(actor.accountId) ||
    (isLast && problem.leadId === actor.personId)
  )
}

function didWork({ accountId, personId }: Actor, problem: ProblemRow, reporterIds: readonly string[]): boolean {
  return problem.requestedBy === accountId || reporterIds.includes(accountId) || problem.handlerId === personId
}
