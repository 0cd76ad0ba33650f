import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { route } from '../../platform/http/route.ts'
import { changeMeeting, orderMeetingAgain } from './change-meeting.ts'
import { createMeeting } from './create-meeting.ts'
import { listMeetings, listOwnMeetings } from './list-meetings.ts'
import { readMeeting } from './read-meeting.ts'

export function meetingRoutes(app: FastifyInstance): void {
  route(app, endpoints.listMeetings, ({ params, query }, context) =>
    listMeetings(context, params.organisationId, query),
  )
  route(app, endpoints.listOwnMeetings, ({ query }, context) => listOwnMeetings(context, query))
  route(app, endpoints.createMeeting, ({ params, body }, context) =>
    createMeeting(context, params.organisationId, body),
  )
  route(app, endpoints.readMeeting, ({ params }, context) => readMeeting(context, params.meetingId))
  route(app, endpoints.changeMeeting, ({ params, body }, context) => changeMeeting(context, params.meetingId, body))
  route(app, endpoints.orderMeetingAgain, ({ params, body }, context) =>
    orderMeetingAgain(context, params.meetingId, body),
  )
}
