import { incomingKindFacts } from '@duizhao/contract'
import { daysAfter } from '@duizhao/engine/wording'
import { carriesSomewhere } from '../../platform/access.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Task } from '../../platform/feature.ts'
import { type IncomingRow, openOfHandler, silentFor, waitingFor } from './incoming-queries.ts'

/** Whoever watches over a unit hears of what has been overdue there for so long, as with the ledger. */
const SILENT_DAYS = 14

/** What one handles, what waits for somebody of one's units, and what has been overdue in them for two weeks. */
export async function inboxTasks({ db, actor, now }: ActorContext): Promise<Task[]> {
  if (!carriesSomewhere(actor, 'inbox.read')) return []
  const [own, waiting, silent] = await Promise.all([
    openOfHandler(db, actor.personId),
    carriesSomewhere(actor, 'inbox.write') ? waitingFor(db, actor) : [],
    silentFor(db, actor, daysAfter(dateInChina(now), -SILENT_DAYS)),
  ])
  const tasks = [
    ...own.map((row) => task('办理', row)),
    ...waiting.map((row) => task(row.state === 'offered' ? '接收转来的' : '受理', row)),
    ...silent.map((row) => task('督促超期的', row)),
  ]
  return [...new Map(tasks.toReversed().map((each) => [each.id, each])).values()].toReversed()
}

function task(what: string, { id, kind, text, dueOn, organisation }: IncomingRow): Task {
  return {
    id: `incoming-${id}`,
    title: `${what}${incomingKindFacts[kind].name}：${text.slice(0, 30)}`,
    context: organisation.name,
    link: `/inbox/${id}`,
    dueOn,
  }
}
