import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import { endpoints, openApi } from '@duizhao/contract'
import type { Workshop } from '@duizhao/workshop'
import fastify, { type FastifyInstance, type FastifyRequest, type FastifyServerFactory } from 'fastify'
import type { ServerConfig, TlsFiles } from '../config.ts'
import type { Context, Origin } from '../context.ts'
import type { Pool } from '../database/pool.ts'
import type { FileStore } from '../file-store.ts'
import type { House } from '../feature.ts'
import type { Enqueue } from '../jobs/index.ts'
import { serveApiPage } from './api-page.ts'
import { limitRequests } from './limits.ts'
import { measureRequests } from './metrics.ts'
import { explainRefusals } from './refusals.ts'
import type { RequestScope } from './route.ts'
import { tlsServer } from './tls.ts'

export interface AppParts {
  readonly config: ServerConfig
  readonly pool: Pool
  readonly files: FileStore
  readonly enqueue: Enqueue
  readonly workshop: Workshop
  readonly version: string
  /** Finds who a request comes from; refuses it if nobody is signed in or the change carries no token. */
  readonly signedIn: (
    context: Context,
    request: FastifyRequest,
    endpoint: Parameters<RequestScope['signedIn']>[1],
  ) => ReturnType<RequestScope['signedIn']>
  /** Told of what a signed-in request is refused with. */
  readonly refused: RequestScope['refused']
  readonly house: House
}

const REQUEST_TIMEOUT = 300_000

const CONTENT_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    // Ant Design puts its styles into the page while it runs; scripts stay strict.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    workerSrc: ["'self'"],
    manifestSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
}

/** The HTTP application without a port: routes, refusals, security headers, limits, health, metrics, API description. */
export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  const { config, pool, files, enqueue, workshop, version } = parts
  const app = fastify({
    trustProxy: [...config.proxies],
    ...(config.tls === undefined ? {} : { serverFactory: overTls(config.tls) }),
    // Whoever sends a body drop by drop does not hold a connection for ever; the largest file over a slow line gets through.
    requestTimeout: REQUEST_TIMEOUT,
    genReqId: () => randomUUID(),
    bodyLimit: 2 * 1024 * 1024,
    forceCloseConnections: 'idle',
    // A response schema that does not fit is a bug of ours and must not pass silently.
    ajv: { customOptions: { strict: false } },
    logger: {
      level: config.logLevel,
      // No personal data in logs: neither addresses with what was searched for, nor headers.
      serializers: { req: ({ method, routeOptions }) => ({ method, route: routeOptions?.url ?? '' }) },
    },
  })
  const origin = (request: FastifyRequest): Origin => ({
    address: request.ip,
    device: (request.headers['user-agent'] ?? '').slice(0, 200),
    requestId: request.id,
  })
  const open: RequestScope['open'] = (request, { isLong }) => ({
    db: isLong ? pool.patient : pool.db,
    now: new Date(),
    origin: origin(request),
    files,
    enqueue,
    workshop,
  })
  app.decorate('scope', {
    open,
    signedIn: (request, endpoint) => parts.signedIn(open(request, endpoint), request, endpoint),
    refused: parts.refused,
  } satisfies RequestScope)
  letGoWhenClosing(app)
  keepOutOfCaches(app)
  explainRefusals(app)
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: CONTENT_POLICY,
    strictTransportSecurity: config.isHttps,
    referrerPolicy: { policy: 'no-referrer' },
  })
  await limitRequests(app)
  await app.register(multipart, { limits: { files: 1, fields: 4 } })
  measureRequests(app, pool)
  let description: string | null = null
  app.get('/api/openapi.json', (_, reply) => {
    description ??= JSON.stringify(openApi(Object.values(endpoints), version))
    return reply.type('application/json; charset=utf-8').send(description)
  })
  serveApiPage(app, version)
  for (const { routes } of parts.house.features) routes?.(app, parts.house)
  return app
}

/** A server of our own has to be given the bounds the framework gives its own. */
function overTls(files: TlsFiles): FastifyServerFactory {
  return (handler, { keepAliveTimeout }) => {
    const server = tlsServer(files, handler, (words) => process.stderr.write(`${words}\n`))
    return Object.assign(server, { requestTimeout: REQUEST_TIMEOUT, keepAliveTimeout })
  }
}

/**
 * Once the application closes, every answer ends its connection: a browser keeps an idle one open for more than a minute,
 * and closing would wait for it.
 */
function letGoWhenClosing(app: FastifyInstance): void {
  let isClosing = false
  app.addHook('preClose', (done) => {
    isClosing = true
    done()
  })
  app.addHook('onSend', (_, reply, payload, done) => {
    if (isClosing) reply.header('connection', 'close')
    done(null, payload)
  })
}

/** What the API answers is for the one who asked: no browser and no proxy keeps a copy. */
function keepOutOfCaches(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    done(null, payload)
  })
}
