import {
  allowedActions,
  isChangeable,
  isOpen,
  problemActions,
  type ProblemDetail,
  problemMachine,
  strikeOffConditions,
} from '@duizhao/contract'
import { recordReading } from '../../platform/audit/index.ts'
import { dateInChina, readExceptions } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { readGuards, seenProblem } from './act.ts'
import { type Candidate, candidatesFor } from './approver-queries.ts'
import { type Approver, type ApproverStep, type NextLevel, stepsOf } from './approvers.ts'
import { closureDeciders, extensionDeciders, mergeDeciders } from './deciders.ts'
import { heirsOf, namesOfAccounts, pendingMergeOf } from './detail-queries.ts'
import { lastEventOf } from './event-queries.ts'
import { hintsFor } from './hints.ts'
import { listedProblem } from './list-queries.ts'
import { measuresOf } from './measure-queries.ts'
import { type OpenNotice } from './notice-queries.ts'
import { extensionsOf } from './extension-queries.ts'
import { shownOrigins } from './origins.ts'
import { papersByLevel, type PendingPaper } from './paper-queries.ts'
import { namesOfUnreached } from './people-queries.ts'
import { progressOf } from './progress-queries.ts'
import { shownEvidence } from './shown-evidence.ts'
import { chainOf, factsFor } from './policy.ts'
import { countClaimed, problemById, type ProblemRow } from './problem-queries.ts'

/** The page of a problem; that somebody read what is about another person is recorded. */
export async function readProblem(context: ActorContext, problemId: string): Promise<ProblemDetail> {
  const detail = await problemDetail(context, context.db, problemId)
  const { about, number, organisation } = detail
  if (about !== null && about.id !== context.actor.personId)
    await recordReading(context, problemId, {
      action: 'ledger.read',
      subject: `问题 ${number} 号`,
      organisationId: organisation.id,
    })
  return detail
}

/** Everything about a problem, for its page, with what the actor may do now. */
export async function problemDetail(
  context: ActorContext,
  db: Database | Tx,
  problemId: string,
): Promise<ProblemDetail> {
  const problem = seenProblem(context, await problemById(db, problemId))
  const today = dateInChina(context.now)
  const [exceptions, guards] = await Promise.all([readExceptions(db), readGuards(db, problem)])
  const [
    listed,
    measures,
    progress,
    evidence,
    origins,
    extensions,
    heirs,
    names,
    pendingMerge,
    claimed,
    candidates,
    papers,
    unreached,
    endedRequest,
  ] = await Promise.all([
    listedProblem(db, problemId, { today, exceptions }),
    measuresOf(db, problemId),
    progressOf(db, problemId),
    shownEvidence(context, db, problemId),
    shownOrigins(context, db, problemId),
    extensionsOf(db, problemId),
    heirsOf(db, problem),
    namesOfAccounts(db, problem.approverIds),
    shownMerge(context, db, problem),
    problem.state === 'closure_claimed' && problem.importId !== null ? countClaimed(db, problem.importId) : 0,
    candidatesFor(db, [problemId]),
    papersByLevel(db, problemId),
    isOpen(problem.state) ? namesOfUnreached(db, problem.path, [problem.leadId, problem.handlerId]) : [],
    endedRequestOf(db, problem),
  ])
  const { registeredOn, result, exception } = problem
  const facts = factsFor(context.actor, problem, guards)
  const mayVerify = facts.permissions.has('problem.approve') || facts.permissions.has('problem.write')
  return {
    ...seenListed(listed),
    ...{ result, exception, measures, progress, evidence, origins, extensions, pendingMerge, endedRequest },
    ...decidersOf(candidates, problem, guards.pendingExtensionBy ?? context.actor.accountId),
    paper: guards.paper === null ? null : shownPaper(guards.paper, guards.next),
    claimed,
    openNotice: firstOf(guards.openNotices),
    heirs,
    approvals: stepsOf(candidates, problem, chainOf(problem, guards.chains)).map((step, at) =>
      approvalAt(at, step, { problem, names, papers }),
    ),
    conditions: strikeOffConditions({ registeredOn, result, measures, evidence, today }),
    unreached,
    hints: mayVerify ? await hintsFor(db, problem, { evidence, measures, actor: context.actor }) : [],
    allowed: allowedActions(problemMachine, problemActions, facts),
  }
}

function decidersOf(
  candidates: readonly Candidate[],
  problem: ProblemRow,
  askedBy: string,
): Pick<ProblemDetail, 'mayDecideExtension' | 'mayConfirmClosure'> {
  return {
    mayDecideExtension: named(extensionDeciders(candidates, problem, askedBy)),
    mayConfirmClosure: named(closureDeciders(candidates, problem)),
  }
}

async function shownMerge(
  { actor }: ActorContext,
  db: Database | Tx,
  problem: ProblemRow,
): Promise<ProblemDetail['pendingMerge']> {
  const [pending, deciders] = await Promise.all([pendingMergeOf(db, actor, problem), mergeDeciders(db, problem)])
  return pending === null ? null : { ...pending, mayDecide: named(deciders) }
}

/** What ends a request for a strike-off without one. */
const ENDS = ['return', 'withdrawStrikeOff'] as const

/** How the last request for a strike-off ended, while nobody waits for another. */
async function endedRequestOf(db: Database | Tx, { id, state }: ProblemRow): Promise<ProblemDetail['endedRequest']> {
  const last = isChangeable(state) ? await lastEventOf(db, id, ENDS) : undefined
  if (last === undefined) return null
  return { by: last.by, at: last.at.toISOString(), reason: last.reason, isReturned: last.action === 'return' }
}

function named(people: readonly Approver[]): string[] {
  return people.map(({ name }) => name)
}

function firstOf([first]: readonly OpenNotice[]): ProblemDetail['openNotice'] {
  return first === undefined ? null : { answerDueOn: first.answerDueOn }
}

/** A step of the approval: whether it is done, by whom, and who may do it now. */
function approvalAt(
  at: number,
  { name, fallsTo, people }: ApproverStep,
  {
    problem,
    names,
    papers,
  }: {
    readonly problem: ProblemRow
    readonly names: ReadonlyMap<string, string>
    readonly papers: Awaited<ReturnType<typeof papersByLevel>>
  },
): ProblemDetail['approvals'][number] {
  return {
    name,
    isDone: at < problem.approvals,
    by: names.get(problem.approverIds[at] ?? '') ?? null,
    onPaper: at < problem.approvals ? (papers.get(at) ?? null) : null,
    fallsTo,
    mayApprove: isOpen(problem.state) && at >= problem.approvals ? named(people) : [],
  }
}

function shownPaper(paper: PendingPaper, next: NextLevel | null): ProblemDetail['paper'] {
  const { authority, signedBy, datedOn, name, by, evidenceId } = paper
  const mayConfirm = named(next?.confirmers ?? [])
  return { authority, signedBy, datedOn, name, by, evidenceId, mayConfirm }
}

function seenListed<T>(listed: T | undefined): T {
  if (listed === undefined) throw new Error('a problem that was read is not listed')
  return listed
}
