import { type ComplianceState, complianceStateNames, complianceStates } from '@duizhao/engine/compliance'
import type { Known } from '@duizhao/engine/wording'
import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { wholeNumber } from '../../platform/number.ts'
import { atLeast, textOf } from '../../platform/text.ts'
import { meetingSteps } from './steps.ts'

/** How a step stands; one that is set aside counts as done, and its reason is printed. */
export const stepStates = ['met', 'missing', 'pending', 'not_applicable', 'set_aside'] as const
export type StepState = (typeof stepStates)[number]
export const stepStateNames: Readonly<Record<StepState, string>> = {
  met: '办完',
  missing: '已超期',
  pending: '未到期',
  not_applicable: '不适用',
  set_aside: '不照办',
}

export const meetingLineStateNames: Readonly<Record<ComplianceState, string>> = complianceStateNames

const Named = z.object({ id: z.uuid(), name: z.string() })

/** What of the office’s papers, records and problems can name a meeting. */
export const meetingLinkKinds = ['paper', 'record', 'problem'] as const
export const MeetingLinkKind = z.enum(meetingLinkKinds, '请选是文稿、记录还是问题')
export type MeetingLinkKind = z.infer<typeof MeetingLinkKind>

/** What a step or a line stands on, where it may be seen. */
export const MeetingSource = z.object({
  kind: MeetingLinkKind,
  id: z.uuid(),
  name: z.string(),
  day: CalendarDate.nullable(),
})
export type MeetingSource = z.infer<typeof MeetingSource>

export const SetAsideReason = textOf('理由', 300).min(...atLeast(5, '请写明理由'))

export const MeetingWaiver = z.object({
  rule: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
})
export type MeetingWaiver = z.infer<typeof MeetingWaiver>

/** How well the ground of a rule is known. */
export const meetingLineKnownNames: Readonly<Record<Known, string>> = {
  regulation: '规定',
  practice: '通行做法',
  unverified: '未核实',
}
const knowns = ['regulation', 'practice', 'unverified'] as const satisfies readonly Known[]

/** What one rule says of a meeting. Who is meant is told in the body only. */
export const MeetingLine = z.object({
  rule: z.string(),
  name: z.string(),
  state: z.enum(complianceStates),
  message: z.string().nullable().describe('缺什么、错在哪里；上级看到的不写姓名，只有几处'),
  times: z.int().describe('几处'),
  due: CalendarDate.nullable(),
  isBlock: z.boolean().describe('不写明理由就不能往下走'),
  ground: z.string().describe('依据'),
  known: z.enum(knowns).describe('依据核实到什么程度；未核实的只是建议'),
  waiver: MeetingWaiver.nullable(),
})
export type MeetingLine = z.infer<typeof MeetingLine>

export const StepDetail = z.object({
  step: z.enum(meetingSteps),
  state: z.enum(stepStates),
  due: CalendarDate.nullable(),
  words: z.string().describe('办到什么程度'),
  missing: z.array(Named).describe('还缺谁的；只给本组织办会的人看'),
  missingCount: z.int(),
  sources: z.array(MeetingSource),
  lines: z.array(MeetingLine),
  waiver: MeetingWaiver.nullable(),
})
export type StepDetail = z.infer<typeof StepDetail>

/** Opinions by group, as counts: who was asked in which way, and how many came. */
export const OpinionGroup = z.object({
  name: textOf('哪一类人、什么方式', 60).min(...atLeast(2, '请写哪一类人、什么方式')),
  asked: wholeNumber(0, 1_000_000),
  received: wholeNumber(0, 1_000_000),
})
export type OpinionGroup = z.infer<typeof OpinionGroup>

/** The rule that stands for a whole step, for setting it aside. */
export function ruleOfStep(step: (typeof meetingSteps)[number]): string {
  return `step/${step}`
}
