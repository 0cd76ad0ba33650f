import { createHash, type Hash } from 'node:crypto'
import { z } from 'zod'
import type { InstallationKey } from '../keys/index.ts'
import type { ByteReader } from './byte-reader.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const nothing = z.literal(0)
/** Far more than a batch of rows or a kept file: what says more is no length. */
const length = z
  .int()
  .min(0)
  .max(2 ** 30)

/** What a backup holds, one record after another: a line of JSON, then `bytes` bytes. */
export const RecordHead = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('begin'),
    /** 1 had neither `absent` nor `signature`. */
    version: z.union([z.literal(1), z.literal(2)]),
    at: z.iso.datetime(),
    program: z.string(),
    migrations: z.array(z.string()),
    bytes: nothing,
  }),
  /** Rows of a table as a JSON list of texts. */
  z.object({ kind: z.literal('rows'), table: z.string(), count: z.int(), bytes: length }),
  z.object({
    kind: z.literal('sequence'),
    name: z.string(),
    value: z.string(),
    isCalled: z.boolean(),
    bytes: nothing,
  }),
  z.object({ kind: z.literal('file'), hash, bytes: length }),
  /** A file that a row names, and that was not what it should be when the backup was made. */
  z.object({ kind: z.literal('absent'), hash, state: z.enum(['damaged', 'missing']), bytes: nothing }),
  /** Counts and hashes of everything before: a backup without it is not whole. */
  z.object({
    kind: z.literal('end'),
    tables: z.array(z.object({ name: z.string(), rows: z.int(), hash: z.string() })),
    files: z.int(),
    bytes: nothing,
  }),
  /** By the installation that made the backup, over every byte before. */
  z.object({ kind: z.literal('signature'), publicKey: z.string(), signature: z.string(), bytes: nothing }),
])
export type RecordHead = z.infer<typeof RecordHead>
export type HeadOf<Kind extends RecordHead['kind']> = Extract<RecordHead, { kind: Kind }>

export interface BackupRecord {
  readonly head: RecordHead
  readonly content: Buffer
}

/** What makes a file no backup that can be used, with what to do. */
export class BackupFailure extends Error {}

const LONGEST_HEAD = 4 * 2 ** 20

export function writeRecord({ head, content }: BackupRecord): Buffer {
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), content])
}

/** The records followed by their signature. */
export async function* signed(records: AsyncIterable<Buffer>, key: InstallationKey): AsyncGenerator<Buffer> {
  const before = createHash('sha256')
  for await (const record of records) {
    before.update(record)
    yield record
  }
  const { publicKey } = key
  const signature = key.sign(signedBytes(before))
  yield writeRecord({ head: { kind: 'signature', publicKey, signature, bytes: 0 }, content: Buffer.alloc(0) })
}

/** What is signed: the hash of all records before, said to be that of a backup and nothing else. */
export function signedBytes(before: Hash): Buffer {
  return Buffer.from(`duizhao backup ${before.digest('hex')}`)
}

/**
 * Takes a stream apart into records, and adds each but a signature to `before`. Throws `BackupFailure` where it breaks off
 * or makes no sense.
 */
export async function* readRecords(reader: ByteReader, before: Hash): AsyncGenerator<BackupRecord> {
  for (let number = 1; !(await reader.isAtEnd()); number++) {
    const line = await reader.line(LONGEST_HEAD)
    const head = parseHead(line, number)
    const content = await reader.take(head.bytes)
    if (content.length < head.bytes) throw cutOff()
    if (head.kind !== 'signature') before.update(`${line}\n`).update(content)
    yield { head, content }
  }
}

function parseHead(line: string | null, number: number): RecordHead {
  try {
    return RecordHead.parse(JSON.parse(line ?? ''))
  } catch {
    throw damaged(`第 ${number} 条记录读不懂`)
  }
}

export function cutOff(): BackupFailure {
  return new BackupFailure('备份文件不完整，后面断了。请换一份备份。')
}

export function damaged(where: string): BackupFailure {
  return new BackupFailure(`备份文件被改动过或损坏了：${where}。请换一份备份。`)
}
