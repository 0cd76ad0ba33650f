import type { ServerConfig } from '../config.ts'
import type { ActorContext } from '../context.ts'
import type { Task } from '../feature.ts'
import { mayOverWhole } from '../whole-queries.ts'
import { lastAnchor } from './anchor-file.ts'
import { anchorFileOf } from './keep-anchors.ts'
import { anchorsFailSince, firstEntryAt } from './queries.ts'

const HOUR = 3_600_000
/** One is written every hour; where some were not, something is wrong with the place they are written to. */
const TOO_OLD = 3

/** Tells the system administrator of the whole when the end of the audit log could not be written down outside, or was not for some hours. */
export async function anchorTasks({ db, actor, now }: ActorContext, config: ServerConfig): Promise<Task[]> {
  if (!(await mayOverWhole(db, actor, 'file.verify'))) return []
  const path = anchorFileOf(config)
  const last = await lastAnchor(path)
  const since = last === null ? await firstEntryAt(db) : new Date(last.at)
  if (since === null) return []
  const hasFailed = (await anchorsFailSince(db, since)) !== null
  const hours = Math.floor((now.getTime() - since.getTime()) / HOUR)
  if (!hasFailed && hours < TOO_OLD) return []
  const age = hours < 48 ? `${hours} 小时` : `${Math.floor(hours / 24)} 天`
  const words = last === null ? `用了 ${age}，还没有写出过锚点` : `上一个锚点是 ${age}前写的`
  const context = `${words}（${path}）。这个文件所在的地方可能写不进了，审计日志里“写出锚点”一条记着原因`
  return [{ id: 'anchor', title: '让审计日志的锚点写得出去', context, link: '/help', dueOn: null }]
}
