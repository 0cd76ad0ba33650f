import type { Feature } from '../../platform/feature.ts'
import { hasMeetings } from './meeting-queries.ts'
import { meetingRecord } from './own-record.ts'
import { meetingRoutes } from './routes.ts'

export { receiversOf } from './standing-queries.ts'
export { openMeetings } from './open-meetings.ts'
export { seenMeeting } from './policy.ts'
export { type MeetingRow, nameOf as meetingNameOf } from './meeting-queries.ts'

export const meetings: Feature = {
  name: 'meetings',
  routes: meetingRoutes,
  blocksRemoval: async (tx, organisationId, name) =>
    (await hasMeetings(tx, organisationId))
      ? { title: `“${name}”开过会或派人督导过，不能撤销。`, todo: '可以改名注明“已撤销”，会议仍然查得到。' }
      : null,
  ownRecord: meetingRecord,
}
