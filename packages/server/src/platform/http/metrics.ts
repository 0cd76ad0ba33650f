import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Pool } from '../database/pool.ts'

const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

interface Series {
  count: number
  seconds: number
  readonly buckets: number[]
}

/**
 * `/health`: 200 if the database answers, 503 if not. `/metrics`: requests by route and status with their durations,
 * memory and connections, in the text format of Prometheus; only for callers on the machine itself.
 */
export function measureRequests(app: FastifyInstance, { pool, isReachable }: Pool): void {
  const series = new Map<string, Series>()
  app.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.config.leavesNoTrace === true) return
    const labels = `method="${request.method}",route="${request.routeOptions.url ?? ''}",status="${reply.statusCode}"`
    const one = series.get(labels) ?? { count: 0, seconds: 0, buckets: BOUNDS.map(() => 0) }
    const seconds = reply.elapsedTime / 1000
    one.count += 1
    one.seconds += seconds
    BOUNDS.forEach((bound, index) => {
      if (seconds <= bound) one.buckets[index] = (one.buckets[index] ?? 0) + 1
    })
    series.set(labels, one)
  })
  app.get('/health', async (_, reply) => {
    const answers = await isReachable()
    return reply.code(answers ? 200 : 503).send({ database: answers ? 'ok' : 'unreachable' })
  })
  app.get('/metrics', async (request, reply) => {
    if (!isFromHere(request)) return reply.callNotFound()
    const lines = [
      '# TYPE duizhao_http_seconds histogram',
      ...[...series].flatMap(([labels, one]) => histogram(labels, one)),
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
      '# TYPE duizhao_database_connections gauge',
      `duizhao_database_connections{state="open"} ${pool.totalCount}`,
      `duizhao_database_connections{state="waiting"} ${pool.waitingCount}`,
    ]
    return reply.type('text/plain; version=0.0.4').send(`${lines.join('\n')}\n`)
  })
}

const HERE = ['127.0.0.1', '::1', '::ffff:127.0.0.1']
const OF_PROXIES = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']

/** True if the caller itself sits on this machine: what a proxy on it passes on comes from elsewhere, whatever it says. */
function isFromHere({ socket, headers }: FastifyRequest): boolean {
  return HERE.includes(socket.remoteAddress ?? '') && OF_PROXIES.every((name) => headers[name] === undefined)
}

function histogram(labels: string, { count, seconds, buckets }: Series): string[] {
  return [
    ...BOUNDS.map((bound, index) => `duizhao_http_seconds_bucket{${labels},le="${bound}"} ${buckets[index] ?? 0}`),
    `duizhao_http_seconds_bucket{${labels},le="+Inf"} ${count}`,
    `duizhao_http_seconds_sum{${labels}} ${seconds}`,
    `duizhao_http_seconds_count{${labels}} ${count}`,
  ]
}
