import { z } from 'zod'
import { CalendarDate } from '../date.ts'
import { endpoint } from '../endpoint.ts'

/** Something one has to do, in order of date. */
export const Task = z.object({
  id: z.string(),
  title: z.string(),
  /** Why, or where it comes from. */
  context: z.string(),
  link: z.string(),
  dueOn: CalendarDate.nullable(),
})

export const readHome = endpoint({
  action: 'home.read',
  summary: '我今天要做的事',
  method: 'GET',
  path: '/home',
  access: 'signed-in',
  response: z.object({
    today: CalendarDate,
    tasks: z.array(Task.extend({ overdueDays: z.int().describe('超期几个工作日') })),
  }),
})

/** How something that one answers for stands: what it is, how it is now, and where it is looked after. */
export const HomeFact = z.object({
  id: z.string(),
  name: z.string(),
  value: z.string(),
  link: z.string().nullable().describe('在哪里看、在哪里办；空为不在网页上办'),
  isAmiss: z.boolean().describe('要有人管'),
})
export type HomeFact = z.infer<typeof HomeFact>

export const readHomeFacts = endpoint({
  action: 'home.readFacts',
  summary: '我管的事现在怎样',
  method: 'GET',
  path: '/home-facts',
  access: 'signed-in',
  response: z.object({ facts: z.array(HomeFact) }),
})

/** Everything the application holds about the person who asks. */
export const readOwnRecord = endpoint({
  action: 'home.readOwnRecord',
  summary: '系统里关于我的记录',
  method: 'GET',
  path: '/own-record',
  access: 'signed-in',
  response: z.object({ groups: z.array(z.object({ name: z.string(), lines: z.array(z.string()) })) }),
})
