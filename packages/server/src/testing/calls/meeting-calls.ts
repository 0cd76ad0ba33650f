import { type CampaignDetail, carries, endpoints, type MeetingDetail } from '@duizhao/contract'
import { someCampaign, someMeeting } from '../meetings.ts'
import { givePost } from '../records.ts'
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
  listMeetings: atPlace,
  createMeeting: async (scene) => {
    await meeting(scene)
    return { ...(await atPlace(scene)), body: someMeeting() }
  },
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
} satisfies Partial<Calls>
