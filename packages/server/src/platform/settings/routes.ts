import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { route } from '../http/route.ts'
import { changeSettings } from './change-settings.ts'
import { readSettings } from './queries.ts'

export function settingRoutes(
  app: FastifyInstance,
  { mailIsConfigured }: { readonly mailIsConfigured: boolean },
): void {
  route(app, endpoints.readSettings, async (_, { db }) => ({ ...(await readSettings(db)), mailIsConfigured }))
  route(app, endpoints.changeSettings, async ({ body }, context) => ({
    ...(await changeSettings(context, body)),
    mailIsConfigured,
  }))
}
