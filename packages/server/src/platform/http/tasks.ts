import type { ServerConfig } from '../config.ts'
import type { ActorContext } from '../context.ts'
import type { Task } from '../feature.ts'
import { mayOverWhole } from '../whole-queries.ts'
import { isPlainHttp, PLAIN_HTTP_TODO, plainHttpWords } from './plain-http.ts'

/** Tells the system administrator of the whole that other machines reach the service by http. */
export async function httpTasks({ db, actor }: ActorContext, config: ServerConfig): Promise<Task[]> {
  if (!isPlainHttp(config) || !(await mayOverWhole(db, actor, 'file.verify'))) return []
  return [
    { id: 'http', title: '改用 https', context: plainHttpWords(config) + PLAIN_HTTP_TODO, link: '/help', dueOn: null },
  ]
}
