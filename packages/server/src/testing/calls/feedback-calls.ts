import { endpoints } from '@duizhao/contract'
import { feedbackPaper, seated, someInspection, someItem } from '../feedback.ts'
import { registered, type Scene } from '../scene.ts'
import type { Calls } from './call.ts'

const item = ({ crew, place }: Scene) => someItem(crew.organiser, place)

let papers = 0

async function readPaper({ crew, place }: Scene) {
  papers += 1
  const text = `关于第 ${papers} 次巡察的反馈意见\n\n一、党的领导方面\n\n1.理论学习不深入。\n\n2.议事决策不规范。\n`
  const { id: inspectionId } = await someInspection(crew.organiser, place)
  const versionId = await feedbackPaper({ author: crew.handler, approver: crew.head }, place, text)
  return { params: { inspectionId, versionId } }
}

/** An item with a problem of the same unit, linked. */
async function linked(scene: Scene) {
  const { itemId } = await item(scene)
  const { id: problemId } = await registered(scene)
  await scene.crew.organiser.call(endpoints.linkFeedbackRow, { params: { itemId }, body: { problemId } })
  return { itemId, problemId }
}

const CLAIM = { claimedOn: '2026-01-08' }

/** An item of a unit that whoever is about to call leads, if they may; else somebody else there does. */
async function claimable(scene: Scene) {
  const { crew, place, mayCall } = scene
  const caller = mayCall ? scene.caller : crew.organiser
  const personId = caller.session?.person.id ?? ''
  await seated(crew.organiser, place, { personId })
  return { ...(await item(scene)), caller }
}

async function claimed(scene: Scene): Promise<string> {
  const { inspectionId, itemId, caller } = await claimable(scene)
  const params = { inspectionId }
  await caller.call(endpoints.claimFeedbackItems, { params, body: { ...CLAIM, itemIds: [itemId] } })
  const { items } = await scene.crew.organiser.call(endpoints.listFeedbackItems, { params })
  return items[0]?.claims[0]?.id ?? ''
}

const ANSWER = { kind: 'answer', onDay: '2026-01-08', text: '已书面答复巡察办' } as const

async function answered(scene: Scene): Promise<string> {
  const { inspectionId } = await item(scene)
  const params = { inspectionId }
  await scene.crew.organiser.call(endpoints.enterInspectionOutcome, { params, body: ANSWER })
  const { outcomes } = await scene.crew.organiser.call(endpoints.listFeedbackItems, { params })
  return outcomes[0]?.id ?? ''
}

export const feedbackCalls = {
  listFeedbackItems: async (scene) => ({ params: { inspectionId: (await item(scene)).inspectionId } }),
  readFeedbackPaper: readPaper,
  enterFeedbackItems: async ({ crew, place }) => ({
    params: { inspectionId: (await someInspection(crew.organiser, place)).id },
    body: { items: [{ text: '理论学习以读文件为主' }] },
  }),
  correctFeedbackItem: async (scene) => ({
    params: { itemId: (await item(scene)).itemId },
    body: { text: '理论学习没有研讨', version: 1 },
  }),
  withdrawFeedbackItems: async (scene) => {
    const { inspectionId, itemId } = await item(scene)
    return { params: { inspectionId }, body: { itemIds: [itemId] } }
  },
  registerFeedbackRow: async (scene) => ({
    params: { itemId: (await item(scene)).itemId },
    body: { organisationId: scene.place.id, text: '学习没有研讨', class: 'dated', dueOn: '2099-06-30' },
  }),
  linkFeedbackRow: async (scene) => ({
    params: { itemId: (await item(scene)).itemId },
    body: { problemId: (await registered(scene)).id },
  }),
  claimFeedbackItems: async (scene) => {
    const { inspectionId, itemId } = await claimable(scene)
    return { params: { inspectionId }, body: { ...CLAIM, itemIds: [itemId] } }
  },
  withdrawFeedbackClaim: async (scene) => ({
    params: { claimId: await claimed(scene) },
    body: { reason: '分管的领导认领' },
  }),
  listFeedbackStandings: async (scene) => {
    await item(scene)
    return { params: { organisationId: scene.place.id } }
  },
  enterInspectionOutcome: async (scene) => ({
    params: { inspectionId: (await item(scene)).inspectionId },
    body: ANSWER,
  }),
  withdrawInspectionOutcome: async (scene) => ({
    params: { outcomeId: await answered(scene) },
    body: { reason: '登记错了' },
  }),
  unlinkFeedbackRow: async (scene) => ({ params: await linked(scene) }),
} satisfies Partial<Calls>
