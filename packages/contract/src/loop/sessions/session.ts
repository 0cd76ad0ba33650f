import { z } from 'zod'
import { type RemarkSubstance, remarkSubstances } from '@duizhao/engine/compliance'
import { CalendarDate } from '../../platform/date.ts'
import { textOf } from '../../platform/text.ts'
import { problemStates } from '../ledger/index.ts'
import { Matter } from '../matters/index.ts'
import { AgendaItemId, SessionCircle } from './agenda.ts'
import { PresenceEvent, Quorum } from './presence.ts'

export { type RemarkSubstance, remarkSubstanceNames } from '@duizhao/engine/compliance'
const Substance = z.enum(remarkSubstances satisfies readonly RemarkSubstance[])

/** What else is said: the superior’s comments (上级点评), and what the absent had written (书面发言). */
export const sessionLineKinds = ['superior', 'written'] as const
export type SessionLineKind = (typeof sessionLineKinds)[number]
export const SessionLineText = textOf('发言要点', 4000)

const Named = z.object({ id: z.uuid(), name: z.string() })

/** What is set when a session begins. */
export const SessionStart = z.object({
  onDay: CalendarDate.describe('哪一天开；应到按这一天的任职'),
  place: textOf('地点', 100).default(''),
  hostId: z.uuid('请选主持人').nullable().default(null),
})
export type SessionStart = z.infer<typeof SessionStart>

/** A remark with what it is made of. */
export const SessionRemark = Matter.extend({ substance: Substance.describe('由文字看出') })
export type SessionRemark = z.infer<typeof SessionRemark>

export const SessionLine = z.object({
  id: z.uuid(),
  kind: z.enum(sessionLineKinds),
  personId: z.uuid().nullable().describe('书面发言是谁的'),
  speaker: z.string().describe('上级是谁'),
  text: z.string(),
  version: z.int(),
})
export type SessionLine = z.infer<typeof SessionLine>

/** A problem of the body that the meeting before left, for what is reported first. */
export const PriorProblem = z.object({
  id: z.uuid(),
  number: z.int(),
  text: z.string(),
  state: z.enum(problemStates),
  dueOn: CalendarDate.nullable(),
})
export type PriorProblem = z.infer<typeof PriorProblem>

/** All of a session, for who records it. */
export const SessionWhole = z.object({
  place: z.string(),
  host: Named.nullable(),
  item: AgendaItemId.nullable(),
  speakingId: z.uuid().nullable(),
  expected: z.array(Named.extend({ caption: z.string() })).describe('应到，按座次'),
  presence: z.array(PresenceEvent).describe('例外，按时间'),
  remarks: z.array(SessionRemark),
  lines: z.array(SessionLine),
  prior: z.object({
    problems: z.array(PriorProblem).describe('最多一百个，没有完成的在前'),
    total: z.int(),
    done: z.int().describe('已完成'),
  }),
  version: z.int(),
})
export type SessionWhole = z.infer<typeof SessionWhole>

/** A session: to others than its recorders and those who approve only its counts. */
export const MeetingSession = z.object({
  meeting: Named,
  organisation: Named,
  circle: SessionCircle,
  circles: z.array(SessionCircle).describe('这次会议有哪几场'),
  onDay: CalendarDate.nullable().describe('还没有开始的为空'),
  isBegun: z.boolean(),
  isEnded: z.boolean(),
  recordId: z.uuid().nullable().describe('结束时记下的履职记录'),
  quorum: Quorum,
  remarks: z.object({
    filled: z.int().describe('有人提了批评意见的格子'),
    cells: z.int().nullable().describe('n（n−1）；党员大会的为空'),
    ended: z.int().describe('有了结果的批评意见、自我批评'),
    total: z.int().describe('共几条'),
  }),
  mayWrite: z.boolean(),
  mayConfirm: z.boolean().describe('可以列入台账'),
  whole: SessionWhole.nullable().describe('不是记录的、审定的人，为空'),
})
export type MeetingSession = z.infer<typeof MeetingSession>
