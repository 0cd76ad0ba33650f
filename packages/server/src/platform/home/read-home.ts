import type { Answer, endpoints } from '@duizhao/contract'
import { dateInChina, readExceptions, workdaysBetween } from '../calendar/index.ts'
import type { ActorContext } from '../context.ts'
import type { House } from '../feature.ts'

/** What the actor has to do, the earliest first, what has no date last; lateness in workdays, as everywhere. */
export async function readHome(
  context: ActorContext,
  { features, config }: House,
): Promise<Answer<typeof endpoints.readHome>> {
  const tasks = (await Promise.all(features.flatMap((feature) => feature.tasks?.(context, config) ?? []))).flat()
  const dated = tasks.toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))
  const today = dateInChina(context.now)
  const exceptions = await readExceptions(context.db)
  const overdueDays = (dueOn: string | null): number =>
    dueOn !== null && dueOn < today ? workdaysBetween(dueOn, today, exceptions) : 0
  return { today, tasks: dated.map((task) => ({ ...task, overdueDays: overdueDays(task.dueOn) })) }
}
