import { z } from 'zod'
import { CalendarDate } from '../date.ts'
import { endpoint } from '../endpoint.ts'

export const setCalendarDay = endpoint({
  action: 'calendar.setDay',
  summary: '调整工作日历',
  method: 'PUT',
  path: '/calendar/:date',
  access: 'setting.write',
  isOfWhole: true,
  params: { date: CalendarDate },
  body: z.object({ isWorkday: z.boolean().nullable().describe('null 为恢复国务院安排') }),
})

export const readCalendar = endpoint({
  action: 'calendar.read',
  summary: '工作日历',
  method: 'GET',
  path: '/calendar',
  access: 'signed-in',
  query: { year: z.coerce.number().int().min(2004).max(2100) },
  response: z.object({
    days: z.array(z.object({ date: CalendarDate, isWorkday: z.boolean(), isSetHere: z.boolean() })),
  }),
})
