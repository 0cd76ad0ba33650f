import type { Citable, Page } from '@duizhao/contract'
import { levelColumn, type OrganisationPath, pathOf } from '../../platform/access.ts'
import { page } from '../../platform/database/paging.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/refusal.ts'
import { recordById, type RecordRow, records, toRow } from './queries.ts'
import type { Asking } from './view-queries.ts'

/** Records of which whoever reads at their organisation or above learns at least that they are: kept, and no talks. */
function open(db: Database | Tx) {
  return db
    .selectFrom('record')
    .innerJoin('organisation', 'organisation.id', 'record.organisation_id')
    .select(['record.id', 'record.name', 'record.on_day', 'organisation.id as organisationId'])
    .select('organisation.name as organisationName')
    .where('record.state', '=', 'kept')
    .where('record.withdrawn_on', 'is', null)
    .where('record.visibility', '!=', 'parties')
}

/** A page of the open records of an organisation and those below it, the latest first. */
export async function citableRecords(
  db: Database,
  { id, level }: OrganisationKey,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<Citable>> {
  const keys = [
    { column: 'record.on_day', property: 'on_day' },
    { column: 'record.id', property: 'id' },
  ]
  const query = open(db).where(`record.${levelColumn(level)}`, '=', id)
  const { items, next } = await page(query, keys, { ...paging, descending: true })
  return {
    items: items.map(({ on_day: on, organisationId, organisationName, ...rest }) => ({
      ...{ ...rest, on, organisation: { id: organisationId, name: organisationName } },
    })),
    next,
  }
}

/** An open record; undefined for any other. */
export async function citableRecord(
  db: Database | Tx,
  id: string,
): Promise<
  { readonly name: string; readonly on: string; readonly path: OrganisationPath; readonly version: number } | undefined
> {
  const row = await open(db)
    .select('record.version')
    .select(['record.a1', 'record.a2', 'record.a3', 'record.a4', 'record.a5', 'record.a6', 'record.a7', 'record.a8'])
    .where('record.id', '=', id)
    .executeTakeFirst()
  return row && { name: row.name, on: row.on_day, path: pathOf(row), version: row.version }
}

/** Those of some records that the asking account may open, by their ids, were they taken back or not. */
export async function recordsSeen(
  db: Database | Tx,
  asking: Asking,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Pick<RecordRow, 'name' | 'view' | 'onDay' | 'withdrawn'>>> {
  if (ids.length === 0) return new Map()
  const rows = await records(db, asking).where('record.id', 'in', ids).execute()
  return new Map(rows.map(toRow).map(({ id, name, view, onDay, withdrawn }) => [id, { name, view, onDay, withdrawn }]))
}

const MOST_NAMED = 2_000

/** The kept records by some names, at an organisation and below, whose topics the asking account may read. */
export async function recordsNamed(
  db: Database | Tx,
  asking: Asking,
  { organisation, names }: { readonly organisation: OrganisationKey; readonly names: readonly string[] },
): Promise<Pick<RecordRow, 'id' | 'name' | 'topics'>[]> {
  if (names.length === 0) return []
  const rows = await records(db, asking)
    .where(`record.${levelColumn(organisation.level)}`, '=', organisation.id)
    .where('record.name', 'in', names)
    .where('record.state', '=', 'kept')
    .where('record.withdrawn_on', 'is', null)
    .orderBy('record.id')
    .limit(MOST_NAMED)
    .execute()
  return rows
    .map(toRow)
    .filter(({ view }) => view !== 'outline')
    .map(({ id, name, topics }) => ({ id, name, topics }))
}

interface OrganisationKey {
  readonly id: string
  readonly level: number
}

/** The words of a topic of a kept record; not found for whom its topics are not, or where there is none. */
export async function topicOfRecord(
  db: Database,
  asking: Asking,
  { recordId, topic }: { readonly recordId: string; readonly topic: number },
): Promise<string> {
  const record = await recordById(db, asking, recordId)
  const words = record?.topics[topic]?.text
  const isThere = record?.view !== 'outline' && record?.state === 'kept' && record.withdrawn === null
  if (words === undefined || !isThere) throw notFound('这个议题')
  return words
}
