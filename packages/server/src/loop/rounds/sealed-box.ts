import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'

/** Every sealed answer is as long as every other: its length would tell it from others when it is open. */
const PADDED = 16_384
const KEY = 32
const TAG = 16
/** The key is of one message only, so the counter may begin anywhere. */
const NONCE = Buffer.alloc(12)

const PUBLIC_HEAD = Buffer.from('302a300506032b656e032100', 'hex')
const PRIVATE_HEAD = Buffer.from('302e020100300506032b656e04220420', 'hex')

/** Both halves of a box (X25519, RFC 7748), 32 bytes each. */
export interface Box {
  readonly publicKey: Buffer
  readonly privateKey: Buffer
}

export function newBox(): Box {
  return halvesOf(generateKeyPairSync('x25519').privateKey)
}

/** The public half that belongs to a private one. */
export function publicHalf(privateKey: Buffer): Buffer {
  return halvesOf(privateOf(privateKey)).publicKey
}

/**
 * Seals a text so that only the private half opens it: a key agreed with one made for it alone (X25519), HKDF-SHA-256,
 * AES-256-GCM. Throws `RangeError` if it is longer than fits.
 */
export function seal(text: string, publicKey: Buffer): Buffer {
  const bytes = Buffer.from(text)
  if (bytes.length > PADDED - 4) throw new RangeError('the text is too long for the box')
  const padded = Buffer.alloc(PADDED)
  padded.writeUInt32BE(bytes.length)
  bytes.copy(padded, 4)
  const own = generateKeyPairSync('x25519').privateKey
  const sender = halvesOf(own).publicKey
  const cipher = createCipheriv('aes-256-gcm', agreed(own, publicOf(publicKey), [sender, publicKey]), NONCE)
  return Buffer.concat([sender, cipher.update(padded), cipher.final(), cipher.getAuthTag()])
}

/** Opens what was sealed. Throws if it was not sealed for this key, or was changed since. */
export function unseal(sealed: Buffer, { publicKey, privateKey }: Box): string {
  const sender = sealed.subarray(0, KEY)
  const key = agreed(privateOf(privateKey), publicOf(sender), [sender, publicKey])
  const decipher = createDecipheriv('aes-256-gcm', key, NONCE)
  decipher.setAuthTag(sealed.subarray(-TAG))
  const padded = Buffer.concat([decipher.update(sealed.subarray(KEY, -TAG)), decipher.final()])
  return padded.subarray(4, 4 + padded.readUInt32BE()).toString()
}

/** True if a text fits into a sealed answer. */
export function fitsBox(text: string): boolean {
  return Buffer.byteLength(text) <= PADDED - 4
}

function agreed(privateKey: KeyObject, publicKey: KeyObject, both: readonly Buffer[]): Buffer {
  const shared = diffieHellman({ privateKey, publicKey })
  return Buffer.from(hkdfSync('sha256', shared, Buffer.concat(both), 'duizhao answer', KEY))
}

function halvesOf(key: KeyObject): Box {
  return {
    publicKey: createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-KEY),
    privateKey: key.export({ type: 'pkcs8', format: 'der' }).subarray(-KEY),
  }
}

function publicOf(key: Buffer): KeyObject {
  return createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, key]), format: 'der', type: 'spki' })
}

function privateOf(key: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, key]), format: 'der', type: 'pkcs8' })
}
