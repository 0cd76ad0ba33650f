import type { Database } from '../database/pool.ts'
import { transaction } from '../database/transaction.ts'
import { type Acting, record } from '../audit/index.ts'
import manifest from '../../../package.json' with { type: 'json' }
import { type BackupSource, backUp } from './back-up.ts'
import type { BackupSummary } from './read-backup.ts'

/** Makes a backup and writes into the audit log that it was made, with what it holds; whoever asked for it. */
export async function saveBackup(
  path: string,
  { db, ...source }: Omit<BackupSource, 'program' | 'now'> & { readonly db: Database },
  acting: Acting,
): Promise<BackupSummary> {
  const summary = await backUp(path, { ...source, program: manifest.version, now: acting.now })
  const { tables, rows, files, absent } = summary
  const detail = {
    ...{ tables, rows, files, absent: absent.length },
    ...{ encrypted: source.passphrase !== undefined, signedBy: source.key.fingerprint },
  }
  await transaction(db, (tx) =>
    record(tx, acting, {
      action: 'system.backup',
      subject: '全部数据',
      detail,
      succeeded: absent.length === 0,
    }),
  )
  return summary
}
