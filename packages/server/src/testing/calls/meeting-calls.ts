import { type CampaignDetail, carries, endpoints, type MeetingDetail } from '@duizhao/contract'
import { noticeFile, someCampaign, someMeeting } from '../meetings.ts'
import { givePost, someRecord } from '../records.ts'
import { newOrganisation, type Scene } from '../scene.ts'
import type { Calls } from './call.ts'

const atPlace = async ({ place }: Scene) => ({ params: { organisationId: place.id } })
const aboutCampaign = ({ id }: CampaignDetail) => ({ params: { campaignId: id } })
const aboutMeeting = ({ id }: Pick<MeetingDetail, 'id'>) => ({ params: { meetingId: id } })

function campaign(scene: Scene): Promise<CampaignDetail> {
  const params = { organisationId: scene.place.id }
  return scene.crew.organiser.call(endpoints.createCampaign, { params, body: someCampaign() })
}

/** A meeting of the place, that the caller runs if he may call. */
async function meeting(scene: Scene): Promise<MeetingDetail> {
  const { office, place, caller, mayCall, role } = scene
  if (mayCall && !carries(role, 'meeting.write'))
    await givePost(office, { personId: caller.session.person.id, bodyId: place.id, role: 'secretary' })
  return meetingOf(scene, place.id)
}

function meetingOf({ crew }: Scene, organisationId: string): Promise<MeetingDetail> {
  return crew.organiser.call(endpoints.createMeeting, { params: { organisationId }, body: someMeeting() })
}

/** A study session of the place, by its id. */
async function study({ crew, place }: Scene): Promise<string> {
  const params = { organisationId: place.id }
  return (await crew.organiser.call(endpoints.createRecord, { params, body: someRecord() })).id
}

/** A meeting that was held. */
async function heldMeeting(scene: Scene): Promise<MeetingDetail> {
  const made = await meeting(scene)
  const body = someRecord({ kinds: ['life_meeting'], onDay: '2026-01-20' })
  const { organiser } = scene.crew
  const { id } = await organiser.call(endpoints.createRecord, { params: { organisationId: scene.place.id }, body })
  return organiser.call(endpoints.linkToMeeting, { ...aboutMeeting(made), body: { kind: 'record', id } })
}

export const meetingCalls = {
  listCampaigns: atPlace,
  createCampaign: async (scene) => ({ ...(await atPlace(scene)), body: someCampaign() }),
  readCampaign: async (scene) => aboutCampaign(await campaign(scene)),
  changeCampaign: async (scene) => {
    const made = await campaign(scene)
    return { ...aboutCampaign(made), body: { ...someCampaign(), version: made.version } }
  },
  openCampaign: async (scene) => {
    await newOrganisation(scene)
    const made = await campaign(scene)
    return { ...aboutCampaign(made), body: { version: made.version } }
  },
  previewCampaignNotice: async (scene) => ({ ...(await atPlace(scene)), file: noticeFile() }),
  campaignFile: async (scene) => aboutCampaign(await campaign(scene)),
  noticeOfMeeting: async (scene) => {
    const { place, crew } = scene
    const below = await newOrganisation(scene)
    const params = { organisationId: place.id }
    const { paper } = await crew.organiser.call(endpoints.createPaper, {
      ...{ params, query: { kind: 'notice' } },
      file: noticeFile(),
    })
    const body = someCampaign({ noticePaperId: paper.id })
    const made = await crew.organiser.call(endpoints.createCampaign, { params, body })
    await crew.organiser.call(endpoints.openCampaign, { ...aboutCampaign(made), body: { version: made.version } })
    const { items } = await crew.organiser.call(endpoints.listMeetings, {
      params: { organisationId: below.id },
      query: { campaignId: made.id },
    })
    return { params: { meetingId: items[0]?.id ?? below.id } }
  },
  listMeetings: atPlace,
  createMeeting: async (scene) => {
    await meeting(scene)
    return { ...(await atPlace(scene)), body: someMeeting() }
  },
  draftPaper: async (scene) => {
    const { params } = aboutMeeting(await meeting(scene))
    return { params: { ...params, kind: 'report' } }
  },
  subjectReport: async (scene) => ({ ...(await atPlace(scene)), query: { from: '2026-01-01', to: '2026-06-30' } }),
  draftLists: async (scene) => aboutMeeting(await meeting(scene)),
  draftArchive: async (scene) => aboutMeeting(await heldMeeting(scene)),
  readMeeting: async (scene) => aboutMeeting(await meeting(scene)),
  changeMeeting: async (scene) => {
    const made = await meeting(scene)
    return { ...aboutMeeting(made), body: { plannedOn: '2027-01-20', version: made.version } }
  },
  orderMeetingAgain: async (scene) => {
    // Who orders it again lies above.
    const { id } = await newOrganisation(scene)
    return { ...aboutMeeting(await meetingOf(scene, id)), body: { reason: '批评意见都是表扬，责令补课' } }
  },
  linkToMeeting: async (scene) => {
    const made = await meeting(scene)
    return { ...aboutMeeting(made), body: { kind: 'record', id: await study(scene) } }
  },
  unlinkFromMeeting: async (scene) => {
    const made = await meeting(scene)
    const link = { kind: 'record' as const, id: await study(scene) }
    await scene.crew.organiser.call(endpoints.linkToMeeting, { ...aboutMeeting(made), body: link })
    return { params: { meetingId: made.id, ...link } }
  },
  setOpinionGroups: async (scene) => {
    const made = await meeting(scene)
    const groups = [{ name: '服务对象座谈会', asked: 12, received: 5 }]
    return { ...aboutMeeting(made), body: { groups, version: made.version } }
  },
  setAside: async (scene) => ({
    ...aboutMeeting(await meeting(scene)),
    body: { rule: 'step/plan', reason: '上级统一制定了方案' },
  }),
  reportMeeting: async (scene) => {
    const made = await heldMeeting(scene)
    return { ...aboutMeeting(made), body: { reportedOn: '2026-02-01', version: made.version } }
  },
} satisfies Partial<Calls>
