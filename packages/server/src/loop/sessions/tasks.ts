import { sessionCircleNames } from '@duizhao/contract'
import { postsOf } from '../../office/posts/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Task } from '../../platform/feature.ts'
import { writerRoles } from '../records/index.ts'
import { type OpenSession, openSessions } from './task-queries.ts'

/** What is left to do after the sessions that the actor records: to tell the absent, to say what becomes of each remark. */
export async function sessionTasks({ db, actor, now }: ActorContext): Promise<Task[]> {
  const posts = await postsOf(db, actor.personId, dateInChina(now))
  const bodies = [
    ...actor.grants.filter(({ role }) => role === 'organiser').map(({ organisationId }) => organisationId),
    ...posts.filter(({ role }) => writerRoles.includes(role)).map(({ bodyId }) => bodyId),
  ]
  return (await openSessions(db, bodies)).flatMap(tasksOf)
}

function tasksOf({ meetingId, circle, meetingName, organisationName, untold, open }: OpenSession): Task[] {
  const link = `/meetings/${meetingId}/session?circle=${circle}`
  const context = `${organisationName} · ${meetingName} · ${sessionCircleNames[circle]}`
  const task = (what: string, title: string): Task => ({
    ...{ id: `${what}-${meetingId}-${circle}`, title, context, link, dueOn: null },
  })
  return [
    ...(untold > 0 ? [task('tell-remarks', `向缺席的 ${untold} 人转告批评意见`)] : []),
    ...(open > 0 ? [task('end-remarks', `会上的 ${open} 条意见还没有结果`)] : []),
  ]
}
