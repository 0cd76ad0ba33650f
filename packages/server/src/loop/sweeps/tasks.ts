import { carriesSomewhere } from '../../platform/access.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Task } from '../../platform/feature.ts'
import { overdueAsked, unanswered } from './sweep-queries.ts'

const TITLE = 30

/** What the bodies one organises have to answer, and what one asked and was not answered in time. */
export async function sweepTasks({ db, actor, now }: ActorContext): Promise<Task[]> {
  if (!carriesSomewhere(actor, 'problem.write')) return []
  const [own, asked] = await Promise.all([unanswered(db, actor), overdueAsked(db, actor, dateInChina(now))])
  return [
    ...own.map(({ id, text, dueOn, organisationId, organisationName }) => ({
      id: `sweep-${id}-${organisationId}`,
      title: `答复举一反三：${text.slice(0, TITLE)}`,
      context: organisationName,
      link: `/sweeps/${id}`,
      dueOn,
    })),
    ...asked.map(({ id, text, dueOn, bodies }) => ({
      id: `sweep-${id}`,
      title: `催办举一反三：${text.slice(0, TITLE)}`,
      context: `${bodies} 个单位没有按时答复`,
      link: `/sweeps/${id}`,
      dueOn,
    })),
  ]
}
