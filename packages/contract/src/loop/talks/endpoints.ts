import { talkReasons, talkStates } from '@duizhao/engine/duties'
import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { endpoint } from '../../platform/endpoint.ts'

const Named = z.object({ id: z.uuid(), name: z.string() })

/** The talks a body owes, by its posts, and what became of each. */
export const TalkMatrix = z.object({
  organisation: Named,
  isWhole: z.boolean().describe('本组织的组织者、书记、主要负责人看得见全部；别人只看得见自己的'),
  counts: z.record(z.enum(talkStates), z.int()).describe('全部应谈的，按结果'),
  lines: z.array(
    z.object({
      reason: z.enum(talkReasons),
      person: Named,
      withAnyOf: z.array(Named).describe('和其中至少一人谈；空为不知道该和谁谈'),
      place: Named.nullable().describe('分管的单位、所在的支部'),
      state: z.enum(talkStates),
      talks: z.array(z.object({ recordId: z.uuid(), onDay: CalendarDate })),
      planned: z.array(z.object({ recordId: z.uuid(), until: CalendarDate })).describe('缺的，约在哪一天以前谈'),
    }),
  ),
})
export type TalkMatrix = z.infer<typeof TalkMatrix>

const ofBody = {
  access: 'record.read',
  params: { organisationId: z.uuid('请选组织') },
  refusals: ['not_found'],
} as const

const days = { from: CalendarDate, to: CalendarDate }
const asked = { ...days, freezeOn: CalendarDate.optional().describe('材料定稿的那一天：以后谈的算迟') }

export const readTalkMatrix = endpoint({
  ...ofBody,
  action: 'talk.readMatrix',
  summary: '谈心谈话：应谈的和已谈的',
  method: 'GET',
  path: '/organisations/:organisationId/talks',
  query: asked,
  response: TalkMatrix,
})

export const exportTalkMatrix = endpoint({
  ...ofBody,
  action: 'talk.exportMatrix',
  leavesEntry: true,
  summary: '导出谈心谈话应谈和已谈的（Excel）',
  method: 'GET',
  path: '/organisations/:organisationId/talks.xlsx',
  query: asked,
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const talkRegister = endpoint({
  ...ofBody,
  action: 'talk.register',
  leavesEntry: true,
  summary: '谈心谈话登记表（Word）',
  method: 'GET',
  path: '/organisations/:organisationId/talk-register.docx',
  query: days,
  download: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
})

/** Who was told that they still have to talk, and who could not be. */
export const TalkReminder = z.object({
  told: z.int().describe('发给了几个人'),
  unreachable: z.array(Named).describe('没有能用的账号、消息送不到的人'),
})
export type TalkReminder = z.infer<typeof TalkReminder>

export const remindOfTalks = endpoint({
  ...ofBody,
  action: 'talk.remind',
  summary: '提醒还没有谈的人',
  method: 'POST',
  path: '/organisations/:organisationId/talk-reminders',
  body: z.object({ ...days, by: CalendarDate.describe('请在哪一天以前谈') }),
  response: TalkReminder,
  refusals: ['not_found', 'conflict'],
})
