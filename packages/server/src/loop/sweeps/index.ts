import type { Feature } from '../../platform/feature.ts'
import { figuresOfSweeps } from './figures.ts'
import { ownSweeps } from './own-record.ts'
import { sweepRoutes } from './routes.ts'
import { wasAsked } from './sweep-queries.ts'
import { sweepTasks } from './tasks.ts'

export { answerSweep } from './answer-sweep.ts'
export { askSweep } from './ask-sweep.ts'

/** 举一反三: one problem asked of bodies that may have it too. */
export const sweeps: Feature = {
  name: 'sweeps',
  routes: sweepRoutes,
  tasks: sweepTasks,
  figures: figuresOfSweeps,
  ownRecord: ownSweeps,
  blocksRemoval: async (tx, organisationId, name) =>
    (await wasAsked(tx, organisationId))
      ? { title: `“${name}”参加过举一反三，不能撤销。`, todo: '可以改名注明“已撤销”，答复仍然查得到。' }
      : null,
}
