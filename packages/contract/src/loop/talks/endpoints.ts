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
    }),
  ),
})
export type TalkMatrix = z.infer<typeof TalkMatrix>

export const readTalkMatrix = endpoint({
  action: 'talk.readMatrix',
  summary: '谈心谈话：应谈的和已谈的',
  method: 'GET',
  path: '/organisations/:organisationId/talks',
  access: 'record.read',
  params: { organisationId: z.uuid('请选组织') },
  query: {
    from: CalendarDate,
    to: CalendarDate,
    freezeOn: CalendarDate.optional().describe('材料定稿的那一天：以后谈的算迟'),
  },
  response: TalkMatrix,
  refusals: ['not_found'],
})
