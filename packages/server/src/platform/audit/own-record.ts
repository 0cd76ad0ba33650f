import { actionNames } from '@duizhao/contract'
import { instantInWords } from '../calendar/index.ts'
import type { ActorContext } from '../context.ts'
import type { RecordGroup } from '../feature.ts'
import { latestOf } from './queries.ts'

const MOST = 50

/** What the log tells of the actor's own acts, the latest first. */
export async function auditRecord({ db, actor }: ActorContext): Promise<RecordGroup[]> {
  const acts = await latestOf(db, actor.login, MOST)
  const lines = acts.map(
    ({ at, action, subject, succeeded }) =>
      `${instantInWords(at)}，${actionNames[action] ?? action}：${subject}${succeeded ? '' : '（未成功）'}`,
  )
  return [{ name: `操作记录（最近 ${MOST} 条）`, lines }]
}
