import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Acting } from '../platform/audit/index.ts'
import type { BackupSource } from '../platform/backup/back-up.ts'
import type { RestoreTarget } from '../platform/backup/restore.ts'
import { fileStore } from '../platform/files/file-store.ts'
import { type InstallationKey, installationKey } from '../platform/keys/index.ts'
import { testDatabase } from './database.ts'
import { type Office, openOffice } from './office.ts'

/** An office that is backed up, and as many places to restore to as one likes; all gone when closed. */
export interface BackupScene {
  readonly office: Office
  readonly folder: string
  readonly key: InstallationKey
  readonly source: BackupSource
  /** Keeps a file as the service does: its bytes, then its row. */
  keep(bytes: Buffer): Promise<string>
  /** An empty database and an empty folder. */
  elsewhere(): Promise<RestoreTarget>
  close(): Promise<void>
}

export const acting: Acting = {
  now: new Date('2026-03-02T08:00:00Z'),
  origin: { address: '本机', device: '测试', requestId: 'r' },
}

export async function openBackupScene(): Promise<BackupScene> {
  const office = await openOffice()
  const folder = await mkdtemp(join(tmpdir(), 'duizhao-backup-'))
  const key = await installationKey(folder)
  const files = fileStore(join(folder, 'files'))
  const opened: Pick<Office['pool'], 'close'>[] = []
  return {
    office,
    folder,
    key,
    source: { databaseUrl: office.pool.url, files, program: 'test', now: new Date('2026-03-01T08:00:00Z'), key },
    keep: async (bytes) => {
      const hash = await files.put(bytes)
      const row = { hash, size: bytes.length, media_type: 'text/plain' }
      await office.pool.db.insertInto('stored_file').values(row).execute()
      return hash
    },
    elsewhere: async () => {
      const database = await testDatabase('template0')
      opened.push(database)
      const filesFolder = join(folder, `files-${opened.length}`)
      return { databaseUrl: database.url, filesFolder, keys: { own: null }, acting }
    },
    close: async () => {
      await office.close()
      await rm(folder, { recursive: true, force: true })
      for (const database of opened) await database.close()
    },
  }
}
