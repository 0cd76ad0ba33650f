import type { Problem } from '@duizhao/contract'

/** True if the deadline and the class of a problem move only by an extension that somebody else grants. */
export function hasStandingDeadline({ state, dueOn }: Pick<Problem, 'state' | 'dueOn'>): boolean {
  return state !== 'registered' && dueOn !== null
}

export const STANDING_DEADLINE = '已经分派，要改请“申请延期”，由另一个人决定。'
