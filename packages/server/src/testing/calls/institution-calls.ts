import { endpoints } from '@duizhao/contract'
import { approvedRules, keptInstitution } from '../institutions.ts'
import { newcomer, rectifying, type Scene, today } from '../scene.ts'
import type { Calls } from './call.ts'

const atPlace = ({ place }: Scene) => ({ params: { organisationId: place.id } })
const rules = ({ crew, place }: Scene) => approvedRules(crew.handler, crew.organiser, place.id)

/** An institution of the place; whoever is about to call is responsible for it, if they may look at it. */
async function institution(scene: Scene): Promise<string> {
  const { crew, caller, mayCall } = scene
  const paperId = await rules(scene)
  const responsibleId = mayCall ? caller.session.person.id : (await newcomer(scene)).personId
  await keptInstitution(crew.organiser, paperId, { responsibleId })
  return paperId
}

async function linked(scene: Scene) {
  const [{ id: problemId }, paperId] = [await rectifying(scene), await institution(scene)]
  const params = { problemId, paperId }
  await scene.crew.organiser.call(endpoints.linkInstitution, { params, body: { measureId: null } })
  return { params }
}

export const institutionCalls = {
  listInstitutions: async (scene) => {
    await institution(scene)
    return atPlace(scene)
  },
  exportInstitutions: async (scene) => atPlace(scene),
  institutionCatalogue: async (scene) => atPlace(scene),
  readInstitution: async (scene) => ({ params: { paperId: await institution(scene) } }),
  keepInstitution: async (scene) => {
    const body = { change: 'made' as const, effectiveOn: '2026-01-10', replacesId: null, version: null }
    const { personId: responsibleId } = await newcomer(scene)
    return { params: { paperId: await rules(scene) }, body: { ...body, responsibleId } }
  },
  removeInstitution: async (scene) => ({ params: { paperId: await institution(scene) } }),
  repealInstitution: async (scene) => ({
    params: { paperId: await institution(scene) },
    body: { repealed: { on: '2026-06-01', reason: '不再适用' } },
  }),
  lookIntoInstitution: async (scene) => ({
    params: { paperId: await institution(scene) },
    body: { on: today(), result: 'kept' as const, text: '抽查了 12 张单据，都按制度审批' },
  }),
  listProblemInstitutions: async (scene) => ({ params: { problemId: (await rectifying(scene)).id } }),
  linkInstitution: async (scene) => ({
    params: { problemId: (await rectifying(scene)).id, paperId: await institution(scene) },
    body: { measureId: null },
  }),
  unlinkInstitution: async (scene) => linked(scene),
} satisfies Partial<Calls>
