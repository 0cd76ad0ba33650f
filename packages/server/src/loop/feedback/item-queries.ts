import { sql } from 'kysely'
import { columnsOf, type OrganisationPath } from '../../platform/access.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** An item as it stands in the database. */
export interface ItemRow {
  readonly id: string
  readonly inspectionId: string
  readonly position: number
  readonly category: string
  readonly aspect: string
  readonly text: string
  readonly versionId: string | null
  readonly begins: number | null
  readonly ends: number | null
  readonly version: number
}

function items(db: Database | Tx) {
  return db
    .selectFrom('feedback_item')
    .select(['id', 'inspection_id as inspectionId', 'position', 'category', 'aspect', 'text', 'begins', 'ends'])
    .select(['paper_version_id as versionId', 'version'])
    .where('withdrawn_at', 'is', null)
}

/** The items of an inspection, as the paper has them; there are never more than `MOST_ITEMS`. */
export function itemsOfInspection(db: Database | Tx, inspectionId: string): Promise<ItemRow[]> {
  return items(db).where('inspection_id', '=', inspectionId).orderBy('position').orderBy('id').execute()
}

export function itemById(db: Database | Tx, id: string): Promise<ItemRow | undefined> {
  return items(db).where('id', '=', id).executeTakeFirst()
}

/** The item, held until the transaction ends. */
export function itemForUpdate(tx: Tx, id: string): Promise<ItemRow | undefined> {
  return items(tx).where('id', '=', id).forUpdate().executeTakeFirst()
}

export interface NewItem extends Omit<ItemRow, 'version'> {
  readonly path: OrganisationPath
  readonly createdBy: string
  readonly now: Date
}

export async function insertItems(tx: Tx, given: readonly NewItem[]): Promise<void> {
  await tx
    .insertInto('feedback_item')
    .values(
      given.map(({ inspectionId, versionId, path, createdBy, now, ...words }) => ({
        ...{ ...words, inspection_id: inspectionId, paper_version_id: versionId },
        ...{ created_by: createdBy, created_at: now, ...columnsOf(path) },
      })),
    )
    .execute()
}

/** Where the next item of an inspection stands: behind the last one that was not taken back. */
export async function nextPosition(tx: Tx, inspectionId: string): Promise<number> {
  const { last } = await tx
    .selectFrom('feedback_item')
    .select(sql<number>`coalesce(max(position), 0)`.as('last'))
    .where('inspection_id', '=', inspectionId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return last + 1
}

export async function updateItem(
  tx: Tx,
  id: string,
  words: Pick<ItemRow, 'category' | 'aspect' | 'text'>,
): Promise<void> {
  await tx
    .updateTable('feedback_item')
    .set((of) => ({ ...words, version: of('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Marks items as taken back, of one inspection; how many there were that were not. */
export async function withdraw(
  tx: Tx,
  { inspectionId, ids, at }: { readonly inspectionId: string; readonly ids: readonly string[]; readonly at: Date },
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('feedback_item')
    .set({ withdrawn_at: at })
    .where('inspection_id', '=', inspectionId)
    .where('id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
