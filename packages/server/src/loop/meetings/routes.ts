import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { route } from '../../platform/http/route.ts'
import { changeMeeting, orderMeetingAgain } from './change-meeting.ts'
import { createMeeting } from './create-meeting.ts'
import { listMeetings, listOwnMeetings } from './list-meetings.ts'
import { linkToMeeting, unlinkFromMeeting } from './link.ts'
import { readMeeting } from './read-meeting.ts'
import { meetingNotice } from './meeting-notice.ts'
import { reportMeeting, setAside, setOpinionGroups } from './run-meeting.ts'

export function meetingRoutes(app: FastifyInstance): void {
  route(app, endpoints.listMeetings, ({ params, query }, context) =>
    listMeetings(context, params.organisationId, query),
  )
  route(app, endpoints.listOwnMeetings, ({ query }, context) => listOwnMeetings(context, query))
  route(app, endpoints.createMeeting, ({ params, body }, context) =>
    createMeeting(context, params.organisationId, body),
  )
  route(app, endpoints.readMeeting, ({ params }, context) => readMeeting(context, params.meetingId))
  route(app, endpoints.noticeOfMeeting, ({ params }, context) => meetingNotice(context, params.meetingId))
  route(app, endpoints.changeMeeting, ({ params, body }, context) => changeMeeting(context, params.meetingId, body))
  route(app, endpoints.orderMeetingAgain, ({ params, body }, context) =>
    orderMeetingAgain(context, params.meetingId, body),
  )
  runningRoutes(app)
}

function runningRoutes(app: FastifyInstance): void {
  route(app, endpoints.linkToMeeting, ({ params, body }, context) => linkToMeeting(context, params.meetingId, body))
  route(app, endpoints.unlinkFromMeeting, ({ params: { meetingId, ...link } }, context) =>
    unlinkFromMeeting(context, meetingId, link),
  )
  route(app, endpoints.setOpinionGroups, ({ params, body }, context) =>
    setOpinionGroups(context, params.meetingId, body),
  )
  route(app, endpoints.setAside, ({ params, body }, context) => setAside(context, params.meetingId, body))
  route(app, endpoints.reportMeeting, ({ params, body }, context) => reportMeeting(context, params.meetingId, body))
}
