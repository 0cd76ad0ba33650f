import { registered, type Scene } from '../scene.ts'
import type { Calls } from './call.ts'

const ofYear = async ({ place }: Scene) => ({ params: { organisationId: place.id }, query: { year: 2026 } })

/** A problem, and one that was registered before it. */
async function pair(scene: Scene) {
  const earlierId = (await registered(scene)).id
  return { params: { problemId: (await registered(scene)).id, earlierId } }
}

export const recurrenceCalls = {
  readRecurrence: async (scene) => ({ params: { problemId: (await registered(scene)).id } }),
  judgeRecurrence: async (scene) => ({
    ...(await pair(scene)),
    body: { verdict: 'ongoing', reason: '去年的还没有改好' },
  }),
  listCameBack: ofYear,
  countCameBack: ofYear,
  listUndecided: ofYear,
  listCommonMatters: ofYear,
} satisfies Partial<Calls>
