import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { RefusedPlace } from '../../platform/refusal.ts'
import { textOf } from '../../platform/text.ts'
import { DutyFields } from './duty.ts'

/** As many lines as a responsibility list has at most; a longer file is not one. */
export const MOST_LISTED_DUTIES = 200

/** A line of a responsibility list with the duty it proposes; what its words do not tell a person says. */
export const ProposedDuty = z.object({
  row: z.int().describe('文件里的第几行、第几条'),
  sheet: z.string(),
  text: z.string().describe('原文'),
  who: z.string().describe('原文写的责任人'),
  duty: DutyFields.pick({
    name: true,
    subject: true,
    list: true,
    amount: true,
    per: true,
    owedRoles: true,
    ground: true,
  }).extend({ kinds: z.array(DutyFields.shape.kinds.element).describe('空为没有认出完成它的履职，要人选') }),
  doubts: z.array(z.string()).describe('拿不准的，各一句'),
  isThere: z.boolean().describe('本组织已经定过同名的'),
})
export type ProposedDuty = z.infer<typeof ProposedDuty>

/** A responsibility list as understood, before anything is written. */
export const DutyListReading = z.object({
  fileName: z.string(),
  columns: z.array(z.object({ sheet: z.string(), header: z.string(), meaning: z.string().nullable() })),
  faults: z.array(RefusedPlace),
  proposals: z.array(ProposedDuty),
})
export type DutyListReading = z.infer<typeof DutyListReading>

export const readDutyList = endpoint({
  action: 'duty.readList',
  isLong: true,
  summary: '读一份责任清单：逐条提出履职事项',
  method: 'POST',
  path: '/organisations/:organisationId/duty-list-files',
  access: 'duty.write',
  params: { organisationId: z.uuid('请选组织') },
  upload: 10 * 1024 * 1024,
  response: DutyListReading,
  refusals: ['not_found'],
})

export const createListedDuties = endpoint({
  action: 'duty.createListed',
  summary: '照责任清单定下履职事项',
  method: 'POST',
  path: '/organisations/:organisationId/duty-lists',
  access: 'duty.write',
  params: { organisationId: z.uuid('请选组织') },
  body: z.object({
    fileName: textOf('文件名称', 200),
    items: z.array(DutyFields).min(1, '请至少选一条').max(MOST_LISTED_DUTIES, `一次最多 ${MOST_LISTED_DUTIES} 条`),
  }),
  response: z.object({ created: z.int() }),
  refusals: ['not_found', 'conflict'],
})
