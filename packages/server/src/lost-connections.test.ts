import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { endpoints, RefusedCall } from '@duizhao/contract'
import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Pool } from './platform/database/pool.ts'
import { testDatabase } from './testing/database.ts'
import { type RemoteCaller, type ServerProcess, signInAt, startProcess } from './testing/server-process.ts'

let database: Pool & { readonly url: string }
let folder: string
let owner: pg.Client
const servers: ServerProcess[] = []

beforeEach(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'duizhao-lost-'))
  owner = new pg.Client({ connectionString: database.url, application_name: 'owner' })
  await owner.connect()
})
afterEach(async () => {
  for (const server of servers.splice(0)) await server.kill()
  await owner.end()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

async function start(): Promise<ServerProcess> {
  const server = await startProcess(folder, { databaseUrl: database.url })
  servers.push(server)
  return server
}

/** Ends every other connection of the database, as a restart or `pg_terminate_backend` does. */
async function endConnections(): Promise<number> {
  const { rowCount } = await owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  )
  return rowCount ?? 0
}

interface Writing {
  readonly written: string[]
  readonly refused: RefusedCall[]
  stop(): Promise<void>
}

/** Writes people one after the other until it is stopped, whatever is answered in between. */
function keepWriting(caller: RemoteCaller, organisationId: string, prefix: string): Writing {
  const written: string[] = []
  const refused: RefusedCall[] = []
  let isOn = true
  const done = (async () => {
    for (let number = 0; isOn; number++) {
      const name = `${prefix}之${number}`
      const body = { name, position: '干部', email: '', isPartyMember: true }
      try {
        await caller.call(endpoints.createPerson, { params: { organisationId }, body })
        written.push(name)
      } catch (error) {
        if (!(error instanceof RefusedCall)) throw error
        refused.push(error)
        await wait(20)
      }
    }
  })()
  return {
    written,
    refused,
    stop: () => {
      isOn = false
      return done
    },
  }
}

async function rootOf(caller: RemoteCaller): Promise<string> {
  const { items } = await caller.call(endpoints.listOrganisationRoots, {})
  return items[0]?.id ?? ''
}

async function missing(names: readonly string[]): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>('select name from person')
  const kept = new Set(rows.map(({ name }) => name))
  return names.filter((name) => !kept.has(name))
}

async function until(is: () => boolean | Promise<boolean>, longest: number): Promise<void> {
  const end = Date.now() + longest
  while (!(await is())) {
    if (Date.now() > end) throw new Error('it did not come to be')
    await wait(50)
  }
}

it('outlives the loss of every connection while writing, answers that it cannot, and loses nothing', async () => {
  const server = await start()
  const caller = await signInAt(server.address)
  const root = await rootOf(caller)
  const writers = Array.from({ length: 6 }, (_, index) => keepWriting(caller, root, `写手${index}`))
  for (let round = 0; round < 5; round++) {
    const before = writers.reduce((sum, { written }) => sum + written.length, 0)
    await until(() => writers.reduce((sum, { written }) => sum + written.length, 0) > before + 20, 20_000)
    expect(await endConnections()).toBeGreaterThan(1)
  }
  const before = writers.reduce((sum, { written }) => sum + written.length, 0)
  await until(() => writers.reduce((sum, { written }) => sum + written.length, 0) > before + 20, 20_000)
  for (const writer of writers) await writer.stop()
  expect(server.isAlive()).toBe(true)
  const refused = writers.flatMap((writer) => writer.refused.map(({ refusal }) => `${refusal.status} ${refusal.code}`))
  expect(refused.length).toBeGreaterThan(0)
  expect([...new Set(refused)]).toEqual(['503 unavailable'])
  expect(await missing(writers.flatMap(({ written }) => written))).toEqual([])
})

it('lets the others write again when one server is frozen in the middle of its writes', async () => {
  const [frozen, healthy] = [await start(), await start()]
  const caller = await signInAt(frozen.address)
  const root = await rootOf(caller)
  const stuck = Array.from({ length: 6 }, (_, index) => keepWriting(caller, root, `冻住${index}`))
  const going = Array.from({ length: 6 }, (_, index) => keepWriting(caller.at(healthy.address), root, `照常${index}`))
  // Frozen outside a transaction it holds nobody up: until it is caught in one.
  for (;;) {
    await wait(200)
    frozen.freeze()
    await wait(300)
    const { rowCount } = await owner.query(
      `select from pg_stat_activity where datname = current_database() and state = 'idle in transaction'
         and now() - state_change > interval '0.25 s'`,
    )
    if ((rowCount ?? 0) > 0) break
    frozen.thaw()
  }
  const written = (): number => going.reduce((sum, writer) => sum + writer.written.length, 0)
  const before = written()
  // Some times over: who of the frozen one waited for the lock is given it as the first is ended, and is ended in turn.
  await until(() => written() > before + 20, 50_000)
  frozen.thaw()
  for (const writer of [...going, ...stuck]) await writer.stop()
  expect([frozen.isAlive(), healthy.isAlive()]).toEqual([true, true])
  expect(await missing([...going, ...stuck].flatMap((writer) => writer.written))).toEqual([])
}, 120_000)

it('says whether the database is there while all other connections wait', async () => {
  const server = await start()
  const caller = await signInAt(server.address)
  const root = await rootOf(caller)
  await owner.query('begin; lock table person in access exclusive mode')
  const waiting = Array.from({ length: 40 }, () =>
    caller.call(endpoints.listPeople, { params: { organisationId: root } }).catch(() => undefined),
  )
  await wait(1_000)
  const health = await fetch(`${server.address}/health`)
  expect([health.status, await health.json()]).toEqual([200, { database: 'ok' }])
  await owner.query('rollback')
  await Promise.all(waiting)
})
