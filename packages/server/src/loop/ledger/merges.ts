import { isOpen, type Permission } from '@duizhao/contract'
import { may } from '../../platform/access.ts'
import type { ActorContext } from '../../platform/context.ts'
import { notify } from '../../platform/notifications/index.ts'
import { conflict, invalid } from '../../platform/refusal.ts'
import { actOn } from './act.ts'
import { passHands } from './hand-queries.ts'
import { passOrigins } from './origin-queries.ts'
import { accountsWithRole } from './people-queries.ts'
import { toldTitle } from './told-title.ts'
import { addSources, nameMeetingOf, numberedForUpdate, problemForUpdate, type ProblemRow } from './problem-queries.ts'

/** Asks to close a problem as the same as another. Whoever may decide is told. */
export async function requestMerge(
  context: ActorContext,
  problemId: string,
  { intoNumber, reason }: { readonly intoNumber: number; readonly reason: string },
): Promise<void> {
  await actOn(context, problemId, ['requestMerge'], async (tx, problem) => {
    const into = await numberedForUpdate(tx, intoNumber)
    if (!isTarget(context, problem, into, 'problem.write'))
      throw invalid('没有可以并入的这个问题。', '请写另一个还没有销号的问题的编号。', [
        { field: 'intoNumber', message: '没有找到，或者不能并入' },
      ])
    const deciders = await accountsWithRole(tx, problem.path, ['organiser', 'head'])
    await notify(
      tx,
      context,
      deciders.filter((id) => id !== context.actor.accountId),
      { title: toldTitle(problem, `申请并入 ${into.number} 号，等待决定`), link: `/problems/${problem.id}` },
    )
    return {
      change: { merge_into: into.id, merge_asked_by: context.actor.accountId },
      reason,
      changes: [{ field: '申请并入', before: '无', after: `${into.number} 号` }],
    }
  })
}

/** Closed already, the other would end this one unverified. */
function isTarget(
  { actor }: ActorContext,
  problem: ProblemRow,
  into: ProblemRow | undefined,
  permission: Permission,
): into is ProblemRow {
  return into !== undefined && may(actor, permission, into.path) && into.id !== problem.id && isOpen(into.state)
}

/**
 * Merges a problem into the one somebody else asked for, which goes on for both, with everybody who had a hand in it and
 * every source and origin it had, and as found at its meeting; or leaves it as it is. Whoever decides may approve both.
 */
export async function decideMerge(
  context: ActorContext,
  problemId: string,
  { isAccepted, reason }: { readonly isAccepted: boolean; readonly reason: string },
): Promise<void> {
  const decided = { merge_into: null, merge_asked_by: null }
  if (!isAccepted) {
    await actOn(context, problemId, ['refuseMerge'], async () => ({ change: decided, reason }))
    return
  }
  await actOn(context, problemId, ['merge'], async (tx, problem) => {
    const into = problem.mergeInto === null ? undefined : await problemForUpdate(tx, problem.mergeInto)
    if (!isTarget(context, problem, into, 'problem.approve'))
      throw conflict('要并入的问题已经不能接着整改，或者不在审批的范围以内。', '请不并入，或者请上级决定。')
    await passHands(tx, problem.id, [into.id])
    await addSources(tx, into.id, problem.sources)
    await passOrigins(tx, problem.id, [into.id])
    if (problem.meetingId !== null && into.meetingId === null) await nameMeetingOf(tx, into.id, problem.meetingId)
    return {
      change: { ...decided, merged_into: into.id },
      reason,
      changes: [{ field: '并入', before: '无', after: `${into.number} 号` }],
    }
  })
}
