import type { HomeFact } from '@duizhao/contract'
import { instantInWords } from '../calendar/index.ts'
import type { ServerConfig } from '../config.ts'
import type { ActorContext } from '../context.ts'
import { mayOverWhole } from '../whole-queries.ts'
import { lastBackupAt, lastFailedBackupAt } from './queries.ts'
import { isBackupOld } from './tasks.ts'

/** How the backups stand, for the system administrator of the whole. */
export async function backupFacts({ db, actor, now }: ActorContext, { backup }: ServerConfig): Promise<HomeFact[]> {
  if (!(await mayOverWhole(db, actor, 'file.verify'))) return []
  const last = await lastBackupAt(db)
  const failed = await lastFailedBackupAt(db, last)
  const parts = [
    last === null ? '还没有做过' : instantInWords(last),
    ...(failed === null ? [] : [`${instantInWords(failed)}那一次没有做成，原因见审计日志`]),
    backup.folder === undefined ? '没有设夜里自动备份' : '每天夜里自动备份',
  ]
  const isAmiss = failed !== null || (await isBackupOld({ db, now, backup }))
  return [{ id: 'backup', name: '上一次完好的备份', value: parts.join('；'), link: null, isAmiss }]
}
