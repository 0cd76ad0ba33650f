import type { ProblemClass } from '@duizhao/contract'
import type { Tx } from '../../platform/database/transaction.ts'
import { conflict } from '../../platform/refusal.ts'
import { handsIn } from './hand-queries.ts'
import type { ProblemRow } from './problem-queries.ts'

export interface Deadline {
  readonly class: ProblemClass
  readonly dueOn: string | null
}

/**
 * True if a deadline would be moved that stands. It stands from the day somebody has a hand in the problem, also where the
 * problem waits to be assigned again. To give a day where there was none moves nothing.
 */
export function isMoved(
  before: Deadline & Pick<ProblemRow, 'state'>,
  after: Deadline,
  { isTouched }: { readonly isTouched: boolean },
): boolean {
  if (before.dueOn === null)
    return before.state !== 'registered' && after.dueOn === null && after.class !== before.class
  const stands = before.state !== 'registered' || isTouched
  return stands && (after.dueOn !== before.dueOn || after.class !== before.class)
}

/** Refuses to move a deadline that stands: that takes an extension, which somebody else decides. */
export async function keepDeadline(tx: Tx, problem: ProblemRow, after: Deadline): Promise<void> {
  const isTouched = (await handsIn(tx, problem.id)).length > 0
  if (!isMoved(problem, after, { isTouched })) return
  throw conflict('问题分派过以后，完成时限和整改类型不能直接改。', '请“申请延期”并写明理由，由另一个人决定。')
}
