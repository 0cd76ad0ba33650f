import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '../platform/config.ts'
import { record } from '../platform/audit/index.ts'
import type { Pool } from '../platform/database/pool.ts'
import { transaction } from '../platform/database/transaction.ts'
import { onThisMachine } from '../on-this-machine.ts'
import { startServer } from '../server.ts'
import { testDatabase } from '../testing/database.ts'
import { openMailServer } from '../testing/mail-server.ts'
import { checks, type Diagnosis, examine } from './examine.ts'

const TLS = join(import.meta.dirname, '../testing/tls')
const NOW = new Date()
const DAY = 86_400_000

let database: Pool & { readonly url: string }
let folder: string
beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'duizhao-doctor-'))
  await asSuperuser(`create role ${service} login password 'service'`)
  await backedUp(NOW)
})
afterAll(async () => {
  await database.close()
  await asSuperuser(`drop role ${service}`)
  await rm(folder, { recursive: true, force: true })
})

function backedUp(at: Date): Promise<void> {
  const act = { action: 'system.backup', subject: '备份' }
  return transaction(database.db, (tx) => record(tx, onThisMachine(at), act))
}

type Settings = Readonly<Record<string, string | undefined>>

/** Roles are of the whole server, which other tests use as well. */
const service = `doctor_${randomUUID().slice(0, 8)}`

function serviceUrl(): string {
  const url = new URL(database.url)
  url.username = service
  url.password = 'service'
  return url.href
}

async function asSuperuser(statement: string): Promise<void> {
  const url = new URL(database.url)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** Settings with which the doctor finds nothing to say. */
const healthy = (): Settings => ({
  DUIZHAO_DATA: folder,
  DUIZHAO_PORT: '0',
  DATABASE_URL: serviceUrl(),
  DATABASE_OWNER_URL: database.url,
  DUIZHAO_BACKUP: folder,
  DUIZHAO_PASSPHRASE: '备份的口令一二三',
})

async function examined(settings: Settings = {}, now = NOW): Promise<readonly Diagnosis[]> {
  return examine(readConfig({ ...healthy(), ...settings }), now)
}

const unwellIn = (found: readonly Diagnosis[]): Record<string, string> =>
  Object.fromEntries(found.filter(({ isWell }) => isWell === false).map(({ id, found: words }) => [id, words]))

/** What is wrong, and what is then found: by the check of that name, and by no other but those that follow from it. */
const wrong: readonly (readonly [ids: string, settings: () => Settings, found: RegExp])[] = [
  ['data-folder', () => ({ DUIZHAO_DATA: join(folder, 'file', 'data') }), /file.*路径里已经有一个文件/],
  [
    'port',
    () => ({ DUIZHAO_HOST: '192.0.2.1', DUIZHAO_HTTPS: 'true', DUIZHAO_TRUST_PROXY: '10.0.0.1', DUIZHAO_PORT: '9' }),
    /没有地址 192\.0\.2\.1/,
  ],
  ['backup-folder', () => ({ DUIZHAO_BACKUP: '' }), /没有设自动备份/],
  ['database', () => ({ DATABASE_OWNER_URL: database.url.replace(/:[^:@/]+@/, ':wrong@') }), /不接受这个用户或口令/],
  [
    'database-account',
    () => ({ DATABASE_URL: database.url, DATABASE_OWNER_URL: undefined }),
    /改得了：连接数据库的账号是超级用户/,
  ],
  ['passphrase', () => ({ DUIZHAO_PASSPHRASE: '' }), /备份不加密/],
  ['http', () => ({ DUIZHAO_HOST: '0.0.0.0' }), /在 0\.0\.0\.0 上以 http/],
  ['http-refused http', () => ({ DUIZHAO_HOST: '0.0.0.0', DUIZHAO_REFUSE_HTTP: 'true' }), /DUIZHAO_REFUSE_HTTP 不许/],
  [
    'certificate certificate-ahead',
    () => ({ DUIZHAO_TLS_CERT: join(TLS, 'first.cert.pem'), DUIZHAO_TLS_KEY: join(TLS, 'second.key.pem') }),
    /不是证书/,
  ],
  ['proxy', () => ({ DUIZHAO_HTTPS: 'true' }), /却没有写它的地址/],
  ['proxy', () => ({ DUIZHAO_TRUST_PROXY: '127.0.0.1,0.0.0.0/0' }), /^0\.0\.0\.0\/0 太宽/],
  ['mail', () => ({ DUIZHAO_SMTP: 'smtp://127.0.0.1:1' }), /邮件服务器不行/],
]

it('finds nothing to say of an installation that is set up well', async () => {
  const found = await examined({
    DUIZHAO_TLS_CERT: join(TLS, 'first.cert.pem'),
    DUIZHAO_TLS_KEY: join(TLS, 'first.key.pem'),
  })
  expect(unwellIn(found)).toEqual({})
  expect(found.find(({ id }) => id === 'schema')?.isWell).toBe(true)
})

it.each(wrong)('%s is told', async (ids, settings, words) => {
  await writeFile(join(folder, 'file'), '')
  const found = unwellIn(await examined(settings()))
  expect(Object.keys(found).toSorted()).toEqual(ids.split(' ').toSorted())
  expect(found[ids.split(' ')[0] ?? '']).toMatch(words)
})

it('a port that is taken is told', async () => {
  const taken = createServer()
  await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening))
  const address = taken.address()
  const port = String(typeof address === 'object' && address !== null ? address.port : 0)
  const found = unwellIn(await examined({ DUIZHAO_PORT: port }))
  taken.close()
  expect(Object.keys(found)).toEqual(['port'])
  expect(found['port']).toContain(`端口 ${port} 已被别的程序占用`)
})

it.each([
  ['http', {}],
  ['https', { DUIZHAO_TLS_CERT: join(TLS, 'first.cert.pem'), DUIZHAO_TLS_KEY: join(TLS, 'first.key.pem') }],
])('a port with this service on it, by %s at its own address, is not called taken', async (_, tls: Settings) => {
  // The other addresses of the machine are somebody else's.
  const settings = { ...healthy(), ...tls, DUIZHAO_HOST: '127.0.0.2', DUIZHAO_LOG: 'silent' }
  const running = await startServer(readConfig(settings), { version: '0.0.0' })
  const port = new URL(running.address).port
  try {
    const found = await examine(readConfig({ ...settings, DUIZHAO_PORT: port }), NOW)
    expect(found.find(({ id }) => id === 'port')).toMatchObject({ isWell: null, found: `${port} 上正运行着对照` })
  } finally {
    await running.stop()
  }
})

it('a mail server that speaks no TLS is told where TLS is required', async () => {
  const server = await openMailServer()
  expect(Object.keys(unwellIn(await examined({ DUIZHAO_SMTP: server.url })))).toEqual(['mail'])
  expect(unwellIn(await examined({ DUIZHAO_SMTP: server.url, DUIZHAO_SMTP_TLS: 'false' }))).toEqual({})
  await server.close()
})

it('a certificate that ends soon is told before it does', async () => {
  const pair = { DUIZHAO_TLS_CERT: join(folder, 'c.pem'), DUIZHAO_TLS_KEY: join(folder, 'k.pem') }
  await copyFile(join(TLS, 'first.cert.pem'), pair.DUIZHAO_TLS_CERT)
  await copyFile(join(TLS, 'first.key.pem'), pair.DUIZHAO_TLS_KEY)
  const ends = new Date((await endOf(pair)) ?? '')
  const ids = async (days: number) => Object.keys(unwellIn(await examined(pair, new Date(ends.getTime() + days * DAY))))
  expect(await ids(-10)).toEqual(['backup', 'certificate-ahead'])
  expect(await ids(2)).toEqual(['backup', 'certificate', 'certificate-ahead'])
})

/** The day a certificate ends, as the doctor tells it. */
async function endOf(pair: Settings): Promise<string | undefined> {
  return (await examined(pair)).find(({ id }) => id === 'certificate')?.found.split(' ')[0]
}

it('an old backup, a newer database and a clock that was set back are told', async () => {
  const inTenDays = new Date(NOW.getTime() + 10 * DAY)
  expect(unwellIn(await examined({}, inTenDays))).toEqual({ backup: '10 天前做的' })
  await sql`insert into migration (name) values ('9999-of-the-future.sql')`.execute(database.db)
  expect(unwellIn(await examined())).toEqual({ schema: '数据库比程序新' })
  await sql`delete from migration where name like '9999%'`.execute(database.db)
  await backedUp(inTenDays)
  expect(unwellIn(await examined())['clock']).toContain('时钟往回拨过')
})

it('every question has been answered with no, but for what no test can make so', () => {
  const asked = new Set([...wrong.flatMap(([ids]) => ids.split(' ')), 'schema', 'clock', 'backup'])
  const others = checks.map(({ id }) => id).filter((id) => !asked.has(id))
  expect(others).toEqual(['node', 'space', 'space-ahead', 'database-version'])
})
