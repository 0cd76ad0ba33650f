import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { FileStore } from '../file-store.ts'
import type { InstallationKey } from '../keys/index.ts'
import { type RecordHead, signed, writeRecord } from './archive-format.ts'
import { encrypt, PLAIN } from './encryption.ts'
import type { AbsentFile, BackupSummary } from './read-backup.ts'
import {
  type Connection,
  hashesOf,
  letGo,
  migrationsOf,
  openSnapshot,
  rowsOf,
  savedTablesOf,
  sequencesOf,
} from './snapshot-queries.ts'

export interface BackupSource {
  readonly databaseUrl: string
  readonly files: FileStore
  readonly program: string
  readonly now: Date
  /** The backup is signed with it. */
  readonly key: InstallationKey
  /** With one, the backup is encrypted. */
  readonly passphrase?: string | undefined
}

/**
 * Writes everything the service holds into one file: all rows as they were at one moment, whoever writes meanwhile, and
 * every file these rows name. A file that is damaged or missing is named instead, and the rest is saved. The backup
 * appears under its name when it is whole and on disk.
 */
export async function backUp(path: string, source: BackupSource): Promise<BackupSummary> {
  const client = await openSnapshot(source.databaseUrl)
  const draft = `${path}.part`
  const summary: Counting = { tables: 0, rows: 0, files: 0, absent: [] }
  try {
    const { passphrase } = source
    await pipeline(
      Readable.from(signed(recordsOf(client, source, summary), source.key)),
      createGzip({ level: 4 }),
      (stream: AsyncIterable<Buffer>) => (passphrase === undefined ? marked(stream) : encrypt(stream, passphrase)),
      createWriteStream(draft, { mode: 0o600 }),
    )
    const file = await open(draft, 'r+')
    await file.sync()
    await file.close()
    await rename(draft, path)
    return summary
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw error
  } finally {
    await client.end()
  }
}

async function* marked(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield PLAIN
  yield* stream
}

interface Counting {
  tables: number
  rows: number
  files: number
  readonly absent: AbsentFile[]
}

async function* recordsOf(client: Connection, source: BackupSource, counting: Counting): AsyncGenerator<Buffer> {
  yield headOnly({
    kind: 'begin',
    version: 2,
    at: source.now.toISOString(),
    program: source.program,
    migrations: await migrationsOf(client),
    bytes: 0,
  })
  const tables: { name: string; rows: number; hash: string }[] = []
  for (const table of await savedTablesOf(client)) {
    const hash = createHash('sha256')
    let count = 0
    for await (const lines of rowsOf(client, table)) {
      const content = Buffer.from(JSON.stringify(lines))
      hash.update(content)
      count += lines.length
      yield writeRecord({
        head: { kind: 'rows', table: table.name, count: lines.length, bytes: content.length },
        content,
      })
    }
    tables.push({ name: table.name, rows: count, hash: hash.digest('hex') })
    counting.tables += 1
    counting.rows += count
  }
  for (const sequence of await sequencesOf(client)) yield headOnly({ kind: 'sequence', ...sequence, bytes: 0 })
  await letGo(client)
  yield* filesOf(client, source.files, counting)
  yield headOnly({ kind: 'end', tables, files: counting.files, bytes: 0 })
}

/** Files are written before the rows that name them and never change: what the snapshot names is there, or was lost. */
async function* filesOf(client: Connection, store: FileStore, counting: Counting): AsyncGenerator<Buffer> {
  for await (const hash of hashesOf(client)) {
    const stored = await store.get(hash)
    if (stored.state === 'whole') {
      const content = Buffer.from(stored.bytes)
      counting.files += 1
      yield writeRecord({ head: { kind: 'file', hash, bytes: content.length }, content })
    } else {
      counting.absent.push({ hash, state: stored.state })
      yield headOnly({ kind: 'absent', hash, state: stored.state, bytes: 0 })
    }
  }
}

function headOnly(head: RecordHead): Buffer {
  return writeRecord({ head, content: Buffer.alloc(0) })
}
