import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { flag } from '../../platform/flag.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import { CalendarDate } from '../../platform/date.ts'
import { MeetingLinkKind, OpinionGroup, SetAsideReason } from './checklist.ts'
import { Meeting, MeetingDetail, MeetingFields, NewMeeting, OrderReason } from './meeting.ts'
import { meetingSteps } from './steps.ts'

const ofOrganisation = { organisationId: z.uuid('请选组织') }
const ofMeeting = { meetingId: z.uuid() }
const version = z.int().min(1).describe('改动所依据的版本；别人先改了就不会覆盖')

export const meetingStandings = ['all', 'open', 'late'] as const
/** Which meetings: all, those with something to do, those of which something is overdue. */
export const MeetingStanding = z.enum(meetingStandings, '请选哪些会议')
export type MeetingStanding = z.infer<typeof MeetingStanding>
export const meetingStandingNames: Readonly<Record<MeetingStanding, string>> = {
  all: '全部',
  open: '没有办完的',
  late: '有环节已超期的',
}

/** The meetings of an organisation, those due first before the others: what is late stands at the top. */
export const listMeetings = endpoint({
  action: 'meeting.list',
  summary: '会议',
  method: 'GET',
  path: '/organisations/:organisationId/meetings',
  access: 'meeting.read',
  params: ofOrganisation,
  query: {
    ...pageQuery,
    below: flag.default(false).describe('连同下级的'),
    campaignId: z.uuid().optional().describe('按哪个专题开的'),
    step: z.enum(meetingSteps).optional().describe('下一步是哪个环节的'),
    standing: MeetingStanding.default('all'),
  },
  response: pageOf(Meeting),
  refusals: ['not_found'],
})

/** The meetings of the bodies one belongs to: where one has a role or a post. */
export const listOwnMeetings = endpoint({
  action: 'meeting.listOwn',
  summary: '我的会议',
  method: 'GET',
  path: '/own-meetings',
  access: 'meeting.read',
  query: pageQuery,
  response: pageOf(Meeting),
})

export const createMeeting = endpoint({
  action: 'meeting.create',
  summary: '另开一次会议',
  method: 'POST',
  path: '/organisations/:organisationId/meetings',
  access: 'meeting.read',
  params: ofOrganisation,
  body: NewMeeting,
  response: MeetingDetail,
  refusals: ['not_found'],
})

export const readMeeting = endpoint({
  action: 'meeting.read',
  summary: '一次会议',
  method: 'GET',
  path: '/meetings/:meetingId',
  access: 'meeting.read',
  params: ofMeeting,
  response: MeetingDetail,
  refusals: ['not_found'],
})

export const noticeOfMeeting = endpoint({
  action: 'meeting.notice',
  leavesEntry: true,
  summary: '下载上级的通知',
  method: 'GET',
  path: '/meetings/:meetingId/notice',
  access: 'meeting.read',
  params: ofMeeting,
  download: 'application/octet-stream',
  refusals: ['not_found', 'conflict'],
})

export const changeMeeting = endpoint({
  action: 'meeting.change',
  summary: '修改会议的时间、地点等',
  method: 'PATCH',
  path: '/meetings/:meetingId',
  access: 'meeting.read',
  params: ofMeeting,
  body: MeetingFields.extend({ version }),
  response: MeetingDetail,
  refusals: ['not_found', 'conflict'],
})

/** The superior finds a meeting poorly held and orders another in its place; the old one is kept. */
export const orderMeetingAgain = endpoint({
  action: 'meeting.orderAgain',
  summary: '责令补课',
  method: 'POST',
  path: '/meetings/:meetingId/again',
  access: 'campaign.write',
  params: ofMeeting,
  body: z.object({ reason: OrderReason, plannedOn: CalendarDate.nullable().default(null) }),
  response: MeetingDetail,
  refusals: ['not_found', 'conflict'],
})

const writing = {
  access: 'meeting.read',
  params: ofMeeting,
  response: MeetingDetail,
  refusals: ['not_found', 'conflict'],
} as const

/** A paper, record or problem of the body is said to be of the meeting; an author does so with his own paper. */
export const linkToMeeting = endpoint({
  ...writing,
  action: 'meeting.link',
  summary: '归到会议',
  method: 'POST',
  path: '/meetings/:meetingId/links',
  body: z.object({ kind: MeetingLinkKind, id: z.uuid('请选一个') }),
})

export const unlinkFromMeeting = endpoint({
  ...writing,
  action: 'meeting.unlink',
  summary: '不归到会议',
  method: 'DELETE',
  path: '/meetings/:meetingId/links/:kind/:id',
  params: { ...ofMeeting, kind: MeetingLinkKind, id: z.uuid() },
})

export const setOpinionGroups = endpoint({
  ...writing,
  action: 'meeting.setOpinionGroups',
  summary: '填写征求意见的数',
  method: 'PUT',
  path: '/meetings/:meetingId/opinion-groups',
  body: z.object({ groups: z.array(OpinionGroup).max(30, '最多 30 行'), version }),
})

/** What is asked is not done here, for a reason that stays and is printed. */
export const setAside = endpoint({
  ...writing,
  action: 'meeting.setAside',
  summary: '写明理由，不照办',
  method: 'POST',
  path: '/meetings/:meetingId/waivers',
  body: z.object({ rule: z.string().min(1, '请选哪一项').max(100, '没有这一项'), reason: SetAsideReason }),
})

/** The report went up on a day. Conflict while something blocks that has not been set aside. */
export const reportMeeting = endpoint({
  ...writing,
  action: 'meeting.report',
  summary: '记下已上报',
  method: 'POST',
  path: '/meetings/:meetingId/report',
  body: z.object({
    reportedOn: CalendarDate,
    paperId: z.uuid('请选文稿').nullable().default(null).describe('情况报告的文稿'),
    version,
  }),
})
