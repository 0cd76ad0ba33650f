import { firstEntryAt } from '../audit/index.ts'
import type { BackupConfig, ServerConfig } from '../config.ts'
import type { ActorContext } from '../context.ts'
import type { Database } from '../database/pool.ts'
import type { Task } from '../feature.ts'
import { mayOverWhole } from '../whole-queries.ts'
import { lastBackupAt } from './queries.ts'

const DAY = 24 * 3_600_000

interface Age {
  readonly db: Database
  readonly now: Date
  readonly backup: BackupConfig
}

/** For how many days there has been no good backup, and whether there ever was one; null if it is not too long. */
async function tooLongWithout({ db, now, backup }: Age): Promise<{ days: number; isFirst: boolean } | null> {
  const last = await lastBackupAt(db)
  const since = last ?? (await firstEntryAt(db))
  if (since === null) return null
  const days = Math.floor((now.getTime() - since.getTime()) / DAY)
  return days < backup.warnAfterDays ? null : { days, isFirst: last === null }
}

/** True if the last good backup is old, or there is none although the installation has been in use for as long. */
export async function isBackupOld(age: Age): Promise<boolean> {
  return (await tooLongWithout(age)) !== null
}

/** Tells the system administrator of the whole when the last good backup is old. */
export async function backupTasks({ db, actor, now }: ActorContext, { backup }: ServerConfig): Promise<Task[]> {
  if (!(await mayOverWhole(db, actor, 'file.verify'))) return []
  const without = await tooLongWithout({ db, now, backup })
  if (without === null) return []
  const { days, isFirst } = without
  const context = isFirst ? `用了 ${days} 天，还没有做成过一次备份` : `上一次完好的备份是 ${days} 天前的`
  return [{ id: 'backup', title: '做一次备份', context, link: '/help', dueOn: null }]
}
