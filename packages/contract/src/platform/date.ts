import { z } from 'zod'

/** A day an office can mean: what is far outside is a slip, and years without four figures are no dates to a database. */
export const CalendarDate = z.iso
  .date({ error: ({ input }) => (typeof input === 'string' && input !== '' ? '没有这个日期' : '请选日期') })
  .refine((date) => date >= '1900-01-01' && date <= '2999-12-31', { error: '日期要在 1900 年到 2999 年之间' })
