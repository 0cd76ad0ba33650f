import type { Context } from '../context.ts'
import type { Tx } from '../database/transaction.ts'
import { insertStoredFile } from './queries.ts'

/**
 * Keeps a file and enters it in the table of files. The bytes are on disk before the row is there: what a row names
 * exists, and bytes whose transaction failed are named by nobody.
 */
export async function storeFile(
  tx: Tx,
  { files, now }: Pick<Context, 'files' | 'now'>,
  { bytes, mediaType }: { readonly bytes: Uint8Array; readonly mediaType: string },
): Promise<string> {
  const hash = await files.put(bytes)
  await insertStoredFile(tx, { hash, size: bytes.length, mediaType, at: now })
  return hash
}
