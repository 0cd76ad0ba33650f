import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { BackupFailure } from './archive-format.ts'

/** Marks of the two kinds of backup files. */
export const PLAIN = Buffer.from('DUIZHAO-BACKUP-1\n')
export const ENCRYPTED = Buffer.from('DUIZHAO-BACKUP-E1\n')

const CHUNK = 64 * 1024
const SALT = 16
const TAG = 16
/** RFC 7914 with a cost that takes about a third of a second: guessing a passphrase is slow. */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 } as const

function keyOf(passphrase: string, salt: Buffer): Buffer {
  return scryptSync(passphrase.normalize('NFKC'), salt, 32, SCRYPT)
}

/** The nonce says which chunk it is and whether it is the last, so that none can be moved, dropped or added. */
function nonceOf(chunk: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(Math.floor(chunk / 2 ** 32), 3)
  nonce.writeUInt32BE(chunk % 2 ** 32, 7)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
  return nonce
}

/** AES-256-GCM in chunks (the STREAM construction of Hoang et al., CRYPTO 2015), after the mark and the salt. */
export async function* encrypt(stream: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT)
  const key = keyOf(passphrase, salt)
  yield Buffer.concat([ENCRYPTED, salt])
  let chunk = 0
  for await (const { bytes, isLast } of inChunks(stream, CHUNK)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(chunk, isLast))
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
    chunk += 1
  }
}

/** The contents again. Throws `BackupFailure` for a wrong passphrase and for bytes that were changed or cut off. */
export async function* decrypt(stream: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  let key: Buffer | null = null
  let chunk = 0
  for await (const { bytes, isLast } of inChunks(
    withoutSalt(stream, (salt) => (key = keyOf(passphrase, salt))),
    CHUNK + TAG,
  )) {
    if (key === null || bytes.length < TAG) throw wrong(chunk)
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(chunk, isLast))
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG))
    const plain = decipher.update(bytes.subarray(0, bytes.length - TAG))
    try {
      yield Buffer.concat([plain, decipher.final()])
    } catch {
      throw wrong(chunk)
    }
    chunk += 1
  }
}

function wrong(chunk: number): BackupFailure {
  return new BackupFailure(
    chunk === 0 ? '口令不对，或备份文件被改动过。' : '备份文件被改动过或不完整，没有恢复。请换一份备份。',
  )
}

async function* withoutSalt(stream: AsyncIterable<Buffer>, take: (salt: Buffer) => void): AsyncGenerator<Buffer> {
  let head: Buffer = Buffer.alloc(0)
  let isTaken = false
  for await (const piece of stream) {
    if (isTaken) yield piece
    else {
      head = Buffer.concat([head, piece])
      if (head.length < SALT) continue
      take(head.subarray(0, SALT))
      isTaken = true
      yield head.subarray(SALT)
    }
  }
}

/** The stream in pieces of one size; the last may be shorter, and there is always a last one. */
async function* inChunks(
  stream: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<{ bytes: Buffer; isLast: boolean }> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const piece of stream) {
    rest = Buffer.concat([rest, piece])
    while (rest.length > size) {
      yield { bytes: rest.subarray(0, size), isLast: false }
      rest = rest.subarray(size)
    }
  }
  yield { bytes: rest, isLast: true }
}
