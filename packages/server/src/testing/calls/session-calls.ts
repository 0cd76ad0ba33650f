import { endpoints, type MeetingSession, type OwnMatter, type SessionRemark } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { someMeeting } from '../meetings.ts'
import { givePost } from '../records.ts'
import { newcomer, type Scene, today } from '../scene.ts'
import type { Calls } from './call.ts'

interface Held {
  readonly params: { readonly meetingId: string; readonly circle: 'team' }
  readonly session: MeetingSession
  /** Two of the team: the caller, or who records in his place, is neither. */
  readonly one: string
  readonly other: string
}

/** A session of the place that has begun; the caller records it if he may call. */
async function held(scene: Scene): Promise<Held> {
  const { office, place, caller, mayCall } = scene
  const [one, other] = [await newcomer(scene), await newcomer(scene)]
  for (const { personId } of [one, other]) await givePost(office, { personId, bodyId: place.id, role: 'deputy' })
  const recorder = mayCall ? caller : await office.employ(place, 'organiser')
  if (mayCall) await givePost(office, { personId: caller.session.person.id, bodyId: place.id, role: 'head' })
  const { id } = await scene.crew.organiser.call(endpoints.createMeeting, {
    params: { organisationId: place.id },
    body: someMeeting(),
  })
  const params = { meetingId: id, circle: 'team' as const }
  const session = await recorder.call(endpoints.beginSession, { params, body: { onDay: today() } })
  return { params, session, one: one.personId, other: other.personId }
}

async function remark(scene: Scene): Promise<Held & { readonly matter: SessionRemark }> {
  const made = await held(scene)
  const recorder = scene.mayCall ? scene.caller : await scene.office.employ(scene.place, 'organiser')
  const { whole } = await recorder.call(endpoints.writeRemark, {
    params: { ...made.params, remarkId: newId() },
    body: { fromId: made.one, aboutId: made.other, text: '督促不够，三份报告都迟交了', version: null },
  })
  const [matter] = whole?.remarks ?? []
  if (!matter) throw new Error('the remark was not written')
  return { ...made, matter }
}

const aboutMatter = ({ matter }: { readonly matter: Pick<OwnMatter, 'id'> }) => ({ params: { matterId: matter.id } })

export const sessionCalls = {
  readMeetingSession: async (scene) => ({ params: (await held(scene)).params }),
  beginSession: async (scene) => ({ params: (await held(scene)).params, body: { onDay: today(), place: '三楼' } }),
  setSessionNow: async (scene) => ({ params: (await held(scene)).params, body: { item: 'prior', speakingId: null } }),
  writePresence: async (scene) => {
    const { params, one } = await held(scene)
    const body = { personId: one, kind: 'excused', at: new Date().toISOString(), note: '出差' } as const
    return { params: { ...params, eventId: newId() }, body }
  },
  writeRemark: async (scene) => {
    const { params, one, other } = await held(scene)
    const body = { fromId: one, aboutId: other, text: '下基层少', version: null }
    return { params: { ...params, remarkId: newId() }, body }
  },
  writeSessionLine: async (scene) => {
    const { params } = await held(scene)
    const body = { kind: 'superior', speaker: '督导组', text: '意见提得具体', version: null } as const
    return { params: { ...params, lineId: newId() }, body }
  },
  endSession: async (scene) => {
    const { params, session } = await held(scene)
    return { params, body: { version: session.whole?.version ?? 1 } }
  },
  sessionMinutes: async (scene) => ({ params: (await held(scene)).params }),
  passRemarksOn: async (scene) => {
    const { params, other } = await remark(scene)
    return { params, body: { personId: other, on: today(), note: '当面' } }
  },
  endMatter: async (scene) => {
    const made = await remark(scene)
    const body = { ending: 'explained', reason: '已当面说明情况', version: made.matter.version } as const
    return { ...aboutMatter(made), body }
  },
  confirmMatter: async (scene) => {
    const made = await remark(scene)
    const body = {
      text: '三份报告都迟交',
      class: 'dated',
      leadId: made.other,
      dueOn: '2099-06-30',
      measure: '每周核对一次进度',
      version: made.matter.version,
    } as const
    return { ...aboutMatter(made), body }
  },
} satisfies Partial<Calls>
