import { type ApprovalStep, isAsked } from '@duizhao/contract'
import type { OrganisationPath } from '../../platform/access.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { type Candidate, candidatesFor } from './approver-queries.ts'
import type { ProblemRow } from './problem-queries.ts'

/** Somebody who may approve. */
export interface Approver {
  readonly accountId: string
  readonly name: string
}

/** A level of a chain, with those who may take it. */
export interface ApproverStep {
  readonly name: string
  /** Whether it falls to the role that the chain names, or, where nobody of that role is left, to the superior's. */
  readonly fallsTo: 'role' | 'superior' | 'nobody'
  readonly people: readonly Approver[]
}

/**
 * Who may take each level of a problem's approval: whoever ever had a hand in it may not, nor who approved it before. Where
 * nobody of the role is left, the level goes to those who approve above the problem's own organisation.
 */
export async function approversOf(
  db: Database | Tx,
  problem: ProblemRow,
  chain: readonly ApprovalStep[],
): Promise<ApproverStep[]> {
  return stepsOf(await candidatesFor(db, [problem.id]), problem, chain)
}

/** The same, of those who were read already. */
export function stepsOf(
  candidates: readonly Candidate[],
  problem: ProblemRow,
  chain: readonly ApprovalStep[],
): ApproverStep[] {
  return chain.map((step) => stepOf(step, problem, candidates))
}

/** Those of the candidates who may do something, the nearest to the problem first. */
export function nearestAmong(
  candidates: readonly Candidate[],
  { path }: Pick<ProblemRow, 'path'>,
  may: (candidate: Candidate) => boolean,
): Approver[] {
  const levelOf = ({ organisationId }: Candidate): number => path.indexOf(organisationId)
  return distinct(candidates.filter(may).toSorted((one, other) => levelOf(other) - levelOf(one)))
}

/** Who may take the level a request has come to. */
export interface NextLevel {
  readonly accountIds: readonly string[]
  /** How many levels, from this one on, nobody may take. */
  readonly untakeable: number
  /**
   * Who may confirm what a superior outside signed for them, besides who filed it: those above the problem's organisation, free or not, for none
   * of them is passed over because somebody below named him; where nobody is above, those of the organisation.
   */
  readonly confirmers: readonly Approver[]
}

/** The level each of some requests has come to, by the ids of the problems: one query. */
export async function nextApproversOf(
  db: Database | Tx,
  problems: readonly ProblemRow[],
): Promise<ReadonlyMap<string, NextLevel>> {
  const asked = problems.filter(({ state }) => isAsked(state))
  const candidates = Map.groupBy(
    await candidatesFor(
      db,
      asked.map(({ id }) => id),
    ),
    ({ problemId }) => problemId,
  )
  return new Map(
    asked.map((problem) => {
      const left = (problem.chain ?? []).slice(problem.approvals)
      const known = candidates.get(problem.id) ?? []
      const people = left.map((step) => stepOf(step, problem, known).people)
      const taken = people.findIndex((each) => each.length > 0)
      const accountIds = (people[0] ?? []).map(({ accountId }) => accountId)
      const others = known.filter(({ hasFiled }) => !hasFiled)
      const above = superiorsAmong(others, problem)
      const confirmers = distinct(above.length > 0 ? above : others)
      return [problem.id, { accountIds, untakeable: taken < 0 ? people.length : taken, confirmers }]
    }),
  )
}

function stepOf(step: ApprovalStep, problem: ProblemRow, candidates: readonly Candidate[]): ApproverStep {
  const free = candidates.filter(({ isFree }) => isFree)
  const own = free.filter((each) => each.role === step.role && (!step.isSuperior || isAbove(each, problem.path)))
  const above = superiorsAmong(free, problem)
  const fallsTo = own.length > 0 ? 'role' : above.length > 0 ? 'superior' : 'nobody'
  return { name: step.name, fallsTo, people: distinct(own.length > 0 ? own : above) }
}

function superiorsAmong(candidates: readonly Candidate[], { path }: ProblemRow): Candidate[] {
  return path.length === 1 ? [] : candidates.filter((each) => isAbove(each, path))
}

/** What lies at the top has no superior but itself. */
function isAbove({ organisationId }: Candidate, path: OrganisationPath): boolean {
  return path.length === 1 || organisationId !== path.at(-1)
}

function distinct(people: readonly Candidate[]): Approver[] {
  return [...new Map(people.map(({ accountId, name }) => [accountId, { accountId, name }])).values()]
}
