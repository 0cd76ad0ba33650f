import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  randomUUID,
  sign,
  verify,
} from 'node:crypto'
import { link, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../durable.ts'

/** The Ed25519 key (RFC 8032) this installation signs with what leaves it, and must be known again later. */
export interface InstallationKey {
  /** DER of its public half (RFC 8410), in base64. */
  readonly publicKey: string
  readonly fingerprint: string
  /** The signature, in base64. */
  sign(bytes: Uint8Array): string
  /** 32 bytes that follow from its private half and a purpose (HKDF, RFC 5869): another key for each purpose. */
  derive(purpose: string): Uint8Array
}

/** The key's file is there, and is no key. */
export class KeyFailure extends Error {}

const FILE = 'installation.pem'
/** 160 bits: nobody finds a second key with the same, and it can be read out over the telephone. */
const DIGITS = 40

/** The key in the data folder, made at first use. It is nowhere else: not in the database, not in backups. */
export async function installationKey(dataFolder: string): Promise<InstallationKey> {
  const found = await readKey(dataFolder)
  if (found !== null) return found
  await make(dataFolder)
  const made = await readKey(dataFolder)
  if (made === null) throw new KeyFailure(`刚写下的密钥 ${pathOf(dataFolder)} 读不到。`)
  return made
}

/** The fingerprint of the key in the data folder; null if none was made yet. */
export async function knownFingerprint(dataFolder: string): Promise<string | null> {
  return (await readKey(dataFolder))?.fingerprint ?? null
}

/** What a public key is known by: ten groups of four digits of its SHA-256. */
export function fingerprintOf(publicKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex')
  return digest.slice(0, DIGITS).replace(/(.{4})(?=.)/g, '$1-')
}

/** True if both are the same, however they were typed. */
export function isSameFingerprint(a: string, b: string): boolean {
  const [bare, other] = [a, b].map((text) => text.toLowerCase().replace(/[^0-9a-f]/g, ''))
  return bare === other
}

/** True if the signature is of these bytes by this key; false too for what is no key or no signature. */
export function isSignedBy(publicKey: string, bytes: Uint8Array, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' && verify(null, bytes, key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

function pathOf(dataFolder: string): string {
  return join(dataFolder, 'keys', FILE)
}

async function readKey(dataFolder: string): Promise<InstallationKey | null> {
  const path = pathOf(dataFolder)
  const pem = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  if (pem === null) return null
  try {
    const key = createPrivateKey(pem)
    const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64')
    return {
      publicKey,
      fingerprint: fingerprintOf(publicKey),
      sign: (bytes) => sign(null, bytes, key).toString('base64'),
      derive: (purpose) =>
        new Uint8Array(hkdfSync('sha256', key.export({ format: 'der', type: 'pkcs8' }), '', purpose, 32)),
    }
  } catch {
    throw new KeyFailure(`${path} 不是密钥或已损坏。请取回原来的文件；取不回就移走它，会另做一把新的，指纹也随之变了。`)
  }
}

/** Whole or not at all, and never over another: who makes one at the same moment finds the first. */
async function make(dataFolder: string): Promise<void> {
  const path = pathOf(dataFolder)
  await makeFolder(join(dataFolder, 'keys'))
  const draft = `${path}.${randomUUID()}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }))
    await file.sync()
    await file.close()
    await link(draft, path)
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    if (!isThere) throw error
  } finally {
    await file.close().catch(() => undefined)
    await rm(draft, { force: true }).catch(() => undefined)
  }
}
