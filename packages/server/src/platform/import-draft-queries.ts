import { sql } from 'kysely'
import type { Database } from './database/pool.ts'
import type { Tx } from './database/transaction.ts'

/** What was read from a file to be imported, between its preview and its confirmation. */
export interface ImportDraft {
  readonly id: string
  readonly accountId: string
  readonly organisationId: string
  readonly fileName: string
  /** As the import that reads it again writes it. */
  readonly content: object
  /** The file itself, where it may have to be read again. */
  readonly file?: Uint8Array
  readonly expiresAt: Date
}

export async function insertDraft(tx: Tx, draft: ImportDraft): Promise<void> {
  await tx
    .insertInto('import_draft')
    .values({
      id: draft.id,
      account_id: draft.accountId,
      organisation_id: draft.organisationId,
      file_name: draft.fileName,
      content: JSON.stringify(draft.content),
      file: draft.file === undefined ? null : Buffer.from(draft.file),
      expires_at: draft.expiresAt,
    })
    .execute()
}

/** The draft, held until the transaction ends; undefined if it is somebody else's. */
export async function draftForUpdate(tx: Tx, id: string, accountId: string) {
  return tx
    .selectFrom('import_draft')
    .select([
      'organisation_id as organisationId',
      'file_name as fileName',
      'content',
      'expires_at as expiresAt',
      'confirmed_at as confirmedAt',
    ])
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
}

/** The draft with its file, to be read again; undefined if it is somebody else's. */
export async function draftWithFile(db: Database, id: string, accountId: string) {
  return db
    .selectFrom('import_draft')
    .select(['organisation_id as organisationId', 'file_name as fileName', 'content', 'file'])
    .select(['expires_at as expiresAt', 'confirmed_at as confirmedAt'])
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
}

export async function updateDraft(tx: Tx, id: string, content: object): Promise<void> {
  await tx
    .updateTable('import_draft')
    .set({ content: JSON.stringify(content) })
    .where('id', '=', id)
    .execute()
}

/** What an account was shown of files to be imported, confirmed or not, as long as it is kept. */
export async function draftsOf(db: Database, accountId: string) {
  return db
    .selectFrom('import_draft')
    .select(['file_name as fileName', 'expires_at as expiresAt', 'confirmed_at as confirmedAt'])
    .where('account_id', '=', accountId)
    .orderBy('expires_at', 'desc')
    .limit(100)
    .execute()
}

/** It has been written; its file is not needed any more. */
export async function confirmDraft(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('import_draft').set({ confirmed_at: now, file: null }).where('id', '=', id).execute()
}

export async function deleteOldDrafts(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('import_draft').where('expires_at', '<', now).execute()
}

/** Previews of what was to be imported into organisations go with them. */
export async function deleteDraftsFor(tx: Tx, ...organisationIds: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('import_draft')
    .where('organisation_id', '=', sql<string>`any(${organisationIds}::uuid[])`)
    .execute()
}
