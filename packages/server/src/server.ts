import type { Workshop } from '@duizhao/workshop'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { features } from './features.ts'
import { onThisMachine } from './on-this-machine.ts'
import { coverHistory, keepAnchors, record, recordRefusal, vouchedOf } from './platform/audit/index.ts'
import { ConfigFailure, type ServerConfig } from './platform/config.ts'
import { alone } from './platform/database/alone.ts'
import { keepEmbedded } from './platform/database/keep-embedded.ts'
import { migrate } from './platform/database/migrate.ts'
import { openPool, type Pool } from './platform/database/pool.ts'
import { admitService, excessOf } from './platform/database/service-role.ts'
import { transaction } from './platform/database/transaction.ts'
import type { FileStore } from './platform/file-store.ts'
import { createApp } from './platform/http/app.ts'
import { filesOf } from './files.ts'
import { serverWorkshop } from './workshop.ts'
import { isPlainHttp, PLAIN_HTTP_TODO, plainHttpWords } from './platform/http/plain-http.ts'
import { serveWeb } from './platform/http/static.ts'
import { signedIn } from './office/identity/index.ts'
import { type Queue, startQueue } from './platform/jobs/index.ts'

export interface ServerOptions {
  readonly version: string
  /** Where the built web application lies; without it only the API is served. */
  readonly webFolder?: string
  /** Called on the migrated database before anybody can connect. */
  readonly prepare?: (pool: Pool, files: FileStore) => Promise<void>
}

export interface RunningServer {
  /** `http://host:port` */
  readonly address: string
  /** As its owner. */
  readonly databaseUrl: string
  /** Requests under way finish, jobs under way finish, then the database stops. */
  stop(): Promise<void>
}

/** Starts everything, in order: database, migrations, jobs, HTTP; what started is stopped again if a later step fails. */
export async function startServer(config: ServerConfig, options: ServerOptions): Promise<RunningServer> {
  const undo: (() => Promise<unknown>)[] = []
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step()
  }
  try {
    heedPlainHttp(config)
    const ownerUrl = await openDatabase(config, undo)
    await migrate(ownerUrl)
    const databaseUrl = await serviceUrl(config, ownerUrl)
    const pool = openPool(databaseUrl)
    undo.push(() => pool.close())
    const acting = (now: Date) => onThisMachine(now, '服务')
    await alone(databaseUrl, 'setUp', async () => {
      await options.prepare?.(pool, filesOf(config))
      await coverHistory(pool.patient, vouchedOf(features), acting(new Date()))
    })
    undo.push(await keepAnchors({ db: pool.patient, config, acting, tell }))
    const queue = await openQueue(databaseUrl, pool, config)
    undo.push(() => queue.stop())
    for (const { start } of features)
      await start?.({
        db: pool.patient,
        databaseUrl,
        files: filesOf(config),
        config,
        now: new Date(),
        enqueue: queue.enqueue,
      })
    const app = await openApp(config, { pool, queue, options })
    undo.push(() => app.close())
    const address = addressOf(await app.listen({ host: config.host, port: config.port }), config)
    await recordStart(pool, { version: options.version, excess: await tellExcess(databaseUrl) })
    return { address, databaseUrl: ownerUrl, stop }
  } catch (error) {
    await stop().catch(() => undefined)
    throw error
  }
}

function tell(words: string): void {
  process.stderr.write(`${words}\n`)
}

/** Says so where the service could change its own log; returns why it could, for the log. */
async function tellExcess(databaseUrl: string): Promise<string | null> {
  const excess = await excessOf(databaseUrl)
  if (excess !== null)
    tell(
      `服务连接数据库的账号${excess}，改得了审计日志：请用 DATABASE_OWNER_URL 分开两个账号，或把锚点文件放到别处，见 docs/operations.md“审计日志”。`,
    )
  return excess
}

/** Http that other machines reach is said at every start, or refused if the settings say so. */
function heedPlainHttp(config: ServerConfig): void {
  if (!isPlainHttp(config)) return
  if (config.refusesHttp)
    throw new ConfigFailure(
      `没有启动：要在 ${config.host} 上以 http 提供服务，而 DUIZHAO_REFUSE_HTTP 不许。${PLAIN_HTTP_TODO}`,
    )
  tell(`注意：${plainHttpWords(config)}${PLAIN_HTTP_TODO}`)
}

function addressOf(listening: string, { tls }: ServerConfig): string {
  return tls === undefined ? listening : listening.replace(/^http:/, 'https:')
}

/** Of an external database with one address, whose it is is for its owner to decide. */
async function serviceUrl({ databaseUrl, databaseOwnerUrl }: ServerConfig, ownerUrl: string): Promise<string> {
  if (databaseUrl !== undefined && databaseOwnerUrl === undefined) return databaseUrl
  return admitService(ownerUrl, databaseUrl)
}

/** The address of the database as its owner. */
async function openDatabase(config: ServerConfig, undo: (() => Promise<unknown>)[]): Promise<string> {
  const external = config.databaseOwnerUrl ?? config.databaseUrl
  if (external !== undefined) return external
  const embedded = await keepEmbedded(join(config.dataFolder, 'postgres'), tell)
  undo.push(() => embedded.stop())
  return embedded.url
}

async function openQueue(databaseUrl: string, { patient: db }: Pool, config: ServerConfig): Promise<Queue> {
  const jobs = features.flatMap((feature) => feature.jobs ?? [])
  return startQueue(databaseUrl, jobs, { db, files: filesOf(config), config }, (name, error) =>
    tell(`后台任务 ${name} 出错：${error instanceof Error ? error.message : String(error)}`),
  )
}

/** The audit log says when the service was there, and so when it was not. */
async function recordStart({ db }: Pool, detail: object): Promise<void> {
  const act = { action: 'system.start', subject: '对照', detail: { ...detail } }
  await transaction(db, (tx) => record(tx, onThisMachine(new Date(), '服务'), act))
}

interface AppNeeds {
  readonly pool: Pool
  readonly queue: Pick<Queue, 'enqueue'>
  readonly options: ServerOptions
  readonly workshop?: Workshop
}

/** The HTTP application with all its routes, not yet listening. */
export async function openApp(
  config: ServerConfig,
  { pool, queue, options, workshop = serverWorkshop() }: AppNeeds,
): Promise<FastifyInstance> {
  const app = await createApp({
    config,
    pool,
    files: filesOf(config),
    enqueue: queue.enqueue,
    workshop,
    version: options.version,
    signedIn,
    refused: recordRefusal,
    house: { config, features },
  })
  app.addHook('onClose', async () => workshop.close())
  if (options.webFolder !== undefined) await serveWeb(app, options.webFolder)
  return app
}
