import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type RecordHead, writeRecord } from './archive-format.ts'
import { encrypt, PLAIN } from './encryption.ts'
import { type Connection, migrationsOf, openSnapshot, rowsOf, sequencesOf, tablesOf } from './snapshot-queries.ts'

export interface BackupSource {
  readonly databaseUrl: string
  /** Where the stored files lie. */
  readonly filesFolder: string
  readonly program: string
  readonly now: Date
  /** With one, the backup is encrypted. */
  readonly passphrase?: string
}

export interface BackupSummary {
  readonly tables: number
  readonly rows: number
  readonly files: number
}

/**
 * Writes everything the service holds into one file: all rows as they were at one moment, whoever writes meanwhile, and
 * every stored file. The file appears under its name when it is whole and on disk.
 */
export async function backUp(path: string, source: BackupSource): Promise<BackupSummary> {
  const client = await openSnapshot(source.databaseUrl)
  const draft = `${path}.part`
  const summary = { tables: 0, rows: 0, files: 0 }
  try {
    const { passphrase } = source
    await pipeline(
      Readable.from(recordsOf(client, source, summary)),
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
    await rm(draft, { force: true })
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
}

async function* recordsOf(client: Connection, source: BackupSource, summary: Counting): AsyncGenerator<Buffer> {
  yield headOnly({
    kind: 'begin',
    version: 1,
    at: source.now.toISOString(),
    program: source.program,
    migrations: await migrationsOf(client),
    bytes: 0,
  })
  const tables: { name: string; rows: number; hash: string }[] = []
  for (const table of await tablesOf(client)) {
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
  }
  for (const sequence of await sequencesOf(client)) yield headOnly({ kind: 'sequence', ...sequence, bytes: 0 })
  // Files are written before the rows that name them and never change: what the snapshot names is there.
  let files = 0
  for await (const { hash, content } of storedFiles(source.filesFolder)) {
    files += 1
    yield writeRecord({ head: { kind: 'file', hash, bytes: content.length }, content })
  }
  yield headOnly({ kind: 'end', tables, files, bytes: 0 })
  Object.assign(summary, { tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows, 0), files })
}

function headOnly(head: RecordHead): Buffer {
  return writeRecord({ head, content: Buffer.alloc(0) })
}

async function* storedFiles(folder: string): AsyncGenerator<{ hash: string; content: Buffer }> {
  const below = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const { name, parentPath } of below.filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name)))
    yield { hash: name, content: await readFile(join(parentPath, name)) }
}
