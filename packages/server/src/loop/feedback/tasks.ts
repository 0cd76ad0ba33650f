import { inspectionDeadlines } from '@duizhao/contract'
import { unitsLedBy } from '../../office/posts/index.ts'
import { carriesSomewhere } from '../../platform/access.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Task } from '../../platform/feature.ts'
import { unclaimedIn } from './standing-queries.ts'

/** To whoever leads a unit: what was fed back to it and nobody has claimed yet, until the plan is due. */
export async function feedbackTasks({ db, actor, now }: ActorContext): Promise<Task[]> {
  if (!carriesSomewhere(actor, 'problem.read')) return []
  const units = await unitsLedBy(db, actor.personId, dateInChina(now))
  const found = await unclaimedIn(db, units)
  return found.map(({ id, name, organisationId, unclaimed, ...facts }) => {
    const { planOn, reportOn } = inspectionDeadlines(facts)
    return {
      id: `feedback-${id}`,
      title: `认领反馈的问题：还有 ${unclaimed} 条没有人认领`,
      context: name,
      link: `/inspections/${organisationId}/${id}`,
      dueOn: planOn ?? reportOn,
    }
  })
}
