import type { Tx } from '../database/transaction.ts'

export interface StoredFile {
  readonly hash: string
  readonly size: number
  readonly mediaType: string
  readonly at: Date
}

/** Enters a file in the table of files; one that is there already stays as it is. */
export async function insertStoredFile(tx: Tx, { hash, size, mediaType, at }: StoredFile): Promise<void> {
  await tx
    .insertInto('stored_file')
    .values({ hash, size, media_type: mediaType, created_at: at })
    .onConflict((on) => on.doNothing())
    .execute()
}
