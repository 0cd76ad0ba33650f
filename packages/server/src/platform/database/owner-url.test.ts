import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg, { escapeIdentifier } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { explainFailure } from '../../explain-failure.ts'
import { startServer } from '../../server.ts'
import { testDatabase } from '../../testing/database.ts'
import { readConfig } from '../config.ts'
import { openDatabase } from './open-database.ts'
import { openPool } from './pool.ts'

// Roles are of the whole server, which other tests use as well.
const name = (of: string): string => `${of}_${randomUUID().slice(0, 8)}`
const [owner, poorOwner, service, other] = [name('owner'), name('poor'), name('Service'), name('other')]
const PASSWORD = 'it’s/long@enough'

let database: Awaited<ReturnType<typeof testDatabase>>
let folder: string
beforeAll(async () => {
  database = await testDatabase('template0')
  folder = await mkdtemp(join(tmpdir(), 'duizhao-owner-'))
  await asSuperuser(`create role ${owner} login createrole password 'owner'`)
  await asSuperuser(`create role ${poorOwner} login password 'owner'`)
  await asSuperuser(`alter database ${new URL(database.url).pathname.slice(1)} owner to ${owner}`)
})
afterAll(async () => {
  for (const role of [service, owner, poorOwner].map(escapeIdentifier))
    await asSuperuser(`drop owned by ${role} cascade`).catch(() => undefined)
  await database.close()
  for (const role of [service, owner, poorOwner].map(escapeIdentifier))
    await asSuperuserElsewhere(`drop role if exists ${role}`)
  await rm(folder, { recursive: true, force: true })
})

async function asSuperuser(statement: string, url = database.url): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function asSuperuserElsewhere(statement: string): Promise<void> {
  const url = new URL(database.url)
  url.pathname = '/postgres'
  return asSuperuser(statement, url.href)
}

function addressOf(role: string, password: string): string {
  const url = new URL(database.url)
  url.username = encodeURIComponent(role)
  url.password = encodeURIComponent(password)
  return url.href
}

const configOf = (settings: Readonly<Record<string, string>>) =>
  readConfig({ DUIZHAO_DATA: folder, DUIZHAO_PORT: '0', DUIZHAO_LOG: 'silent', ...settings })

const apart = () =>
  configOf({ DATABASE_OWNER_URL: addressOf(owner, 'owner'), DATABASE_URL: addressOf(service, PASSWORD) })

/** Starts the service, has `work` done while it runs, and stops it. */
async function served(config: ReturnType<typeof configOf>, work: () => Promise<void> = async () => undefined) {
  const running = await startServer(config, { version: '0' })
  try {
    await work()
  } finally {
    await running.stop()
  }
}

it('an external database of one account becomes one of two: the owner’s, and one that writes the log and cannot change it', async () => {
  await served(configOf({ DATABASE_URL: addressOf(owner, 'owner') }))
  for (let start = 0; start < 2; start += 1)
    await served(apart(), async () => {
      const { db, close } = openPool(addressOf(service, PASSWORD), 2)
      try {
        for (const statement of [
          `update audit_entry set action = ''`,
          'delete from problem_event',
          'truncate audit_entry',
          'alter table audit_entry disable trigger all',
          'delete from audit_head',
          'create table of_the_service (id int)',
          `set role ${owner}`,
        ])
          await expect(sql.raw(statement).execute(db), statement).rejects.toMatchObject({ code: '42501' })
        await sql`update setting set version = version + 1`.execute(db)
      } finally {
        await close()
      }
    })
  // What is done on the machine is done as the owner.
  const { db, close } = await openDatabase(apart())
  const starts = await db.selectFrom('audit_entry').select('detail').where('action', '=', 'system.start').execute()
  expect(starts.map(({ detail }) => (detail as { excess: unknown }).excess)).toEqual(['是这些表的所有者', null, null])
  await close()
})

it('an account that is missing, and cannot be made, is told with the statement that makes it', async () => {
  await asSuperuser(`grant ${owner} to ${poorOwner}`)
  const config = configOf({
    DATABASE_OWNER_URL: addressOf(poorOwner, 'owner'),
    DATABASE_URL: addressOf(other, PASSWORD),
  })
  const failure: unknown = await served(config).catch((error: unknown) => error)
  const words = explainFailure(failure, config)
  expect(words).toContain(`create role "${other}" login`)
  expect(words).not.toContain(PASSWORD)
})

it('two addresses that do not belong together are refused', () => {
  const one = addressOf(owner, 'owner')
  expect(() => configOf({ DATABASE_OWNER_URL: one })).toThrow('要一起写')
  expect(() => configOf({ DATABASE_OWNER_URL: one, DATABASE_URL: one })).toThrow('不同的用户')
  const elsewhere = addressOf(service, PASSWORD).replace(/[^/]+$/, 'elsewhere')
  expect(() => configOf({ DATABASE_OWNER_URL: one, DATABASE_URL: elsewhere })).toThrow('同一个库')
})
