import { nothingDone, type ReadBackup, readBackup } from './read-backup.ts'
import { type KnownKeys, type Signer, signerOf } from './signer.ts'

/**
 * Reads a whole backup without any database: every hash, every count, the signature and whose it is. Throws
 * `BackupFailure` with what is wrong.
 */
export async function verifyBackup(
  path: string,
  { passphrase, keys }: { readonly passphrase?: string | undefined; readonly keys: KnownKeys },
): Promise<ReadBackup & { readonly signer: Signer }> {
  const read = await readBackup(path, passphrase, nothingDone)
  return { ...read, signer: signerOf(read.signedBy, keys) }
}
