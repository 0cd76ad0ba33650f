import { type FeedbackStanding, type InspectionEdition, type Page } from '@duizhao/contract'
import { sql } from 'kysely'
import { levelColumn } from '../../platform/access.ts'
import type { Database } from '../../platform/database/pool.ts'
import { page } from '../../platform/database/paging.ts'

/** That nobody claims an item (as `item`). */
const isUnclaimed = sql<boolean>`not exists (
  select from feedback_claim where item_id = item.id and withdrawn_at is null)`
/** That an item ends in no row of the ledger; what a row went on as counts with it. */
const isUnlisted = sql<boolean>`not exists (
  select from feedback_row join problem on problem.id = problem_id
  where item_id = item.id and until is null and problem.state <> 'withdrawn')`

/** The inspections of a unit and those below it that fed something back, the latest first, with what is still to be done. */
export async function standingsPage(
  db: Database,
  { id, level }: { readonly id: string; readonly level: number },
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<FeedbackStanding>> {
  const query = db
    .selectFrom('inspection')
    .innerJoin('organisation', 'organisation.id', 'inspection.organisation_id')
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('feedback_item as item')
          .select([
            sql<number>`count(*)::int`.as('items'),
            sql<number>`(count(*) filter (where ${isUnclaimed}))::int`.as('unclaimed'),
            sql<number>`(count(*) filter (where ${isUnlisted}))::int`.as('unlisted'),
          ])
          .whereRef('item.inspection_id', '=', 'inspection.id')
          .where('item.withdrawn_at', 'is', null)
          .as('counted'),
      (on) => on.onTrue(),
    )
    .select(['inspection.id', 'inspection.name', 'inspection.fed_back_on as fedBackOn'])
    .select(['organisation.id as organisationId', 'organisation.name as organisationName'])
    .select(['counted.items', 'counted.unclaimed', 'counted.unlisted'])
    .where(`organisation.${levelColumn(level)}`, '=', id)
    .where('counted.items', '>', 0)
  const keys = [
    { column: 'inspection.fed_back_on', property: 'fedBackOn' },
    { column: 'inspection.id', property: 'id' },
  ]
  const { items, next } = await page(query, keys, { ...paging, descending: true })
  return {
    items: items.map(({ id: inspectionId, name, fedBackOn, organisationId, organisationName, ...counts }) => ({
      ...{ ...counts, inspection: { id: inspectionId, name, fedBackOn } },
      organisation: { id: organisationId, name: organisationName },
    })),
    next,
  }
}

interface Unclaimed {
  readonly id: string
  readonly name: string
  readonly organisationId: string
  readonly edition: InspectionEdition
  readonly fedBackOn: string
  readonly unclaimed: number
}

/** The inspections of some units of whose items nobody claimed some, with how many. */
export async function unclaimedIn(db: Database, unitIds: readonly string[]): Promise<Unclaimed[]> {
  if (unitIds.length === 0) return []
  return db
    .selectFrom('feedback_item as item')
    .innerJoin('inspection', 'inspection.id', 'item.inspection_id')
    .select(['inspection.id', 'inspection.name', 'inspection.organisation_id as organisationId'])
    .select(['inspection.edition', 'inspection.fed_back_on as fedBackOn'])
    .select(sql<number>`count(*)::int`.as('unclaimed'))
    .where('inspection.organisation_id', 'in', unitIds)
    .where('item.withdrawn_at', 'is', null)
    .where(isUnclaimed)
    .groupBy('inspection.id')
    .orderBy('inspection.fed_back_on')
    .orderBy('inspection.id')
    .execute()
}
