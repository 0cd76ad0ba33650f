import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { fingerprintOf, isSignedBy } from '../keys/index.ts'
import {
  BackupFailure,
  type BackupRecord,
  cutOff,
  damaged,
  type HeadOf,
  readRecords,
  signedBytes,
} from './archive-format.ts'
import { type ByteReader, byteReader } from './byte-reader.ts'
import { decrypt, ENCRYPTED, PLAIN } from './encryption.ts'

/** A file that is not in a backup although a row names it. */
export interface AbsentFile {
  readonly hash: string
  readonly state: 'damaged' | 'missing'
}

export interface BackupSummary {
  readonly tables: number
  readonly rows: number
  readonly files: number
  readonly absent: readonly AbsentFile[]
}

/** A backup that was read to its end, in which everything fits. */
export interface ReadBackup {
  readonly summary: BackupSummary
  readonly at: string
  readonly tables: ReadonlySet<string>
  readonly isEncrypted: boolean
  /** The fingerprint of the key that signed it; null for one of the first format, which was not signed. */
  readonly signedBy: string | null
}

/** What is done with what comes out of a backup, in its order. Nothing of it is known to be right before the end. */
export interface Reception {
  begin(head: HeadOf<'begin'>): Promise<void>
  rows(table: string, lines: readonly string[]): Promise<void>
  sequence(head: HeadOf<'sequence'>): Promise<void>
  file(bytes: Buffer): Promise<void>
}

/** For who only wants to know whether a backup is whole. */
export const nothingDone: Reception = {
  begin: async () => undefined,
  rows: async () => undefined,
  sequence: async () => undefined,
  file: async () => undefined,
}

/**
 * Reads a whole backup: every hash, every count, the signature. Throws `BackupFailure` with a sentence for what was changed,
 * cut off, or left out. Files that a row names and the backup has not are `absent`.
 */
export async function readBackup(
  path: string,
  passphrase: string | undefined,
  reception: Reception,
): Promise<ReadBackup> {
  try {
    const { isEncrypted, content } = await open(path, passphrase)
    return { ...(await readContent(content, reception)), isEncrypted }
  } catch (error) {
    throw isGarbage(error) ? damaged('压缩的内容解不开') : error
  }
}

/** gzip's own complaint about bytes that make no sense, or end too early. */
function isGarbage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:Z_|ERR_STREAM_PREMATURE_CLOSE)/.test(String(error.code))
}

const LONGEST_MARK = 32
/** Larger pieces than Node's own: a backup is many of them. */
const PIECE = 256 * 1024

async function open(
  path: string,
  passphrase: string | undefined,
): Promise<{ isEncrypted: boolean; content: ByteReader }> {
  const reader = byteReader(createReadStream(path, { highWaterMark: PIECE }) as AsyncIterable<Buffer>)
  const line = await reader.line(LONGEST_MARK).catch((error: unknown) => {
    throw new BackupFailure(`备份文件 ${path} 读不了：${error instanceof Error ? error.message : String(error)}`)
  })
  const mark = Buffer.from(`${line ?? ''}\n`)
  if (mark.equals(PLAIN)) return { isEncrypted: false, content: unpacked(restOf(reader)) }
  if (!mark.equals(ENCRYPTED)) throw new BackupFailure(`${path} 不是对照的备份文件。`)
  if (passphrase === undefined) throw new BackupFailure('这份备份是加密的，请给出口令（DUIZHAO_PASSPHRASE）。')
  return { isEncrypted: true, content: unpacked(decrypt(reader, passphrase)) }
}

async function* restOf(reader: ByteReader): AsyncGenerator<Buffer> {
  while (!(await reader.isAtEnd())) yield await reader.take(PIECE)
}

function unpacked(packed: AsyncIterable<Buffer>): ByteReader {
  const source = Readable.from(packed)
  const gunzip = createGunzip({ chunkSize: PIECE })
  source.on('error', (error) => gunzip.destroy(error))
  return byteReader(source.pipe(gunzip))
}

/** What was seen so far, to be compared with what the end says. */
interface Seen {
  readonly tables: Map<string, { readonly hash: Hash; rows: number }>
  readonly named: Set<string>
  readonly files: Set<string>
  readonly absent: Map<string, AbsentFile>
}

async function readContent(reader: ByteReader, reception: Reception): Promise<Omit<ReadBackup, 'isEncrypted'>> {
  const before = createHash('sha256')
  const records = readRecords(reader, before)
  const first = await records.next()
  if (first.done === true) throw cutOff()
  const begin = first.value.head
  if (begin.kind !== 'begin') throw damaged('开头不对')
  await reception.begin(begin)
  const seen: Seen = { tables: new Map(), named: new Set(), files: new Set(), absent: new Map() }
  let end: HeadOf<'end'> | null = null
  let signature: HeadOf<'signature'> | null = null
  for await (const record of records) {
    const { head } = record
    if (signature !== null || (end !== null && head.kind !== 'signature')) throw damaged('结尾之后还有内容')
    if (head.kind === 'end') end = head
    else if (head.kind === 'signature') signature = head
    else await receive(record, seen, reception)
  }
  if (end === null || (begin.version > 1 && signature === null)) throw cutOff()
  if (signature !== null && !isSignedBy(signature.publicKey, signedBytes(before), signature.signature))
    throw damaged('签名与内容不符')
  compare(end, seen)
  return {
    summary: summaryOf(end, seen),
    at: begin.at,
    tables: new Set(end.tables.map(({ name }) => name)),
    signedBy: signature && fingerprintOf(signature.publicKey),
  }
}

const Lines = z.array(z.string())

async function receive({ head, content }: BackupRecord, seen: Seen, reception: Reception): Promise<void> {
  switch (head.kind) {
    case 'rows': {
      const lines = linesOf(head, content)
      const known = seen.tables.get(head.table) ?? { hash: createHash('sha256'), rows: 0 }
      known.hash.update(content)
      known.rows += lines.length
      seen.tables.set(head.table, known)
      if (head.table === 'stored_file') for (const line of lines) seen.named.add(line.slice(1, 65))
      return reception.rows(head.table, lines)
    }
    case 'sequence':
      return reception.sequence(head)
    case 'file':
      if (createHash('sha256').update(content).digest('hex') !== head.hash) throw damaged(`文件 ${head.hash}`)
      seen.files.add(head.hash)
      return reception.file(content)
    case 'absent':
      seen.absent.set(head.hash, { hash: head.hash, state: head.state })
      return
    default:
      throw damaged('记录的次序不对')
  }
}

function linesOf({ table, count }: HeadOf<'rows'>, content: Buffer): string[] {
  try {
    const lines = Lines.parse(JSON.parse(content.toString('utf8')))
    if (lines.length === count) return lines
  } catch {
    // Told as what it is: rows that are none.
  }
  throw damaged(`表 ${table} 的行读不懂`)
}

/** Throws where the tables and files that came are not those the end says, one way or the other. */
function compare(end: HeadOf<'end'>, seen: Seen): void {
  const listed = new Set(end.tables.map(({ name }) => name))
  for (const name of seen.tables.keys()) if (!listed.has(name)) throw damaged(`结尾没有列出表 ${name}`)
  for (const { name, rows, hash } of end.tables) {
    const found = seen.tables.get(name)
    const isSame = rows === 0 ? found === undefined : found?.rows === rows && found.hash.digest('hex') === hash
    if (!isSame) throw damaged(`表 ${name} 的行与摘要不符`)
  }
  if (listed.size !== end.tables.length) throw damaged('结尾重复列出了表')
  if (end.files !== seen.files.size) throw damaged(`应有 ${end.files} 个文件，实有 ${seen.files.size} 个`)
}

function summaryOf(end: HeadOf<'end'>, { named, files, absent }: Seen): BackupSummary {
  const unsaid = [...named].filter((hash) => !files.has(hash) && !absent.has(hash))
  return {
    tables: end.tables.length,
    rows: end.tables.reduce((sum, { rows }) => sum + rows, 0),
    files: files.size,
    absent: [...absent.values(), ...unsaid.map((hash): AbsentFile => ({ hash, state: 'missing' }))],
  }
}
