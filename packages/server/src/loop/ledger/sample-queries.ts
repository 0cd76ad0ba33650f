import type { LookBackSample, Page } from '@duizhao/contract'
import { sql } from 'kysely'
import type { OrganisationRow } from '../../office/organisation/index.ts'
import { levelColumn } from '../../platform/access.ts'
import { page } from '../../platform/database/paging.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** A draw as it is kept. */
export interface DrawnSample {
  readonly id: string
  readonly organisationId: string
  readonly by: { readonly accountId: string; readonly personName: string }
  readonly at: Date
  readonly seed: string
  readonly size: number
  readonly baseIds: readonly string[]
  readonly drawnIds: readonly string[]
}

export async function insertSample(
  tx: Tx,
  { organisationId, by, baseIds, drawnIds, ...rest }: DrawnSample,
): Promise<void> {
  await tx
    .insertInto('look_back_sample')
    .values({
      ...rest,
      organisation_id: organisationId,
      account_id: by.accountId,
      by_name: by.personName,
      base_ids: [...baseIds],
      drawn_ids: [...drawnIds],
    })
    .execute()
}

function samples(db: Database) {
  return db
    .selectFrom('look_back_sample')
    .innerJoin('organisation', 'organisation.id', 'look_back_sample.organisation_id')
    .select(['look_back_sample.id', 'by_name as by', 'at', 'size', 'seed'])
    .select(['organisation.id as organisationId', 'organisation.name as organisationName'])
    .select([sql<number>`cardinality(base_ids)`.as('base'), sql<number>`cardinality(drawn_ids)`.as('drawn')])
}

type Row = Awaited<ReturnType<ReturnType<typeof samples>['execute']>>[number]

function toSample({ organisationId, organisationName, at, ...row }: Row): LookBackSample {
  return { ...row, at: at.toISOString(), organisation: { id: organisationId, name: organisationName } }
}

/** A page of the draws in an organisation and below, the last first. */
export async function samplesPage(
  db: Database,
  { id, level }: OrganisationRow,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<LookBackSample>> {
  const query = samples(db).where(`organisation.${levelColumn(level)}`, '=', id)
  const keys = [
    { column: 'look_back_sample.at', property: 'at' },
    { column: 'look_back_sample.id', property: 'id' },
  ]
  const { items, next } = await page(query, keys, { ...paging, descending: true })
  return { items: items.map(toSample), next }
}

/** A draw with what it was drawn from. */
export async function sampleById(
  db: Database,
  id: string,
): Promise<{ sample: LookBackSample; baseIds: string[]; drawnIds: string[] } | undefined> {
  const row = await samples(db)
    .select(['base_ids as baseIds', 'drawn_ids as drawnIds'])
    .where('look_back_sample.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { baseIds, drawnIds, ...sample } = row
  return { sample: toSample(sample), baseIds, drawnIds }
}
