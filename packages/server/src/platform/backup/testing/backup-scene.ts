import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { type Office, openOffice } from '../../../testing/office.ts'
import type { Acting } from '../../audit/index.ts'
import { fileStore } from '../../files/file-store.ts'
import { type InstallationKey, installationKey } from '../../keys/index.ts'
import type { BackupSource } from '../back-up.ts'
import type { RestoreTarget } from '../restore.ts'

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
  const opened: string[] = []
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
      const name = `restored_${randomBytes(6).toString('hex')}`
      await onServer(`create database ${name} strategy file_copy`)
      opened.push(name)
      return {
        databaseUrl: inject('postgres').replace(/\/[^/]*$/, `/${name}`),
        filesFolder: join(folder, `files-${name}`),
        keys: { own: null },
        acting,
      }
    },
    close: async () => {
      await office.close()
      await rm(folder, { recursive: true, force: true })
      for (const name of opened) await onServer(`drop database if exists ${name} with (force)`)
    },
  }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgres') })
  await client.connect()
  await client.query(statement)
  await client.end()
}
