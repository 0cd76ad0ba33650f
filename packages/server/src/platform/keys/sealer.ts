import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { installationKey } from './installation-key.ts'

/** Keeps small secrets in the database so that the database alone does not give them away. */
export interface Sealer {
  /** The secret encrypted, bound to what it is of: in another's row it does not open. */
  seal(secret: Uint8Array, of: string): Promise<Buffer>
  /** The secret; null if it was sealed with another key, is of something else, or was changed. */
  open(sealed: Uint8Array, of: string): Promise<Buffer | null>
}

const CIPHER = 'aes-256-gcm'
const NONCE = 12
const TAG = 16

/** Seals with a key that follows from the installation's, one for each purpose: nonce, tag and the text encrypted. */
export function sealerOf(dataFolder: string, purpose: string): Sealer {
  const key = async () => (await installationKey(dataFolder)).derive(purpose)
  return {
    async seal(secret, of) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv(CIPHER, await key(), nonce).setAAD(Buffer.from(of))
      const text = Buffer.concat([cipher.update(secret), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), text])
    },
    async open(sealed, of) {
      const bytes = Buffer.from(sealed)
      const own = await key()
      try {
        const decipher = createDecipheriv(CIPHER, own, bytes.subarray(0, NONCE), { authTagLength: TAG })
        decipher.setAAD(Buffer.from(of)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
        return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()])
      } catch {
        return null
      }
    },
  }
}
