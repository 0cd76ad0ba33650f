import type { Feature } from '../../platform/feature.ts'
import { ownRounds } from './own-record.ts'
import { hasRounds } from './round-queries.ts'
import { roundRoutes } from './routes.ts'

export const rounds: Feature = {
  name: 'rounds',
  routes: roundRoutes,
  ownRecord: ownRounds,
  blocksRemoval: async (tx, organisationId, name) =>
    (await hasRounds(tx, organisationId))
      ? { title: `“${name}”征求过意见，不能撤销。`, todo: '可以改名注明“已撤销”，意见仍然查得到。' }
      : null,
}
