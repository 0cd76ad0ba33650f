import { daysAfter } from '@duizhao/engine/wording'
import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { record } from '../audit/index.ts'
import { transaction } from '../database/transaction.ts'
import { route } from '../http/route.ts'
import { isWorking, readExceptions, setException } from '../calendar/index.ts'

export function calendarRoutes(app: FastifyInstance): void {
  route(app, endpoints.readCalendar, async ({ query }, { db }) => {
    const exceptions = await readExceptions(db)
    const days = []
    for (let date = `${query.year}-01-01`; date <= `${query.year}-12-31`; date = daysAfter(date, 1))
      days.push({ date, isWorkday: isWorking(date, exceptions), isSetHere: exceptions.has(date) })
    return { days }
  })
  route(app, endpoints.setCalendarDay, ({ params, body }, context) =>
    transaction(context.db, async (tx) => {
      await setException(tx, params.date, body.isWorkday)
      await record(tx, context, { action: 'calendar.setDay', subject: params.date, detail: { ...body } })
    }),
  )
}
