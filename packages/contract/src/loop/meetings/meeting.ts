import { type MeetingKind, meetingKinds, meetingNames } from '@duizhao/engine/wording'
import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { wholeNumber } from '../../platform/number.ts'
import { atLeast, textOf } from '../../platform/text.ts'
import { OpinionGroup, StepDetail } from './checklist.ts'
import { meetingSteps } from './steps.ts'

export { type MeetingKind, meetingKinds } from '@duizhao/engine/wording'
export const meetingKindNames: Readonly<Record<MeetingKind, string>> = meetingNames
export const MeetingKindField = z.enum(meetingKinds, '请选开什么会')

/** What a special meeting (专题会) is held for: feedback of an inspection, or an event. */
export const meetingTriggers = ['feedback', 'event'] as const
export type MeetingTrigger = (typeof meetingTriggers)[number]
export const MeetingTrigger = z.enum(meetingTriggers, '请选因何而开')
export const meetingTriggerNames: Readonly<Record<MeetingTrigger, string>> = { feedback: '反馈', event: '事件' }

export const CycleYear = wholeNumber(2012, 2100).describe('哪个年度的会，不是召开的年份')
export const MeetingTheme = textOf('主题', 500)
const MeetingPlace = textOf('地点', 100)
const MeetingName = textOf('名称', 120)

/** What is settled of a meeting before it is held. */
export const MeetingFields = z.object({
  plannedOn: CalendarDate.nullable().default(null).describe('准备哪一天开；各环节的期限随它变'),
  place: MeetingPlace.default(''),
  observerId: z.uuid('请选组织').nullable().default(null).describe('派人督导、列席的组织'),
})
export type MeetingFields = z.infer<typeof MeetingFields>

/** A meeting a body holds by itself. */
export const NewMeeting = MeetingFields.extend({
  kind: MeetingKindField,
  cycleYear: CycleYear,
  name: MeetingName.min(...atLeast(4, '请写名称，如：巡察整改专题民主生活会')),
  theme: MeetingTheme.default(''),
  trigger: MeetingTrigger.nullable().default(null).describe('专题会因何而开；按年度开的不写'),
  triggerOn: CalendarDate.nullable().default(null).describe('反馈、事件在哪一天'),
}).refine(({ trigger, triggerOn }) => (trigger === null) === (triggerOn === null), {
  error: '因反馈、事件而开的，要写那一天',
  path: ['triggerOn'],
})
export type NewMeeting = z.infer<typeof NewMeeting>

export const OrderReason = textOf('原因', 300).min(...atLeast(5, '请写明为什么责令补课'))

const Named = z.object({ id: z.uuid(), name: z.string() })

/** A line of the list. */
export const Meeting = z.object({
  id: z.uuid(),
  organisation: Named,
  campaign: Named.nullable().describe('按哪个专题开；空为自己开的'),
  kind: MeetingKindField,
  cycleYear: z.int(),
  name: z.string(),
  trigger: MeetingTrigger.nullable(),
  triggerOn: CalendarDate.nullable().describe('反馈、事件在哪一天'),
  plannedOn: CalendarDate.nullable(),
  heldOn: CalendarDate.nullable(),
  reportedOn: CalendarDate.nullable(),
  isReplaced: z.boolean().describe('上级责令补课，另开了一次'),
  done: z.array(z.enum(meetingSteps)).describe('办完了的环节'),
  late: z.array(z.enum(meetingSteps)).describe('过了期限还没有办完的环节'),
  nextStep: z.enum(meetingSteps).nullable().describe('没有办完的环节里期限最早的'),
  nextDue: CalendarDate.nullable().describe('它的期限'),
  version: z.int(),
})
export type Meeting = z.infer<typeof Meeting>

/** A meeting with what is asked of it. */
export const MeetingDetail = Meeting.extend({
  theme: z.string(),
  notice: z.object({ title: z.string(), fileName: z.string() }).nullable().describe('上级的通知，和专题存在一起的'),
  place: z.string(),
  observer: Named.nullable(),
  superiors: z.array(Named).describe('可以派人督导、列席的上级，近的在前；只给办会的人'),
  replaces: z.object({ id: z.uuid(), reason: z.string() }).nullable().describe('上级责令补课的，补的是哪一次、为什么'),
  replacedBy: z.uuid().nullable(),
  asks: z
    .object({
      aspects: z.array(z.object({ title: z.string(), points: z.array(z.string()) })),
      mirrors: z.array(z.string()),
      reportItems: z.array(z.string()),
      fromOn: CalendarDate,
      untilOn: CalendarDate,
    })
    .nullable()
    .describe('专题要求的；自己开的没有'),
  steps: z.array(StepDetail).describe('各环节，由文稿、记录、问题推出'),
  opinionGroups: z.array(OpinionGroup),
  problems: z.object({ all: z.int(), closed: z.int() }).describe('这次会议的问题，和其中销了号的'),
  reportPaper: Named.nullable(),
  isWhole: z.boolean().describe('看得见缺谁的；别人只有几个'),
  mayWrite: z.boolean(),
  mayOrderAgain: z.boolean().describe('是上级，可以责令补课'),
})
export type MeetingDetail = z.infer<typeof MeetingDetail>
