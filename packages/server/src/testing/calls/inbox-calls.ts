import { endpoints, type IncomingDetail } from '@duizhao/contract'
import { handledIncoming, receivedIncoming, someIncoming } from '../inbox.ts'
import { today, type Scene } from '../scene.ts'
import type { Calls } from './call.ts'

const atPlace = async ({ place }: Scene) => ({ params: { organisationId: place.id } })
const received = ({ crew, place }: Scene, more = {}) => receivedIncoming(crew.organiser, place.id, more)
const handled = ({ crew, place }: Scene, more = {}) => handledIncoming(crew.organiser, place.id, more)
let units = 0

/** A unit below the place that nothing was passed on to before. */
function otherUnit({ office, place }: Scene) {
  units += 1
  return office.addOrganisation(place, `第${units}窗口`, 'department')
}

const REASON = '不归这个单位管，请办理'

/** What is offered to a unit beside which nobody but the crew is. */
async function offered(scene: Scene): Promise<IncomingDetail> {
  const { crew } = scene
  const { id, version } = await received(scene)
  const other = await otherUnit(scene)
  const body = { organisationId: other.id, reason: REASON, version }
  return crew.organiser.call(endpoints.passOnIncoming, { params: { incomingId: id }, body })
}

export const inboxCalls = {
  listIncoming: async (scene) => {
    await received(scene)
    return atPlace(scene)
  },
  countIncoming: async (scene) => {
    await received(scene)
    return { ...(await atPlace(scene)), query: { from: '2026-01-01', to: today() } }
  },
  receiveIncoming: async (scene) => ({ ...(await atPlace(scene)), body: someIncoming() }),
  readIncoming: async (scene) => ({ params: { incomingId: (await received(scene)).id } }),
  acceptIncoming: async (scene) => {
    const { id, version } = await received(scene)
    return { params: { incomingId: id }, body: { version } }
  },
  tellMissing: async (scene) => {
    const { id, version } = await received(scene)
    return { params: { incomingId: id }, body: { text: '还缺身份证明的复印件', version } }
  },
  passOnIncoming: async (scene) => {
    const other = await otherUnit(scene)
    const { id, version } = await received(scene)
    return { params: { incomingId: id }, body: { organisationId: other.id, reason: REASON, version } }
  },
  listIncomingUnits: async (scene) => ({ params: { incomingId: (await received(scene)).id } }),
  recallIncoming: async (scene) => {
    const { id, version } = await offered(scene)
    return { params: { incomingId: id }, body: { version } }
  },
  takeOverIncoming: async (scene) => {
    const { id, version } = await offered(scene)
    return { params: { incomingId: id }, body: { version } }
  },
  declineIncoming: async (scene) => {
    const { id, version } = await offered(scene)
    return { params: { incomingId: id }, body: { reason: REASON, version } }
  },
  extendIncoming: async (scene) => {
    const { id, version } = await handled(scene, { kind: 'petition' })
    return { params: { incomingId: id }, body: { reason: '要等上级的批复', version } }
  },
  endIncoming: async (scene) => {
    const { id, version } = await handled(scene)
    return { params: { incomingId: id }, body: { ending: 'done', reason: '证已经补发，电话告知', version } }
  },
  registerIncoming: async (scene) => {
    const { id, version } = await handled(scene)
    const body = { text: '窗口排队时间长', class: 'dated' as const, dueOn: '2099-06-30', version }
    return { params: { incomingId: id }, body }
  },
  withdrawIncoming: async (scene) => {
    const { id, version } = await received(scene)
    return { params: { incomingId: id }, body: { reason: '登记了两次，这一件撤去', version } }
  },
} satisfies Partial<Calls>
