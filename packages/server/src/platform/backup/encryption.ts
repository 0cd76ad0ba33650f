import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { BackupFailure } from './archive-format.ts'
import { type ByteReader, byteReader } from './byte-reader.ts'

/** Marks of the two kinds of backup files. */
export const PLAIN = Buffer.from('DUIZHAO-BACKUP-1\n')
export const ENCRYPTED = Buffer.from('DUIZHAO-BACKUP-E1\n')

const CHUNK = 64 * 1024
const SALT = 16
const TAG = 16
/** RFC 7914 with a cost that takes about a third of a second: guessing a passphrase is slow. */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 } as const

function keyOf(passphrase: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(passphrase.normalize('NFKC'), salt, 32, SCRYPT, (error, key) => (error ? reject(error) : resolve(key))),
  )
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
  const key = await keyOf(passphrase, salt)
  yield Buffer.concat([ENCRYPTED, salt])
  let chunk = 0
  for await (const { bytes, isLast } of inChunks(byteReader(stream), CHUNK)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(chunk, isLast))
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
    chunk += 1
  }
}

/** The contents again. Throws `BackupFailure` for a wrong passphrase and for bytes that were changed or cut off. */
export async function* decrypt(reader: ByteReader, passphrase: string): AsyncGenerator<Buffer> {
  const key = await keyOf(passphrase, await reader.take(SALT))
  let chunk = 0
  for await (const { bytes, isLast } of inChunks(reader, CHUNK + TAG)) {
    if (bytes.length < TAG) throw wrong(chunk)
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
  return new BackupFailure(chunk === 0 ? '口令不对，或备份文件被改动过。' : '备份文件被改动过或不完整。请换一份备份。')
}

/** The rest of a stream in pieces of one size; the last may be shorter, and there is always a last one. */
async function* inChunks(reader: ByteReader, size: number): AsyncGenerator<{ bytes: Buffer; isLast: boolean }> {
  for (let isLast = false; !isLast;) {
    const bytes = await reader.take(size)
    isLast = await reader.isAtEnd()
    yield { bytes, isLast }
  }
}
