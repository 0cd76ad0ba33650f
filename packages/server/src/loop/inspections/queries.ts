import { type Inspection, inspectionDeadlines, type InspectionEdition, type Page } from '@duizhao/contract'
import type { Database } from '../../platform/database/pool.ts'
import { page } from '../../platform/database/paging.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { OrganisationPath } from '../../platform/access.ts'

function inspections(db: Database | Tx) {
  return db
    .selectFrom('inspection')
    .innerJoin('organisation', 'organisation.id', 'inspection.organisation_id')
    .select([
      'inspection.id',
      'inspection.name',
      'inspection.edition',
      'inspection.fed_back_on as fedBackOn',
      'inspection.version',
      'organisation.id as organisationId',
      'organisation.name as organisationName',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof inspections>['execute']>>[number]

export function toInspection({ organisationId, organisationName, edition, ...row }: Row): Inspection {
  const facts = { edition, fedBackOn: row.fedBackOn }
  return {
    ...row,
    ...facts,
    ...inspectionDeadlines(facts),
    organisation: { id: organisationId, name: organisationName },
  }
}

export async function inspectionById(db: Database | Tx, id: string): Promise<Row | undefined> {
  return inspections(db).where('inspection.id', '=', id).executeTakeFirst()
}

export interface NewInspection {
  readonly id: string
  readonly organisationId: string
  readonly name: string
  readonly edition: InspectionEdition
  readonly fedBackOn: string
}

export async function insertInspection(tx: Tx, { organisationId, fedBackOn, ...rest }: NewInspection): Promise<void> {
  await tx
    .insertInto('inspection')
    .values({ ...rest, organisation_id: organisationId, fed_back_on: fedBackOn })
    .execute()
}

/** The inspections of an organisation and of those above it. */
export async function inspectionsPage(
  db: Database,
  path: OrganisationPath,
  paging: { after?: string | undefined; limit: number },
): Promise<Page<Inspection>> {
  const query = inspections(db).where('inspection.organisation_id', 'in', path)
  const keys = [
    { column: 'inspection.fed_back_on', property: 'fedBackOn' },
    { column: 'inspection.id', property: 'id' },
  ]
  const { items, next } = await page(query, keys, { ...paging, descending: true })
  return { items: items.map(toInspection), next }
}

/** The inspection, held until the transaction ends. */
export async function inspectionForUpdate(tx: Tx, id: string): Promise<Row | undefined> {
  return inspections(tx).where('inspection.id', '=', id).forUpdate('inspection').executeTakeFirst()
}

export async function updateInspection(
  tx: Tx,
  id: string,
  { name, edition, fedBackOn }: Omit<NewInspection, 'id' | 'organisationId'>,
): Promise<void> {
  await tx
    .updateTable('inspection')
    .set((of) => ({ name, edition, fed_back_on: fedBackOn, version: of('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function deleteInspection(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('inspection').where('id', '=', id).execute()
}

/** How many problems came of an inspection, those taken back too. */
export async function countProblemsOf(tx: Tx, inspectionId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('problem')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('inspection_id', '=', inspectionId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function hasInspections(tx: Tx, organisationId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('inspection')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
