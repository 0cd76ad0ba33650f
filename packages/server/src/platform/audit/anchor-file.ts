import { appendFile, type FileHandle, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { makeFolder } from '../durable.ts'
import { fingerprintOf, type InstallationKey, isSignedBy } from '../keys/index.ts'

/** Why the head was written down. */
export const occasions = ['start', 'hour', 'stop', 'restore', 'asked'] as const
export type Occasion = (typeof occasions)[number]

const Anchor = z.object({
  /** The last entry, and its hash: whoever changes an earlier one, changes this. */
  number: z.int().min(0),
  hash: z.string(),
  at: z.iso.datetime(),
  occasion: z.enum(occasions),
})
/** The head of the chain as it was written down outside the database. */
export type Anchor = z.infer<typeof Anchor>

const Line = Anchor.extend({
  /** The signature of the line before, null in the first; lines written before there was this have none. */
  after: z.string().nullable().optional(),
  key: z.string(),
  signature: z.string(),
})
type Line = z.infer<typeof Line>

/** An anchor as it stands in the file. */
export interface KeptAnchor extends Pick<Line, keyof Anchor | 'after' | 'signature'> {
  /** Of the key it is signed with; null if the signature is not of these words. */
  readonly signedBy: string | null
  readonly line: number
}

/** A signature says what it is of: one of a backup is none of an anchor. */
function signed({ number, hash, at, occasion, after }: Anchor & Pick<Line, 'after'>): Uint8Array {
  const words = `duizhao anchor ${number} ${hash} ${at} ${occasion}`
  return Buffer.from(after === undefined ? words : `${words} after ${after ?? 'nothing'}`)
}

/** What was written, and whether the line this process wrote before is still in the file. */
export interface Appended {
  readonly signature: string
  readonly isPreviousThere: boolean
}

/**
 * Adds a line to the file, which is made if it is not there; on disk when this returns. Nothing in it is ever changed, and
 * each line names the one before, so that none can be taken out: `previous` if that is known and gone, else the last.
 */
export async function appendAnchor(
  path: string,
  anchor: Anchor,
  { key, previous }: { readonly key: InstallationKey; readonly previous?: string | undefined },
): Promise<Appended> {
  await makeFolder(dirname(path))
  // Only whether a line is there is asked, at every start and every hour: verifying compares the signatures.
  const there = ((await textOf(path)) ?? '')
    .split('\n')
    .flatMap(readLine)
    .map(({ signature }) => signature)
  const isPreviousThere = previous === undefined || there.includes(previous)
  const after = (isPreviousThere ? there.at(-1) : previous) ?? null
  const signature = key.sign(signed({ ...anchor, after }))
  const line = JSON.stringify({ ...anchor, after, key: key.publicKey, signature })
  // Begun anew: the line before may have been broken off by a power cut.
  await appendFile(path, `\n${line}\n`, { mode: 0o600, flush: true })
  const folder = await open(dirname(path)).catch(() => null)
  // A folder cannot be synced everywhere.
  await folder?.sync().catch(() => undefined)
  await folder?.close()
  return { signature, isPreviousThere }
}

/** All anchors of a file, in their order; lines that are none, broken off say, are left out. Null if there is no file. */
export async function readAnchors(path: string): Promise<KeptAnchor[] | null> {
  const text = await textOf(path)
  return text === null ? null : text.split('\n').flatMap((line, at) => readLine(line).map((read) => kept(read, at)))
}

async function textOf(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
}

/** What a line says; nothing if it is none. */
function readLine(line: string): Line[] {
  const { data } = Line.safeParse(parsed(line))
  return data === undefined ? [] : [data]
}

function kept({ key, ...anchor }: Line, at: number): KeptAnchor {
  const signedBy = isSignedBy(key, signed(anchor), anchor.signature) ? fingerprintOf(key) : null
  return { ...anchor, signedBy, line: at + 1 }
}

/** A line is some 300 bytes; some may be broken off. */
const TAIL = 8_192

/** The last anchor of a file whose signature is right, from its end only: it grows for years. Null if there is none. */
export async function lastAnchor(path: string): Promise<Anchor | null> {
  const file = await open(path).catch(() => null)
  if (file === null) return null
  try {
    const lines = (await tailOf(file)).split('\n').toReversed()
    for (const line of lines) {
      const [read] = readLine(line)
      if (read === undefined) continue
      const anchor = kept(read, 0)
      if (anchor.signedBy !== null) return anchor
    }
    return null
  } finally {
    await file.close()
  }
}

async function tailOf(file: FileHandle): Promise<string> {
  const { size } = await file.stat()
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(TAIL), position: Math.max(0, size - TAIL) })
  return buffer.subarray(0, bytesRead).toString('utf8')
}

/** The lines of a file that name one before them which is not there: something was taken out, or put elsewhere. */
export function linesWithGap(anchors: readonly KeptAnchor[]): number[] {
  const seen = new Set<string | null | undefined>([null, undefined])
  return anchors.flatMap(({ after, signature, line }) => {
    const hasGap = !seen.has(after)
    seen.add(signature)
    return hasGap ? [line] : []
  })
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

const DIGITS = 24

/** The head so that it can be printed and typed: `1234-3f2a-99b1-…`, 96 bits of the hash. */
export function codeOf({ number, hash }: Pick<Anchor, 'number' | 'hash'>): string {
  return `${number}-${hash.slice(0, DIGITS).replace(/(.{4})(?=.)/g, '$1-')}`
}

/** What a code says, however it was typed: the number, and how the hash begins; null for what is no code. */
export function readCode(code: string): { readonly number: number; readonly hash: string } | null {
  const [, number, digits = ''] = /^\s*(\d+)[-－—\s]+([0-9a-f\s－—-]+)$/i.exec(code) ?? []
  const hash = digits.toLowerCase().replace(/[^0-9a-f]/g, '')
  return number === undefined || hash.length !== DIGITS ? null : { number: Number(number), hash }
}
