import { transaction } from '../../platform/database/transaction.ts'
import type { Feature } from '../../platform/feature.ts'
import { dutyFacts } from './home-facts.ts'
import { refersTo } from './organisation-queries.ts'
import { dutyRecord } from './own-record.ts'
import { follow, recountDuties, recountEachNight } from './recount.ts'
import { dutyRoutes } from './routes.ts'
import { hasDuties } from './standing-queries.ts'

export { readDutyYear } from './duty-year.ts'
export { takeUpDuties } from './write-duty.ts'

export const duties: Feature = {
  name: 'duties',
  routes: dutyRoutes,
  jobs: [recountDuties, recountEachNight],
  // A midnight at which nobody served is made up for.
  start: async ({ db, enqueue }) => {
    if (await hasDuties(db)) await transaction(db, (tx) => enqueue(tx, recountEachNight, {}))
  },
  happened: follow,
  homeFacts: dutyFacts,
  blocksRemoval: async (tx, organisationId, name) =>
    (await refersTo(tx, organisationId))
      ? { title: `“${name}”定过或记过履职事项，不能撤销。`, todo: '可以改名注明“已撤销”，记录仍然查得到。' }
      : null,
  ownRecord: dutyRecord,
}
