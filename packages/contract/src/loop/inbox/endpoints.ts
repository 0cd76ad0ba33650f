import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import { Aspect, ProblemClass, ProblemText } from '../ledger/index.ts'
import { EndingReason, SaidEnding } from '../matters/index.ts'
import { Incoming, IncomingCount, IncomingDetail, IncomingFields, IncomingReason, MissingText } from './incoming.ts'

const ofOrganisation = { organisationId: z.uuid('请选组织') }
const ofIncoming = { incomingId: z.uuid() }
const version = z.int().min(1).describe('改动所依据的版本；别人先改了就不会覆盖')

/** What a list is of: what the units one answers for have, what one handles, what is offered to them, what they passed on. */
export const incomingBoxes = ['ours', 'mine', 'offered', 'passed'] as const
export const incomingFilters = ['open', 'overdue', 'ended'] as const

/** The inbox, what is due first; what is ended by the day it was due as well. */
export const listIncoming = endpoint({
  action: 'inbox.listIncoming',
  summary: '来件',
  method: 'GET',
  path: '/organisations/:organisationId/inbox',
  access: 'inbox.read',
  params: ofOrganisation,
  query: {
    ...pageQuery,
    box: z.enum(incomingBoxes).default('ours'),
    only: z.enum(incomingFilters).default('open'),
  },
  response: pageOf(Incoming),
  refusals: ['not_found'],
})

export const countIncoming = endpoint({
  action: 'inbox.countIncoming',
  summary: '来件的数',
  method: 'GET',
  path: '/organisations/:organisationId/inbox-counts',
  access: 'inbox.read',
  params: ofOrganisation,
  query: { from: CalendarDate, to: CalendarDate },
  response: z.object({ items: z.array(IncomingCount) }),
  refusals: ['not_found'],
})

export const receiveIncoming = endpoint({
  action: 'inbox.receive',
  summary: '登记来件',
  method: 'POST',
  path: '/organisations/:organisationId/inbox',
  access: 'inbox.write',
  params: ofOrganisation,
  body: IncomingFields,
  response: IncomingDetail,
  refusals: ['not_found'],
})

export const readIncoming = endpoint({
  action: 'inbox.read',
  summary: '一件来件',
  leavesEntry: 'of_secrets',
  method: 'GET',
  path: '/inbox/:incomingId',
  access: 'inbox.read',
  params: ofIncoming,
  response: IncomingDetail,
  refusals: ['not_found'],
})

/** To which units it can be passed on: those of the whole tree, by their name. */
export const listIncomingUnits = endpoint({
  action: 'inbox.listUnits',
  summary: '可以转给的单位',
  method: 'GET',
  path: '/inbox/:incomingId/units',
  access: 'inbox.write',
  params: ofIncoming,
  query: { text: z.string().trim().max(40).default('').describe('名称中的字') },
  response: z.object({
    items: z.array(z.object({ id: z.uuid(), name: z.string(), parent: z.string().nullable() })),
  }),
  refusals: ['not_found'],
})

const acting = {
  method: 'POST',
  access: 'inbox.write',
  params: ofIncoming,
  response: IncomingDetail,
  refusals: ['not_found', 'conflict'],
} as const

export const acceptIncoming = endpoint({
  ...acting,
  action: 'inbox.accept',
  summary: '受理',
  path: '/inbox/:incomingId/acceptance',
  body: z.object({ handlerId: z.uuid().nullable().default(null).describe('承办人；空为自己'), version }),
})

/** Tells once what is missing: whoever has to be told a second time was not told all of it the first. */
export const tellMissing = endpoint({
  ...acting,
  action: 'inbox.tellMissing',
  summary: '一次告知',
  path: '/inbox/:incomingId/missing',
  body: z.object({ text: MissingText, version }),
})

export const passOnIncoming = endpoint({
  ...acting,
  action: 'inbox.passOn',
  summary: '转办',
  path: '/inbox/:incomingId/passing',
  body: z.object({ organisationId: z.uuid('请选转给的单位'), reason: IncomingReason, version }),
})

export const recallIncoming = endpoint({
  ...acting,
  action: 'inbox.recall',
  summary: '取回转办',
  path: '/inbox/:incomingId/recall',
  body: z.object({ version }),
})

export const takeOverIncoming = endpoint({
  ...acting,
  action: 'inbox.takeOver',
  summary: '接收转办',
  path: '/inbox/:incomingId/taking',
  body: z.object({ version }),
})

export const declineIncoming = endpoint({
  ...acting,
  action: 'inbox.decline',
  summary: '退回转办',
  path: '/inbox/:incomingId/declining',
  body: z.object({ reason: IncomingReason, version }),
})

export const extendIncoming = endpoint({
  ...acting,
  action: 'inbox.extend',
  summary: '延长期限',
  path: '/inbox/:incomingId/extension',
  body: z.object({ reason: IncomingReason, version }),
})

export const endIncoming = endpoint({
  ...acting,
  action: 'inbox.end',
  summary: '办结来件',
  path: '/inbox/:incomingId/ending',
  body: z.object({ ending: SaidEnding, reason: EndingReason, version }),
})

/** Registers it as a problem of the unit that has it; the ledger shows the words given here, not who sent it. */
export const registerIncoming = endpoint({
  ...acting,
  action: 'inbox.register',
  summary: '来件列入台账',
  path: '/inbox/:incomingId/problem',
  access: 'inbox.register',
  body: z.object({
    text: ProblemText,
    aspect: Aspect.default(''),
    class: ProblemClass,
    dueOn: CalendarDate.nullable().default(null),
    version,
  }),
})

export const withdrawIncoming = endpoint({
  ...acting,
  action: 'inbox.withdraw',
  summary: '撤去来件',
  path: '/inbox/:incomingId/withdrawal',
  body: z.object({ reason: IncomingReason, version }),
})
