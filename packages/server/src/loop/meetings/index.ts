import type { Feature } from '../../platform/feature.ts'
import { follow } from './count-standing.ts'
import { hasMeetings } from './meeting-queries.ts'
import { meetingRecord } from './own-record.ts'
import { recountMeetings } from './recount-campaign.ts'
import { meetingRoutes } from './routes.ts'

export { changeMeeting } from './change-meeting.ts'
export { countStanding } from './count-standing.ts'
export { linkToMeeting } from './link.ts'
export { type MeetingDays, meetingDaysOf } from './meeting-days.ts'
export { meetingOfCampaign } from './meeting-queries.ts'
export { addOpinionGroup, setAside, setOpinionGroups } from './run-meeting.ts'
export { readMeeting } from './read-meeting.ts'
export { priorProblems } from './prior-queries.ts'
export { receiversOf } from './standing-queries.ts'
export { recountCampaign } from './recount-campaign.ts'
export { openMeetings } from './open-meetings.ts'
export { seenMeeting } from './policy.ts'
export { type MeetingRow, nameOf as meetingNameOf } from './meeting-queries.ts'

export const meetings: Feature = {
  name: 'meetings',
  routes: meetingRoutes,
  jobs: [recountMeetings],
  happened: follow,
  blocksRemoval: async (tx, organisationId, name) =>
    (await hasMeetings(tx, organisationId))
      ? { title: `“${name}”开过会或派人督导过，不能撤销。`, todo: '可以改名注明“已撤销”，会议仍然查得到。' }
      : null,
  ownRecord: meetingRecord,
}
