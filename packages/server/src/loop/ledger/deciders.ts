import { carries } from '@duizhao/contract'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { type Candidate, candidatesFor } from './approver-queries.ts'
import { type Approver, nearestAmong } from './approvers.ts'
import type { ProblemRow } from './problem-queries.ts'

/** Who may decide an extension of a problem: who keeps its ledger, besides who asked. */
export function extensionDeciders(candidates: readonly Candidate[], problem: ProblemRow, askedBy: string): Approver[] {
  return nearestAmong(
    candidates,
    problem,
    ({ role, accountId }) => carries(role, 'problem.write') && accountId !== askedBy,
  )
}

/**
 * Who is told that an extension is asked for: the organisers among those who may decide; where there is none but who asked,
 * all the others.
 */
export async function toldOfExtension(db: Database | Tx, problem: ProblemRow, askedBy: string): Promise<string[]> {
  const candidates = await candidatesFor(db, [problem.id])
  const organisers = candidates.filter(({ role }) => role === 'organiser')
  const near = extensionDeciders(organisers, problem, askedBy)
  const told = near.length > 0 ? near : extensionDeciders(candidates, problem, askedBy)
  return told.map(({ accountId }) => accountId)
}

/** Who may merge a problem into the one it is asked to be merged into: who approves both, besides who asked. */
export async function mergeDeciders(db: Database | Tx, problem: ProblemRow): Promise<Approver[]> {
  const { id, mergeInto, mergeAskedBy } = problem
  if (mergeInto === null) return []
  const candidates = await candidatesFor(db, [id, mergeInto])
  const [own, others] = [
    candidates.filter(({ problemId }) => problemId === id),
    candidates.filter(({ problemId }) => problemId === mergeInto),
  ]
  const ofOther = new Set(others.map(({ accountId }) => accountId))
  return nearestAmong(own, problem, ({ accountId }) => ofOther.has(accountId) && accountId !== mergeAskedBy)
}

/** Who may confirm that a problem was struck off before it was imported: who never had a hand in it. */
export function closureDeciders(candidates: readonly Candidate[], problem: ProblemRow): Approver[] {
  return problem.state === 'closure_claimed' ? nearestAmong(candidates, problem, ({ isFree }) => isFree) : []
}
