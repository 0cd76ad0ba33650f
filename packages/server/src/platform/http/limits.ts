import { createHash } from 'node:crypto'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { busy } from '../refusal.ts'

/** Requests a minute. A whole office may come from one address, behind a proxy or a router; a session is one person. */
const OF_ADDRESS = 6_000
const OF_SESSION = 1_200
const timeWindow = '1 minute'

/** Limits what one address and one session may ask of the API; the application's own files are not counted. */
export async function limitRequests(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, {
    max: OF_ADDRESS,
    timeWindow,
    allowList: ({ url }) => !url.startsWith('/api/'),
  })
  const countSession = app.createRateLimit({
    max: OF_SESSION,
    timeWindow,
    keyGenerator: ({ headers }) =>
      createHash('sha256')
        .update(headers.cookie ?? '')
        .digest('base64url'),
  })
  app.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/api/') || request.headers.cookie === undefined) return
    const limit = await countSession(request)
    if (!limit.isAllowed && limit.isExceeded) throw busy('请求太多了。', '请过一会儿再试。')
  })
}
