import type { Page, PastImport } from '@duizhao/contract'
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/pool.ts'
import { page } from '../../../platform/database/paging.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { levelColumn } from '../../../platform/access.ts'
import { importShown } from '../../../platform/written-import.ts'
import type { OrganisationRow } from '../../../office/organisation/index.ts'
import { problemRow, type ProblemRow } from '../problem-queries.ts'

/** An import that is written. */
export interface WrittenImport {
  readonly id: string
  readonly organisationId: string
  readonly fileName: string
  /** The version of a paper it was registered from; absent for a file. */
  readonly paperVersionId?: string
  readonly by: { readonly accountId: string; readonly personName: string }
  readonly at: Date
  readonly created: number
  readonly unchanged: number
  /** Those that were there already and that it changed. */
  readonly changedIds: readonly string[]
}

export async function insertImport(tx: Tx, written: WrittenImport): Promise<void> {
  const { id, organisationId, fileName, paperVersionId = null, by, at, created, unchanged, changedIds } = written
  await tx
    .insertInto('ledger_import')
    .values({
      ...{ id, at, created, unchanged },
      organisation_id: organisationId,
      file_name: fileName,
      paper_version_id: paperVersionId,
      account_id: by.accountId,
      by_name: by.personName,
      changed_ids: [...changedIds],
    })
    .execute()
}

/** An import of the list; from a paper, with its version. */
export type ListedImport = Omit<PastImport, 'isFromPaper'> & { readonly paperVersionId: string | null }

/** A page of the imports into an organisation and what is below, the last first. */
export async function importsPage(
  db: Database,
  { id, level }: OrganisationRow,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<ListedImport>> {
  const query = db
    .selectFrom('ledger_import')
    .innerJoin('organisation', 'organisation.id', 'ledger_import.organisation_id')
    .select(['ledger_import.id', 'file_name as fileName', 'by_name as by', 'at', 'created', 'unchanged'])
    .select(['organisation.id as organisationId', 'organisation.name as organisationName'])
    .select(['paper_version_id as paperVersionId', sql<number>`cardinality(changed_ids)`.as('changed')])
    .select(['withdrawn_at as withdrawnAt', 'withdrawn_by_name as withdrawnBy', 'withdrawn_reason as withdrawnReason'])
    .where(`organisation.${levelColumn(level)}`, '=', id)
  const keys = [
    { column: 'ledger_import.at', property: 'at' },
    { column: 'ledger_import.id', property: 'id' },
  ]
  const { items, next } = await page(query, keys, { ...paging, descending: true })
  return { items: items.map(importShown), next }
}

/** An import, held until the transaction ends. */
export async function importForUpdate(tx: Tx, id: string) {
  return tx
    .selectFrom('ledger_import')
    .select(['organisation_id as organisationId', 'file_name as fileName', 'account_id as accountId'])
    .select(['changed_ids as changedIds', 'withdrawn_at as withdrawnAt', 'paper_version_id as paperVersionId'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** The problems an import registered that are still told of, held until the transaction ends. */
export async function importedForUpdate(tx: Tx, importId: string): Promise<ProblemRow[]> {
  const rows = await tx
    .selectFrom('problem')
    .selectAll()
    .where('import_id', '=', importId)
    .where('state', '!=', 'withdrawn')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(problemRow)
}

/** The problems an import gave places to that were there before, held until the transaction ends. */
export async function joinedForUpdate(tx: Tx, importId: string): Promise<ProblemRow[]> {
  const rows = await tx
    .selectFrom('problem')
    .selectAll()
    .where('id', 'in', (builder) => builder.selectFrom('origin').select('problem_id').where('import_id', '=', importId))
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(problemRow)
}

/** Takes the places away again that an import gave to problems that were there before. */
export async function deleteJoinedOrigins(tx: Tx, importId: string): Promise<void> {
  await tx.deleteFrom('origin').where('import_id', '=', importId).execute()
}

interface Withdrawal {
  readonly by: { readonly accountId: string; readonly personName: string }
  readonly at: Date
  readonly reason: string
}

export async function markWithdrawn(tx: Tx, id: string, { by, at, reason }: Withdrawal): Promise<void> {
  await tx
    .updateTable('ledger_import')
    .set({
      withdrawn_at: at,
      withdrawn_by: by.accountId,
      withdrawn_by_name: by.personName,
      withdrawn_reason: reason,
    })
    .where('id', '=', id)
    .execute()
}

/** The numbers of the first of some problems, and how many there are. */
export async function numbersOf(
  tx: Tx,
  ids: readonly string[],
  limit: number,
): Promise<{ readonly count: number; readonly numbers: number[] }> {
  const rows = await tx
    .selectFrom('problem')
    .select('number')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('number')
    .limit(limit)
    .execute()
  return { count: ids.length, numbers: rows.map(({ number }) => number) }
}
