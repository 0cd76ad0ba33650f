import { endpoints } from '@duizhao/contract'
import { author } from './paper-calls.ts'
import { newOrganisation, registered, type Scene } from '../scene.ts'
import type { Calls } from './call.ts'

const DUE = '2099-06-30'

/** What is asked of a body below the place because of a problem of the place. */
async function question(scene: Scene) {
  const { id: problemId } = await registered(scene)
  const { id: organisationId } = await newOrganisation(scene)
  const body = { text: '巡查记录有没有补记', answerDueOn: DUE, organisationIds: [organisationId] }
  return { params: { problemId }, body, organisationId }
}

/** The same, asked: by whoever is about to call, if they may, who alone can take it back. */
async function asked(scene: Scene) {
  const { organisationId, ...given } = await question(scene)
  const by = scene.mayCall ? author(scene) : scene.crew.organiser
  const { id: sweepId } = await by.call(endpoints.askSweep, given)
  return { sweepId, organisationId, ...given.params }
}

export const sweepCalls = {
  askSweep: async (scene) => {
    const { params, body } = await question(scene)
    return { params, body }
  },
  listProblemSweeps: async (scene) => ({ params: { problemId: (await registered(scene)).id } }),
  listSweeps: async ({ place }) => ({ params: { organisationId: place.id } }),
  readSweep: async (scene) => {
    const { organisationId: _, ...given } = await question(scene)
    return { params: { sweepId: (await scene.crew.organiser.call(endpoints.askSweep, given)).id } }
  },
  answerSweep: async (scene) => {
    const { organisationId, ...given } = await question(scene)
    const { id: sweepId } = await scene.crew.organiser.call(endpoints.askSweep, given)
    return { params: { sweepId, organisationId }, body: { reason: '查了 12 本记录，没有补记', found: null } }
  },
  withdrawSweep: async (scene) => ({
    params: { sweepId: (await asked(scene)).sweepId },
    body: { reason: '已经有专项检查' },
  }),
} satisfies Partial<Calls>
