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

/** Everything the application holds about the person who asks. */
export const readOwnRecord = endpoint({
  action: 'home.readOwnRecord',
  summary: '系统里关于我的记录',
  method: 'GET',
  path: '/own-record',
  access: 'signed-in',
  response: z.object({ groups: z.array(z.object({ name: z.string(), lines: z.array(z.string()) })) }),
})
