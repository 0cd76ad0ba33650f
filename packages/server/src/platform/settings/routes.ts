import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import type { House } from '../feature.ts'
import { route } from '../http/route.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { changeSecurity, changeSettings, decideApprovals } from './change-settings.ts'
import { readSettings } from './queries.ts'

export function settingRoutes(app: FastifyInstance, { config: { smtpUrl } }: House): void {
  calendarRoutes(app)
  const mailIsConfigured = smtpUrl !== undefined
  route(app, endpoints.readSettings, async (_, { db }) => ({ ...(await readSettings(db)), mailIsConfigured }))
  route(app, endpoints.changeSettings, async ({ body }, context) => ({
    ...(await changeSettings(context, body)),
    mailIsConfigured,
  }))
  route(app, endpoints.decideApprovals, async ({ body }, context) => ({
    ...(await decideApprovals(context, body)),
    mailIsConfigured,
  }))
  route(app, endpoints.changeSecuritySettings, async ({ body }, context) => ({
    ...(await changeSecurity(context, body)),
    mailIsConfigured,
  }))
}
