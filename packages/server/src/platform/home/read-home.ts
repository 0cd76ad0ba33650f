import type { Answer, endpoints } from '@duizhao/contract'
import { dateInChina } from '../calendar/index.ts'
import type { ActorContext } from '../context.ts'

type Home = Answer<typeof endpoints.readHome>
export type Task = Home['tasks'][number]

/** Where the tasks come from: each feature that gives people something to do adds its source. */
export type TaskSource = (context: ActorContext) => Promise<Task[]>

/** What the actor has to do, the earliest first, what has no date last. */
export async function readHome(context: ActorContext, sources: readonly TaskSource[]): Promise<Home> {
  const tasks = (await Promise.all(sources.map((source) => source(context)))).flat()
  const dated = tasks.toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))
  return { today: dateInChina(context.now), tasks: dated }
}
