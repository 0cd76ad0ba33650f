import type { ActorContext } from '../../platform/context.ts'
import { actOn } from './act.ts'
import { assignmentChanges, tellAssigned } from './assign-problem.ts'

/**
 * Takes an assignment back, as long as nothing was reported: the problem waits to be assigned again, those it was assigned
 * to are told. Its deadline stands, and that they had it is kept.
 */
export async function withdrawAssignment(context: ActorContext, problemId: string, reason: string): Promise<void> {
  await actOn(context, problemId, ['withdrawAssignment'], async (tx, problem) => {
    const { number, leadId, handlerId } = problem
    await tellAssigned(tx, context, problem, { people: [leadId, handlerId], words: `问题 ${number} 号已撤销分派` })
    return {
      change: { lead_id: null, handler_id: null },
      reason,
      changes: await assignmentChanges(tx, problem, { ...problem, leadId: null, handlerId: null }),
      detail: { leadId, handlerId },
    }
  })
}
