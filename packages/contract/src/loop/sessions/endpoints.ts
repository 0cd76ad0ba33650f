import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { textOf } from '../../platform/text.ts'
import { MatterText } from '../matters/index.ts'
import { AgendaItemId, SessionCircle } from './agenda.ts'
import { PresenceKind, PresenceNote } from './presence.ts'
import { MeetingSession, sessionLineKinds, SessionLineText, SessionStart } from './session.ts'

const ofSession = { meetingId: z.uuid(), circle: SessionCircle }
const ofSessions = {
  access: 'meeting.read',
  params: ofSession,
  response: MeetingSession,
  refusals: ['not_found'],
} as const
const writing = { ...ofSessions, refusals: ['not_found', 'conflict'] } as const
/** Null for a line nobody has written before; a line that reaches us twice is the same line. */
const version = z.int().min(1).nullable().describe('改动所依据的版本；新的一行为空')
const isWithdrawn = z.boolean().default(false).describe('记错了，撤去')

export const readMeetingSession = endpoint({
  ...ofSessions,
  action: 'session.read',
  leavesEntry: 'of_secrets',
  summary: '会议进行',
  method: 'GET',
  path: '/meetings/:meetingId/sessions/:circle',
})

export const beginSession = endpoint({
  ...writing,
  action: 'session.begin',
  summary: '开始记会议',
  method: 'PUT',
  path: '/meetings/:meetingId/sessions/:circle',
  body: SessionStart,
})

/** Somebody is absent, leaves or comes. The same again changes nothing. */
export const writePresence = endpoint({
  ...writing,
  action: 'session.writePresence',
  summary: '记谁缺席、离开、到会',
  method: 'PUT',
  path: '/meetings/:meetingId/sessions/:circle/presence/:eventId',
  params: { ...ofSession, eventId: z.uuid() },
  body: z.object({
    personId: z.uuid('请选一个人'),
    kind: PresenceKind,
    at: z.iso.datetime('时间不对，请重新记'),
    note: PresenceNote.default(''),
  }),
})

/** One line about one person; about oneself it is self-criticism. */
export const writeRemark = endpoint({
  ...writing,
  action: 'session.writeRemark',
  summary: '记一条批评意见',
  method: 'PUT',
  path: '/meetings/:meetingId/sessions/:circle/remarks/:remarkId',
  params: { ...ofSession, remarkId: z.uuid() },
  body: z.object({
    fromId: z.uuid('请选提出人'),
    aboutId: z.uuid('请选批评对象'),
    text: MatterText,
    version,
    isWithdrawn,
  }),
})

export const writeSessionLine = endpoint({
  ...writing,
  action: 'session.writeLine',
  summary: '记上级点评、书面发言',
  method: 'PUT',
  path: '/meetings/:meetingId/sessions/:circle/lines/:lineId',
  params: { ...ofSession, lineId: z.uuid() },
  body: z.object({
    kind: z.enum(sessionLineKinds, '请选是点评还是书面发言'),
    personId: z.uuid('请选书面发言的人').nullable().default(null),
    speaker: textOf('点评的人', 40).default(''),
    text: SessionLineText.min(1, '请写要点'),
    version,
    isWithdrawn,
  }),
})

/** Where the session is now, for all who look at it: the last word counts. */
export const setSessionNow = endpoint({
  ...writing,
  action: 'session.setNow',
  summary: '进行到哪一项、谁在发言',
  method: 'PUT',
  path: '/meetings/:meetingId/sessions/:circle/now',
  body: z.object({ item: AgendaItemId.nullable(), speakingId: z.uuid('请选正在发言的人').nullable() }),
})

/** Ends a session: what was held is a record of the body, with the exceptions only. */
export const endSession = endpoint({
  ...writing,
  action: 'session.end',
  summary: '结束会议',
  method: 'POST',
  path: '/meetings/:meetingId/sessions/:circle/end',
  body: z.object({ version: z.int().min(1) }),
})

export const sessionMinutes = endpoint({
  action: 'session.minutes',
  leavesEntry: true,
  summary: '导出会议记录',
  method: 'GET',
  path: '/meetings/:meetingId/sessions/:circle/minutes',
  access: 'meeting.read',
  params: ofSession,
  download: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  refusals: ['not_found', 'conflict'],
})

/** Somebody who was not there has been told what was said of him. */
export const passRemarksOn = endpoint({
  ...writing,
  action: 'session.passOn',
  summary: '向缺席的人转告批评意见',
  method: 'POST',
  path: '/meetings/:meetingId/sessions/:circle/told',
  body: z.object({
    personId: z.uuid('请选一个人'),
    on: CalendarDate,
    note: textOf('怎样转告的', 100).default(''),
  }),
})
