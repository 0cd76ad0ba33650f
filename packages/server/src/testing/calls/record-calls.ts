import { carries, endpoints } from '@duizhao/contract'
import { givePost, minutesFile, someRecord, talkOf } from '../records.ts'
import { newcomer, type Scene } from '../scene.ts'
import type { Calls } from './call.ts'

const YEAR = { from: '2026-01-01', to: '2026-12-31' }

const atPlace = async ({ place }: Scene) => ({ params: { organisationId: place.id } })

/** Who is about to write and has no role for it becomes the body’s secretary. */
async function becomingWriter(scene: Scene): Promise<void> {
  const { office, place, caller, mayCall, role } = scene
  if (mayCall && !carries(role, 'record.write'))
    await givePost(office, { personId: caller.session.person.id, bodyId: place.id, role: 'secretary' })
}

/** Who sees who talked with whom, if he may call. */
async function becomingSecretary({ office, place, caller, mayCall }: Scene): Promise<void> {
  if (mayCall) await givePost(office, { personId: caller.session.person.id, bodyId: place.id, role: 'secretary' })
}

/** A team that has not talked. */
async function owingTalks(scene: Scene): Promise<void> {
  await becomingSecretary(scene)
  for (const role of ['head', 'deputy'] as const)
    await givePost(scene.office, { personId: (await newcomer(scene)).personId, bodyId: scene.place.id, role })
}

/** A record of the place that the caller is about to act on. */
async function kept(scene: Scene) {
  await becomingWriter(scene)
  return scene.crew.organiser.call(endpoints.createRecord, { ...(await atPlace(scene)), body: someRecord() })
}

/** A talk of the place; the caller had it, if he may call. */
async function talk(scene: Scene) {
  const own = scene.caller.session.person.id
  const by = scene.mayCall ? own : (await newcomer(scene)).personId
  const body = talkOf(by, (await newcomer(scene)).personId)
  return scene.crew.organiser.call(endpoints.createRecord, { ...(await atPlace(scene)), body })
}

export const recordCalls = {
  readTalkMatrix: async (scene) => ({ ...(await atPlace(scene)), query: YEAR }),
  exportTalkMatrix: async (scene) => ({ ...(await atPlace(scene)), query: YEAR }),
  talkRegister: async (scene) => {
    await becomingSecretary(scene)
    return { ...(await atPlace(scene)), query: YEAR }
  },
  remindOfTalks: async (scene) => {
    await owingTalks(scene)
    return { ...(await atPlace(scene)), body: { ...YEAR, by: '2099-12-31' } }
  },
  listRecords: atPlace,
  exportRecords: atPlace,
  studyReport: async (scene) => ({ ...(await atPlace(scene)), query: YEAR }),
  readRecordFigures: atPlace,
  readRecord: async (scene) => ({ params: { recordId: (await kept(scene)).id } }),
  listRecordPeople: async (scene) => ({ ...(await atPlace(scene)), query: { onDay: '2026-03-05' } }),
  createRecord: async (scene) => {
    await becomingWriter(scene)
    return { ...(await atPlace(scene)), body: someRecord() }
  },
  changeRecord: async (scene) => {
    const { id, version } = await kept(scene)
    return { params: { recordId: id }, body: { ...someRecord(), state: 'kept', version } }
  },
  withdrawRecord: async (scene) => {
    const { id, version } = await kept(scene)
    return { params: { recordId: id }, body: { reason: '记错了', version } }
  },
  previewRecordFile: async (scene) => {
    await becomingWriter(scene)
    return { ...(await atPlace(scene)), file: minutesFile() }
  },
  readRecordFile: async (scene) => {
    await becomingWriter(scene)
    const by = scene.mayCall ? scene.caller : scene.crew.organiser
    const { id: readingId } = await by.call(endpoints.previewRecordFile, {
      ...(await atPlace(scene)),
      file: minutesFile(),
    })
    const { id } = await by.call(endpoints.createRecord, {
      ...(await atPlace(scene)),
      body: { ...someRecord(), readingId },
    })
    return { params: { recordId: id } }
  },
  releaseTalk: async (scene) => {
    const { id, version } = await talk(scene)
    return { params: { recordId: id }, body: { version } }
  },
} satisfies Partial<Calls>
