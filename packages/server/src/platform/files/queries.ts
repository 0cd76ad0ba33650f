import type { FileState, Page } from '@duizhao/contract'
import type { Database } from '../database/pool.ts'
import { page } from '../database/paging.ts'
import type { Tx } from '../database/transaction.ts'

export interface StoredFile {
  readonly hash: string
  readonly size: number
  readonly mediaType: string
  readonly at: Date
}

/** Enters a file in the table of files. Its bytes were just written: one that was there, damaged maybe, is whole again. */
export async function insertStoredFile(tx: Tx, { hash, size, mediaType, at }: StoredFile): Promise<void> {
  await tx
    .insertInto('stored_file')
    .values({ hash, size, media_type: mediaType, created_at: at, checked_at: at })
    .onConflict((on) =>
      on.column('hash').doUpdateSet({ state: 'whole', checked_at: at }).where('stored_file.state', '!=', 'whole'),
    )
    .execute()
}

/** Writes down what a look at the bytes of files has shown. */
export async function markFiles(
  db: Database | Tx,
  hashes: readonly string[],
  { state, at }: { readonly state: FileState; readonly at: Date },
): Promise<void> {
  if (hashes.length === 0) return
  await db.updateTable('stored_file').set({ state, checked_at: at }).where('hash', 'in', hashes).execute()
}

/** The hashes of all files that were kept, in their order. */
export async function hashesPage(
  db: Database | Tx,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<{ readonly hash: string; readonly size: number }>> {
  const query = db.selectFrom('stored_file').select(['hash', 'size'])
  return page(query, [{ column: 'hash', property: 'hash' }], paging)
}

export interface DamagedRow {
  readonly hash: string
  readonly size: number
  readonly state: FileState
  readonly checkedAt: Date
}

/** The files that were found damaged or missing. */
export async function damagedPage(
  db: Database,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<DamagedRow>> {
  const query = db
    .selectFrom('stored_file')
    .select(['hash', 'size', 'state', 'checked_at as checkedAt'])
    .where('state', '!=', 'whole')
  const { items, next } = await page(query, [{ column: 'hash', property: 'hash' }], paging)
  return { items: items.map((row) => ({ ...row, state: row.state as FileState })), next }
}

/** True if any file was found damaged or missing. */
export async function hasDamaged(db: Database): Promise<boolean> {
  const row = await db
    .selectFrom('stored_file')
    .select('hash')
    .where('state', '!=', 'whole')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
