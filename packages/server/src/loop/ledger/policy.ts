import {
  type ApprovalChains,
  type ApprovalStep,
  type ProblemFacts,
  type ProblemGuard,
  strongestChain,
} from '@duizhao/contract'
import { may, type OrganisationPath, permissionsOver } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import type { NextLevel } from './approvers.ts'
import type { PendingPaper } from './paper-queries.ts'
import type { ProblemRow } from './problem-queries.ts'

export interface GuardFacts {
  readonly pendingExtensionBy: string | null
  /** People who ever had a hand in it. */
  readonly handIds: readonly string[]
  readonly isWorkedOn: boolean
  /** The accounts that issued the demands still without an answer. */
  readonly openNoticesBy: readonly string[]
  /** True if anything was done with it since it came. */
  readonly isActedOn: boolean
  /** True if another was merged into it, or is asked to be. */
  readonly isJoined: boolean
  /** The organisations for which whoever brought it was granted to; none where that does not matter any more. */
  readonly broughtFor: readonly OrganisationPath[]
  /** Who may take the level the request has come to; null where none was asked for. */
  readonly next: NextLevel | null
  /** The superior's paper that waits to be confirmed. */
  readonly paper: Pick<PendingPaper, 'filedBy'> | null
  readonly chains: ApprovalChains
}

/** The levels of a problem's approval: as fixed when its strike-off was asked for, before as they would be. */
export function chainOf(
  { chain, sources }: Pick<ProblemRow, 'chain' | 'sources'>,
  chains: ApprovalChains,
): readonly ApprovalStep[] {
  return chain ?? strongestChain(chains, sources)
}

/** What the state machine is asked with: the actor's permissions over the problem, and the guards that hold now. */
export function factsFor(actor: Actor, problem: ProblemRow, guards: GuardFacts): ProblemFacts {
  const chain = chainOf(problem, guards.chains)
  const isLast = problem.approvals >= chain.length - 1
  const untakeable = guards.next?.untakeable ?? 0
  const isLastOnPaper = problem.approvals + untakeable >= chain.length
  const holds: Readonly<Record<ProblemGuard, boolean>> = {
    hasPendingExtension: guards.pendingExtensionBy !== null,
    hasNoPendingExtension: guards.pendingExtensionBy === null,
    askedNot: guards.pendingExtensionBy !== actor.accountId,
    isRequester: problem.requestedBy === actor.accountId,
    isNextApprover: guards.next?.accountIds.includes(actor.accountId) ?? false,
    isLastApproval: isLast,
    isNotLastApproval: !isLast,
    hasNoApprover: untakeable > 0,
    hasPaper: guards.paper !== null,
    hasNoPaper: guards.paper === null,
    filedNotPaper: guards.paper?.filedBy !== actor.accountId,
    confirmsPapers: guards.next?.confirmers.some(({ accountId }) => accountId === actor.accountId) ?? false,
    isLastOnPaper,
    isNotLastOnPaper: !isLastOnPaper,
    isNotProvedYet: problem.provedOn === null,
    didNotWorkOnIt: !guards.handIds.includes(actor.personId),
    didNotVerify: problem.approverIds.at(-1) !== actor.accountId,
    hasPendingMerge: problem.mergeInto !== null,
    hasNoPendingMerge: problem.mergeInto === null,
    askedNotMerge: problem.mergeAskedBy !== actor.accountId,
    answersNotice: guards.openNoticesBy.some((issuer) => mayAnswer(actor, problem, issuer)),
    hasNoOpenNotice: problem.openNotices === 0,
    hasNoWork: !guards.isWorkedOn,
    isUntouched: !guards.isActedOn,
    isOfItsOwn: problem.relapseOf === null && problem.splitFrom === null && !guards.isJoined,
    isNotFromAbove: !isFromAbove(actor, guards.broughtFor),
  }
  const names = Object.keys(holds) as ProblemGuard[]
  return {
    state: problem.state,
    permissions: permissionsOver(actor, problem.path),
    guards: new Set(names.filter((name) => holds[name])),
  }
}

/** Nobody answers what they demanded themselves, unless the problem is theirs to rectify. */
export function mayAnswer(
  { accountId, personId }: Actor,
  { leadId, handlerId }: Pick<ProblemRow, 'leadId' | 'handlerId'>,
  issuerAccountId: string,
): boolean {
  return issuerAccountId !== accountId || personId === leadId || personId === handlerId
}

/** True if what was brought into the ledger was brought by somebody whose right reached higher than the actor’s. */
export function isFromAbove(actor: Actor, broughtFor: readonly OrganisationPath[]): boolean {
  return broughtFor.length > 0 && !broughtFor.some((path) => may(actor, 'problem.write', path))
}
