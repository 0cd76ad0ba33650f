import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { migrate } from '../database/migrate.ts'
import { fileStore } from '../files/index.ts'
import { BackupFailure, type BackupRecord, damaged, readRecords, type RecordHead } from './archive-format.ts'
import type { BackupSummary } from './back-up.ts'
import { decrypt, ENCRYPTED, PLAIN } from './encryption.ts'
import { holdsData, inOneTransaction, loosen, setSequence } from './restore-queries.ts'
import { type Connection, insertRows } from './snapshot-queries.ts'

export interface RestoreTarget {
  readonly databaseUrl: string
  readonly filesFolder: string
  readonly passphrase?: string
}

/**
 * Brings a backup back into an empty database and an empty folder: all rows in one transaction, every hash checked
 * before it is committed. A backup of an older program is brought up to date afterwards. Throws `BackupFailure` with a
 * sentence; then the database is as empty as before.
 */
export async function restore(path: string, target: RestoreTarget): Promise<BackupSummary> {
  await refuseIfUsed(target)
  const records = readRecords(await contentsOf(path, target.passphrase))
  try {
    const first = await records.next()
    if (first.done === true || first.value.head.kind !== 'begin') throw damaged()
    await migrate(target.databaseUrl, first.value.head.migrations)
    const summary = await inOneTransaction(target.databaseUrl, (client) =>
      bringBack(client, records, fileStore(target.filesFolder)),
    )
    await migrate(target.databaseUrl)
    return summary
  } catch (error) {
    throw isBroken(error) ? damaged() : error
  }
}

/** gzip's own complaint about bytes that make no sense. */
function isBroken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:Z_|ERR_STREAM_PREMATURE_CLOSE)/.test(String(error.code))
}

async function refuseIfUsed({ databaseUrl, filesFolder }: RestoreTarget): Promise<void> {
  if (await holdsData(databaseUrl))
    throw new BackupFailure('要恢复到的数据库里已有数据，没有恢复。请用一个空的数据库或新的数据目录。')
  const files = await readdir(filesFolder).catch(() => [])
  if (files.length > 0)
    throw new BackupFailure(`要恢复到的文件夹 ${filesFolder} 不是空的，没有恢复。请用新的数据目录。`)
}

/** The records' bytes, decrypted and unpacked. */
async function contentsOf(path: string, passphrase: string | undefined): Promise<AsyncIterable<Buffer>> {
  const stream = createReadStream(path)[Symbol.asyncIterator]() as AsyncIterableIterator<Buffer>
  const first = await stream.next().catch((error: unknown) => {
    throw new BackupFailure(`备份文件 ${path} 读不了：${error instanceof Error ? error.message : String(error)}`)
  })
  const head: Buffer = first.done === true ? Buffer.alloc(0) : first.value
  const rest = async function* (skip: number): AsyncGenerator<Buffer> {
    yield head.subarray(skip)
    yield* stream
  }
  if (head.subarray(0, PLAIN.length).equals(PLAIN)) return unpacked(rest(PLAIN.length))
  if (!head.subarray(0, ENCRYPTED.length).equals(ENCRYPTED)) throw new BackupFailure(`${path} 不是对照的备份文件。`)
  if (passphrase === undefined) throw new BackupFailure('这份备份是加密的，请给出口令（DUIZHAO_PASSPHRASE）。')
  return unpacked(decrypt(rest(ENCRYPTED.length), passphrase))
}

function unpacked(packed: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const source = Readable.from(packed)
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  return source.pipe(gunzip)
}

interface Seen {
  readonly hashes: Map<string, { hash: Hash; rows: number }>
  files: number
}

async function bringBack(
  client: Connection,
  records: AsyncGenerator<BackupRecord>,
  files: ReturnType<typeof fileStore>,
): Promise<BackupSummary> {
  const constraints = await loosen(client)
  const seen: Seen = { hashes: new Map(), files: 0 }
  let end: Extract<RecordHead, { kind: 'end' }> | null = null
  for await (const { head, content } of records) {
    if (end !== null) throw damaged()
    if (head.kind === 'rows') await bringRows(client, { head, content }, seen)
    else if (head.kind === 'sequence') await setSequence(client, head)
    else if (head.kind === 'file') {
      if ((await files.put(content)) !== head.hash) throw damaged()
      seen.files += 1
    } else if (head.kind === 'end') end = head
    else throw damaged()
  }
  if (end === null) throw new BackupFailure('备份文件不完整，后面断了。请换一份备份。')
  for (const { name, rows, hash } of end.tables) {
    const found = seen.hashes.get(name)
    const isSame = rows === 0 ? found === undefined : found?.rows === rows && found.hash.digest('hex') === hash
    if (!isSame) throw damaged()
  }
  if (end.files !== seen.files) throw damaged()
  await constraints.restore()
  return { tables: end.tables.length, rows: end.tables.reduce((sum, { rows }) => sum + rows, 0), files: end.files }
}

async function bringRows(client: Connection, { head, content }: BackupRecord, { hashes }: Seen): Promise<void> {
  if (head.kind !== 'rows') return
  const lines = JSON.parse(content.toString('utf8')) as string[]
  const known = hashes.get(head.table) ?? { hash: createHash('sha256'), rows: 0 }
  known.hash.update(content)
  known.rows += lines.length
  hashes.set(head.table, known)
  await insertRows(client, head.table, lines)
}
