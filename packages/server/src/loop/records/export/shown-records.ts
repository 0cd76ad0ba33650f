import type { WorkRecord } from '@duizhao/contract'
import type { OrganisationRow } from '../../../office/organisation/index.ts'
import { dateInChina } from '../../../platform/calendar/index.ts'
import type { ActorContext } from '../../../platform/context.ts'
import { invalid } from '../../../platform/refusal.ts'
import { readableBody } from '../bodies.ts'
import { type RecordFilters, recordsPage } from '../list-queries.ts'
import { presentRecords } from '../present-records.ts'

const MOST_ROWS = 5_000

/** The kept records that a list of a body shows, all of them, the earliest first. */
export async function shownRecords(
  { db, actor, now }: ActorContext,
  organisationId: string,
  filters: RecordFilters,
): Promise<{ readonly body: OrganisationRow; readonly records: readonly WorkRecord[] }> {
  const asking = { actor, today: dateInChina(now) }
  const body = await readableBody(db, asking, organisationId)
  const { items } = await recordsPage(db, asking, { organisationId, filters, limit: MOST_ROWS + 1 })
  if (items.length > MOST_ROWS) throw invalid(`超过 ${MOST_ROWS} 次记录，一次导不完。`, '请先选年份、种类再导出。')
  const kept = items.filter(({ state }) => state === 'kept').toReversed()
  return { body, records: await presentRecords(db, kept) }
}
