import { type Page, type ProblemEvent, problemMachine } from '@duizhao/contract'
import type { ActorContext } from '../../platform/context.ts'
import { seenProblem } from './act.ts'
import { eventsPage, type EventRow } from './event-queries.ts'
import { problemById } from './problem-queries.ts'

/** A page of what happened to a problem, in words, the newest first. Not found for what the actor may not see. */
export async function problemEvents(
  context: ActorContext,
  problemId: string,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<ProblemEvent>> {
  const { id } = seenProblem(context, await problemById(context.db, problemId))
  const { items, next } = await eventsPage(context.db, id, paging)
  return { items: items.map(inWords), next }
}

const actionNames: Readonly<Record<string, string>> = problemMachine.actionNames
const stateNames: Readonly<Record<string, string>> = problemMachine.stateNames

function inWords({ at, action, from, to, changes, ...rest }: EventRow): ProblemEvent {
  return {
    ...rest,
    at: at.toISOString(),
    action,
    actionName: actionNames[action] ?? action,
    from: from === null ? null : (stateNames[from] ?? from),
    to: stateNames[to] ?? to,
    changes: [...changes],
  }
}
