import type { Page, WrittenImport } from '@duizhao/contract'
import { levelColumn } from './access.ts'
import type { Actor } from './context.ts'
import { page } from './database/paging.ts'
import type { Database } from './database/pool.ts'
import type { Tx } from './database/transaction.ts'

/** What lists are imported that can be taken back as a whole. */
export type ImportKind = 'organisations' | 'posts'

interface NewWrittenImport {
  readonly id: string
  readonly kind: ImportKind
  readonly organisationId: string
  readonly fileName: string
  readonly by: Actor
  readonly at: Date
  readonly created: number
  readonly changed: number
  /** Row by row what was written, as the feature that takes it back reads it again. */
  readonly deeds: object
}

export async function insertWrittenImport(tx: Tx, written: NewWrittenImport): Promise<void> {
  const { id, kind, at, created, changed } = written
  await tx
    .insertInto('written_import')
    .values({
      ...{ id, kind, at, created, changed },
      organisation_id: written.organisationId,
      file_name: written.fileName,
      by_name: written.by.personName,
      deeds: JSON.stringify(written.deeds),
    })
    .execute()
}

/** A page of the imports of a kind into an organisation and what is below, the last first. */
export async function writtenImportsPage(
  db: Database,
  kind: ImportKind,
  { id, level }: { readonly id: string; readonly level: number },
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<WrittenImport>> {
  const query = db
    .selectFrom('written_import')
    .innerJoin('organisation', 'organisation.id', 'written_import.organisation_id')
    .select(['written_import.id', 'file_name as fileName', 'by_name as by', 'at', 'created', 'changed'])
    .select(['organisation.id as organisationId', 'organisation.name as organisationName'])
    .select(['withdrawn_at as withdrawnAt', 'withdrawn_by_name as withdrawnBy', 'withdrawn_reason as withdrawnReason'])
    .where('written_import.kind', '=', kind)
    .where(`organisation.${levelColumn(level)}`, '=', id)
  const keys = [
    { column: 'written_import.at', property: 'at' },
    { column: 'written_import.id', property: 'id' },
  ]
  const { items, next } = await page(query, keys, { ...paging, descending: true })
  return { items: items.map(importShown), next }
}

/** What the row of any import that was written has of where it went, when, and whether it was taken back. */
interface ImportRow {
  readonly at: Date
  readonly organisationId: string
  readonly organisationName: string
  readonly withdrawnAt: Date | null
  readonly withdrawnBy: string
  readonly withdrawnReason: string
}

/** The row of an import as its list shows it. */
export function importShown<Row extends ImportRow>(imported: Row) {
  const { at, organisationId, organisationName, withdrawnAt, withdrawnBy, withdrawnReason, ...row } = imported
  return {
    ...row,
    at: at.toISOString(),
    organisation: { id: organisationId, name: organisationName },
    withdrawn:
      withdrawnAt === null ? null : { by: withdrawnBy, at: withdrawnAt.toISOString(), reason: withdrawnReason },
  }
}

/** An import of a kind, held until the transaction ends. */
export async function writtenImportForUpdate(tx: Tx, kind: ImportKind, id: string) {
  return tx
    .selectFrom('written_import')
    .select(['organisation_id as organisationId', 'file_name as fileName', 'deeds', 'withdrawn_at as withdrawnAt'])
    .where('id', '=', id)
    .where('kind', '=', kind)
    .forUpdate()
    .executeTakeFirst()
}

export async function markImportWithdrawn(
  tx: Tx,
  id: string,
  { by, at, reason }: { readonly by: Actor; readonly at: Date; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable('written_import')
    .set({ withdrawn_at: at, withdrawn_by_name: by.personName, withdrawn_reason: reason })
    .where('id', '=', id)
    .execute()
}
