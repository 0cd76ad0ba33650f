import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { openDatabase, readConfig } from '@duizhao/server'
import { type Load, load } from './load.ts'
import { median, printTable } from './measure.ts'
import { dataFolder, type Service, serve, signIn } from './service-process.ts'

const programs = {
  bare: fileURLToPath(new URL('../packages/server/src/testing/bare-server.ts', import.meta.url)),
  fill: fileURLToPath(new URL('../packages/server/src/testing/fill-search.ts', import.meta.url)),
}

/** Starting, answering a list against a route with nothing around it, and searching. */
export async function benchService(): Promise<void> {
  await benchStart()
  await benchList()
  await benchSearch()
}

const STARTS = 3

async function benchStart(): Promise<void> {
  const times = { first: [] as number[], second: [] as number[], killed: [] as number[] }
  for (let round = 0; round < STARTS; round++) {
    const folder = dataFolder()
    for (const kind of ['first', 'second', 'killed'] as const) {
      const service = await serve(folder)
      times[kind].push(service.startSeconds)
      await (kind === 'second' ? service.kill() : service.stop())
    }
    rmSync(folder, { recursive: true })
  }
  const told = Object.values(times).map((seconds) => `${median(seconds).toFixed(2)} s`)
  printTable(['第一次启动（建库）', '再次启动', '被强行杀掉以后（数据库还在运行）'], [told])
}

/** A service on a new folder, with its database open beside it. */
async function withService(work: (service: Service, database: Opened) => Promise<void>): Promise<void> {
  const folder = dataFolder()
  const service = await serve(folder)
  const database = await openDatabase(readConfig({ DUIZHAO_DATA: folder }))
  try {
    await work(service, database)
  } finally {
    await database.close()
    await service.stop()
    rmSync(folder, { recursive: true })
  }
}

type Opened = Awaited<ReturnType<typeof openDatabase>>

async function rootOf({ pool }: Opened): Promise<string> {
  const { rows } = await pool.query<{ id: string }>('select id from organisation where level = 1')
  return rows[0]?.id ?? ''
}

const ROUNDS = 3
const SECONDS = 4
const CONNECTIONS = [1, 16, 64]

async function benchList(): Promise<void> {
  await withService(async (service, database) => {
    const root = await rootOf(database)
    await database.pool.query(
      `insert into person (id, organisation_id, name, position)
       select gen_random_uuid(), $1, '人员' || n, '科员' from generate_series(1, 200) as n`,
      [root],
    )
    await database.pool.query('vacuum analyze')
    const cookie = await signIn(service, 'xitong')
    const bare = spawn(process.execPath, [programs.bare, database.url, root], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [address] = (await once(createInterface(bare.stdout), 'line')) as [string]
    const port = Number(new URL(address).port)
    const ours = { port: service.port, path: `/api/organisations/${root}/people`, headers: { cookie } }
    // The same hooks, limits, headers and log as the list, and the least a request can ask of the database.
    const least = { port: service.port, path: '/health' }
    const targets = [ours, least, { port, path: '/queried' }, { port, path: '/same' }]
    const rows: string[][] = []
    for (const connections of CONNECTIONS) {
      const rates = await ratesOf(targets, connections)
      const [own = 0, , queried = 0, same = 0] = rates
      const shares = [own / queried, own / same].map((share) => `${(100 * share).toFixed(0)} %`)
      rows.push([String(connections), ...rates.map((rate) => rate.toFixed(0)), ...shares])
    }
    printTable(['同时', '名单', '/health', '裸路由，只查名单', '裸路由，固定内容', '与只查之比', '与固定之比'], rows)
    bare.kill()
  })
}

type Target = Pick<Load, 'port' | 'path' | 'headers'>

/** Answers a second of each target, the median of several rounds in turn, so that what disturbs disturbs all. */
async function ratesOf(targets: readonly Target[], connections: number): Promise<number[]> {
  const rates: number[][] = targets.map(() => [])
  for (const target of targets) await load({ ...target, connections, seconds: 1 })
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, target] of targets.entries())
      rates[index]?.push((await load({ ...target, connections, seconds: SECONDS })).perSecond)
  return rates.map(median)
}

const SIZES = [10_000, 100_000, 1_000_000]
/** A name, a surname's single character, what a tenth are, two words together, nothing. */
const QUESTIONS = ['王建国', '李', '会计', '赵 工程师', '查无此人']

async function benchSearch(): Promise<void> {
  const rows: string[][] = []
  for (const size of SIZES)
    await withService(async (service, database) => {
      const root = await rootOf(database)
      const { status } = spawnSync(process.execPath, [programs.fill, database.url, root, String(size)], {
        stdio: 'inherit',
      })
      if (status !== 0) throw new Error('the search was not filled')
      const wide = await signIn(service, 'xitong')
      // The other one sees one unit of the thousand.
      await database.pool.query(
        `update role_grant set organisation_id = (select id from organisation where level = 2 order by id limit 1)
         where role = 'security_admin'`,
      )
      const narrow = await signIn(service, 'anquan')
      for (const [reader, cookie] of [
        ['全部', wide],
        ['千分之一', narrow],
      ] as const)
        rows.push([String(size), reader, ...(await timesOf(service.port, cookie))])
    })
  printTable(['行', '看得到', ...QUESTIONS.map((question) => `“${question}” 中位 / p99`)], rows)
}

/** Milliseconds of each question, asked one after another. */
async function timesOf(port: number, cookie: string): Promise<string[]> {
  const times: string[] = []
  for (const question of QUESTIONS) {
    const target = { port, path: `/api/search?text=${encodeURIComponent(question)}`, headers: { cookie } }
    await load({ ...target, connections: 1, seconds: 0.5 })
    const { latencies } = await load({ ...target, connections: 1, seconds: 2 })
    const p99 = latencies[Math.floor(latencies.length * 0.99)] ?? Number.NaN
    times.push(`${median(latencies).toFixed(1)} / ${p99.toFixed(1)} ms`)
  }
  return times
}
