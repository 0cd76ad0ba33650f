import { z } from 'zod'

/** What a backup holds, one record after another: a line of JSON, then `bytes` bytes. */
export const RecordHead = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('begin'),
    version: z.literal(1),
    at: z.iso.datetime(),
    program: z.string(),
    migrations: z.array(z.string()),
    bytes: z.literal(0),
  }),
  /** Rows of a table as a JSON list of texts. */
  z.object({ kind: z.literal('rows'), table: z.string(), count: z.int(), bytes: z.int() }),
  z.object({
    kind: z.literal('sequence'),
    name: z.string(),
    value: z.string(),
    isCalled: z.boolean(),
    bytes: z.literal(0),
  }),
  z.object({ kind: z.literal('file'), hash: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.int() }),
  /** Counts and hashes of everything before: a backup without it is not whole. */
  z.object({
    kind: z.literal('end'),
    tables: z.array(z.object({ name: z.string(), rows: z.int(), hash: z.string() })),
    files: z.int(),
    bytes: z.literal(0),
  }),
])
export type RecordHead = z.infer<typeof RecordHead>

export interface BackupRecord {
  readonly head: RecordHead
  readonly content: Buffer
}

/** What makes a file no backup that can be used, with what to do. */
export class BackupFailure extends Error {}

const LONGEST_HEAD = 4 * 2 ** 20
const NEWLINE = 0x0a

export function writeRecord({ head, content }: BackupRecord): Buffer {
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), content])
}

/** Takes a stream apart into records. Throws `BackupFailure` where it breaks off or makes no sense. */
export async function* readRecords(stream: AsyncIterable<Buffer>): AsyncGenerator<BackupRecord> {
  let rest: Buffer = Buffer.alloc(0)
  let head: RecordHead | null = null
  for await (const piece of stream) {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    for (;;) {
      if (head === null) {
        const end = rest.indexOf(NEWLINE)
        if (end < 0) {
          if (rest.length > LONGEST_HEAD) throw damaged()
          break
        }
        head = parseHead(rest.subarray(0, end).toString('utf8'))
        rest = rest.subarray(end + 1)
      }
      if (rest.length < head.bytes) break
      yield { head, content: rest.subarray(0, head.bytes) }
      rest = rest.subarray(head.bytes)
      head = null
    }
  }
  if (head !== null || rest.length > 0) throw new BackupFailure('备份文件不完整，后面断了。请换一份备份。')
}

function parseHead(line: string): RecordHead {
  try {
    return RecordHead.parse(JSON.parse(line))
  } catch {
    throw damaged()
  }
}

export function damaged(): BackupFailure {
  return new BackupFailure('备份文件被改动过或损坏了，没有恢复。请换一份备份。')
}
