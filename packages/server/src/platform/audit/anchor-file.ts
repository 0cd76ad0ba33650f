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

const Line = Anchor.extend({ key: z.string(), signature: z.string() })

/** An anchor as it stands in the file. */
export interface KeptAnchor extends Anchor {
  /** Of the key it is signed with; null if the signature is not of these words. */
  readonly signedBy: string | null
  readonly line: number
}

/** A signature says what it is of: one of a backup is none of an anchor. */
function signed({ number, hash, at, occasion }: Anchor): Uint8Array {
  return Buffer.from(`duizhao anchor ${number} ${hash} ${at} ${occasion}`)
}

/** Adds a line to the file, which is made if it is not there; on disk when this returns. Nothing in it is ever changed. */
export async function appendAnchor(path: string, anchor: Anchor, key: InstallationKey): Promise<void> {
  await makeFolder(dirname(path))
  const line = JSON.stringify({ ...anchor, key: key.publicKey, signature: key.sign(signed(anchor)) })
  // Begun anew: the line before may have been broken off by a power cut.
  await appendFile(path, `\n${line}\n`, { mode: 0o600, flush: true })
  const folder = await open(dirname(path)).catch(() => null)
  // A folder cannot be synced everywhere.
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}

/** All anchors of a file, in their order; lines that are none, broken off say, are left out. Null if there is no file. */
export async function readAnchors(path: string): Promise<KeptAnchor[] | null> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  return text === null ? null : text.split('\n').flatMap(readLine)
}

function readLine(line: string, at: number): KeptAnchor[] {
  const read = Line.safeParse(parsed(line))
  if (!read.success) return []
  const { key, signature, ...anchor } = read.data
  const signedBy = isSignedBy(key, signed(anchor), signature) ? fingerprintOf(key) : null
  return [{ ...anchor, signedBy, line: at + 1 }]
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
      const [anchor] = readLine(line, 0)
      if (anchor !== undefined && anchor.signedBy !== null) return anchor
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
