import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { atLeast, textOf } from '../../platform/text.ts'
import { matterEndings } from '../matters/index.ts'
import { IncomingKind, incomingKinds, senderKinds } from './incoming-kinds.ts'
import { incomingActions, incomingStates } from './incoming-states.ts'

/** What is written down of what came in. Who it came from is for those alone who handle it. */
export const IncomingFields = z.object({
  kind: IncomingKind,
  senderKind: z.enum(senderKinds, '请选来件人是谁').default('person'),
  sender: textOf('来件人', 60).default(''),
  contact: textOf('联系方式', 60).default('').describe('答复时用'),
  text: textOf('内容', 2000).min(...atLeast(5, '请写明来件的内容')),
  receivedOn: CalendarDate,
  aboutId: z.uuid().nullable().default(null).describe('反映的是谁；没有的为空'),
  aboutOrganisationId: z.uuid().nullable().default(null).describe('反映的是哪个单位；没有的为空'),
  dueOn: CalendarDate.nullable().default(null).describe('答应的办理期限；空为按种类算，信访事项只按条例算'),
})
export type IncomingFields = z.infer<typeof IncomingFields>

export const IncomingReason = textOf('说明', 500).min(...atLeast(5, '请写明说明'))
export const MissingText = textOf('缺的材料', 1000).min(...atLeast(2, '请一次写全还缺什么'))

const Named = z.object({ id: z.uuid(), name: z.string() })

/** What came in as lists show it. */
export const Incoming = z.object({
  id: z.uuid(),
  kind: z.enum(incomingKinds),
  state: z.enum(incomingStates),
  text: z.string(),
  receivedOn: CalendarDate,
  dueOn: CalendarDate,
  overdueDays: z.int().describe('超期几个工作日；没有超期的为 0'),
  organisation: Named.describe('现在由哪个单位办'),
  firstReceiver: Named.describe('首问的单位'),
  offeredTo: Named.nullable().describe('转给了哪个单位，还没有接收的'),
  handler: Named.nullable().describe('承办人；还没有受理的为空'),
  told: z.int().describe('告知过几次缺什么'),
  passed: z.int().describe('转办过几次'),
  outcome: z
    .object({
      ending: z.enum(matterEndings),
      reason: z.string(),
      on: CalendarDate,
      isInTime: z.boolean(),
      problem: z.object({ id: z.uuid(), number: z.int() }).nullable(),
    })
    .nullable()
    .describe('还没有办结的为空'),
  version: z.int(),
})
export type Incoming = z.infer<typeof Incoming>

export const IncomingEvent = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  by: z.string(),
  organisation: z.string(),
  actionName: z.string(),
  text: z.string(),
})
export type IncomingEvent = z.infer<typeof IncomingEvent>

/** All of it, for who may handle it or watch over it. */
export const IncomingDetail = Incoming.extend({
  senderKind: z.enum(senderKinds),
  sender: z.string().nullable().describe('来件人；不给看的为空'),
  contact: z.string().nullable(),
  about: Named.nullable(),
  aboutOrganisation: Named.nullable(),
  acceptedOn: CalendarDate.nullable(),
  extendedOn: CalendarDate.nullable(),
  events: z.array(IncomingEvent).describe('经过，最早的在前'),
  actions: z.array(z.enum(incomingActions)).describe('现在可以办的'),
})
export type IncomingDetail = z.infer<typeof IncomingDetail>

/** What came in and what became of it, of one kind: stock and flow (存量、增量、化解). */
export const IncomingCount = z.object({
  kind: z.enum(incomingKinds),
  stock: z.int().describe('期初还没有办结的'),
  received: z.int().describe('期内收到的'),
  ended: z.int().describe('期内办结的'),
  inTime: z.int().describe('其中按期办结的'),
  notAdopted: z.int().describe('其中不采纳的'),
  open: z.int().describe('期末还没有办结的'),
  overdue: z.int().describe('其中已超期的'),
})
export type IncomingCount = z.infer<typeof IncomingCount>
