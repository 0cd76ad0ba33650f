import { join } from 'node:path'
import type { DamagedFile, FileVerification } from '@duizhao/contract'
import { features } from './features.ts'
import type { ServerConfig } from './platform/config.ts'
import type { FileStore } from './platform/file-store.ts'
import type { Database } from './platform/database/pool.ts'
import { onThisMachine } from './on-this-machine.ts'
import * as store from './platform/files/index.ts'

/** Where the configuration keeps files. */
export function filesOf({ dataFolder }: ServerConfig): FileStore {
  return store.fileStore(join(dataFolder, 'files'))
}

/** Compares every kept file with its hash, asked for on the machine itself. */
export function verifyFiles(db: Database, config: ServerConfig, now: Date): Promise<FileVerification> {
  return store.verifyFiles({ db, files: filesOf(config) }, onThisMachine(now))
}

/** Every file that was found damaged or missing. */
export async function* damagedFiles(db: Database): AsyncGenerator<DamagedFile> {
  let after: string | undefined
  do {
    const { items, next } = await store.damagedFiles(db, features, { after, limit: 200 })
    yield* items
    after = next ?? undefined
  } while (after !== undefined)
}
