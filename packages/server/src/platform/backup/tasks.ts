import { firstEntryAt } from '../audit/index.ts'
import type { ServerConfig } from '../config.ts'
import type { ActorContext } from '../context.ts'
import type { Task } from '../feature.ts'
import { mayOverWhole } from '../whole-queries.ts'
import { lastBackupAt } from './queries.ts'

const DAY = 24 * 3_600_000

/**
 * Tells the system administrator of the whole when the last good backup is old, or when there is none although the
 * installation has been in use for as long.
 */
export async function backupTasks({ db, actor, now }: ActorContext, { backup }: ServerConfig): Promise<Task[]> {
  if (!(await mayOverWhole(db, actor, 'file.verify'))) return []
  const last = await lastBackupAt(db)
  const since = last ?? (await firstEntryAt(db))
  if (since === null) return []
  const days = Math.floor((now.getTime() - since.getTime()) / DAY)
  if (days < backup.warnAfterDays) return []
  const context = last === null ? `用了 ${days} 天，还没有做成过一次备份` : `上一次完好的备份是 ${days} 天前的`
  return [{ id: 'backup', title: '做一次备份', context, link: '/help', dueOn: null }]
}
