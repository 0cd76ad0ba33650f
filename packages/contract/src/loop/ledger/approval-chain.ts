import { z } from 'zod'
import { Role } from '../../platform/roles.ts'
import { atLeast, textOf } from '../../platform/text.ts'
import { type ProblemSource, problemSources } from './problem.ts'

/** One level of the approval of a strike-off: who, by role; at the unit's own level or above, or only above it. */
export const ApprovalStep = z.object({
  name: textOf('名称', 30).min(...atLeast(2, '请写这一级叫什么')),
  role: Role,
  isSuperior: z.boolean().describe('授权须在上级组织'),
})
export type ApprovalStep = z.infer<typeof ApprovalStep>

export const MOST_APPROVALS = 5
export const ApprovalChain = z.array(ApprovalStep).min(1, '至少一级').max(MOST_APPROVALS, `最多 ${MOST_APPROVALS} 级`)

const ofSource = (source: ProblemSource) => ApprovalChain.default(() => [...defaultApprovalChains[source]])

/** The chain of each source; a source that did not exist when an office set its own has the usual one. */
export const ApprovalChains = z.object(
  Object.fromEntries(problemSources.map((source) => [source, ofSource(source)])) as Record<
    ProblemSource,
    ReturnType<typeof ofSource>
  >,
)
export type ApprovalChains = z.infer<typeof ApprovalChains>

const unit: ApprovalStep = { name: '单位主要负责人确认', role: 'head', isSuperior: false }
const organiser: ApprovalStep = { name: '台账管理人核验', role: 'organiser', isSuperior: false }
const superior: ApprovalStep = { name: '上级核验', role: 'reviewer', isSuperior: true }

/**
 * The chain for a problem that has had these sources: the one that asks the superior most often, then the longest. So a
 * source changed to another never takes a step away.
 */
export function strongestChain(chains: ApprovalChains, sources: readonly ProblemSource[]): readonly ApprovalStep[] {
  const weight = (chain: readonly ApprovalStep[]): number =>
    chain.filter(({ isSuperior }) => isSuperior).length * (MOST_APPROVALS + 1) + chain.length
  return sources.map((source) => chains[source]).toSorted((one, other) => weight(other) - weight(one))[0] ?? []
}

/** The sources whose chain would ask less than before: a level is gone, falls to another role, or need not lie above. */
export function loosened(before: ApprovalChains, after: ApprovalChains): ProblemSource[] {
  return problemSources.filter((source) => !asksNoLess(before[source], after[source]))
}

/** True if every level is still there, in its order, whatever it is called and whatever came to it. */
function asksNoLess(before: readonly ApprovalStep[], after: readonly ApprovalStep[]): boolean {
  let kept = 0
  for (const { role, isSuperior } of after) {
    const level = before[kept]
    if (level?.role === role && (isSuperior || !level.isSuperior)) kept += 1
  }
  return kept === before.length
}

/**
 * The chains until an office sets its own: what an inspection or audit found is verified at the superior (双审核), what a
 * unit found itself by a second person of its own.
 */
export const defaultApprovalChains: ApprovalChains = {
  meeting: [unit, superior],
  criticism: [unit, organiser],
  opinion: [unit, organiser],
  talk: [unit, organiser],
  study: [unit, organiser],
  case: [unit, organiser],
  inspection: [unit, superior],
  supervision: [unit, superior],
  third_party: [unit, superior],
  audit: [unit, superior],
  hazard: [unit, organiser],
  petition: [unit, superior],
  other: [unit, organiser],
}
