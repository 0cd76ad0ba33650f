import { basename } from 'node:path'
import type { Database } from '../database/pool.ts'
import { transaction } from '../database/transaction.ts'
import { type Acting, record } from '../audit/index.ts'
import manifest from '../../../package.json' with { type: 'json' }
import { type BackupSource, backUp } from './back-up.ts'
import type { BackupSummary } from './read-backup.ts'

export interface Saving extends Omit<BackupSource, 'program' | 'now'> {
  readonly db: Database
  /** Looks at the finished backup; what it throws is written down as a backup that failed. */
  readonly check?: () => Promise<unknown>
}

/**
 * Makes a backup and writes into the audit log that it was made, with what it holds, or that it failed; whoever asked for
 * it.
 */
export async function saveBackup(
  path: string,
  { db, check, ...source }: Saving,
  acting: Acting,
): Promise<BackupSummary> {
  const told = { file: basename(path), encrypted: source.passphrase !== undefined, signedBy: source.key.fingerprint }
  const writeDown = (detail: object, succeeded: boolean): Promise<void> =>
    transaction(db, (tx) =>
      record(tx, acting, { action: 'system.backup', subject: '全部数据', detail: { ...detail, ...told }, succeeded }),
    )
  try {
    const summary = await backUp(path, { ...source, program: manifest.version, now: acting.now })
    await check?.()
    const { tables, rows, files, absent } = summary
    await writeDown({ tables, rows, files, absent: absent.length }, absent.length === 0)
    return summary
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    // The database itself may be what failed: then there is nowhere to write to.
    await writeDown({ reason }, false).catch(() => undefined)
    throw error
  }
}
