import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { defaultSettings, endpoints, type RefusedCall } from '@duizhao/contract'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { migrate } from './platform/database/migrate.ts'
import { type MailServer, openMailServer } from './testing/mail-server.ts'
import { type Office, openOffice } from './testing/office.ts'
import { startProcess, type ServerProcess, signInAt } from './testing/server-process.ts'

let office: Office
let folder: string
let mail: MailServer
const servers: ServerProcess[] = []
const addresses = (): [string, string] => [servers[0]?.address ?? '', servers[1]?.address ?? '']

beforeAll(async () => {
  office = await openOffice()
  mail = await openMailServer()
  folder = await mkdtemp(join(tmpdir(), 'duizhao-side-by-side-'))
  const settings = { ...defaultSettings, mail: { isOn: true, from: 'duizhao@linjiang.example' } }
  await office.pool.db
    .insertInto('setting')
    .values({ content: JSON.stringify(settings) })
    .execute()
  // Both at once: the job tables do not exist yet, so the two meet while creating them.
  const options = { databaseUrl: office.pool.url, smtpUrl: mail.url }
  servers.push(...(await Promise.all([0, 1].map(() => startProcess(folder, options)))))
})
afterAll(async () => {
  for (const server of servers) await server.kill()
  await mail.close()
  await office.close()
  await rm(folder, { recursive: true, force: true })
})

async function refusalOf(called: Promise<unknown>): Promise<unknown> {
  return called.then(
    () => 'done',
    (error: RefusedCall) => error.refusal.code,
  )
}

it('a session begun at one server is valid at the other, until it is ended at either', async () => {
  const [first, second] = addresses()
  const { login } = await office.register(office.city, 'system_admin')
  const atFirst = await signInAt(first, login)
  const atSecond = atFirst.at(second)
  const { items } = await atSecond.call(endpoints.listOrganisationRoots, {})
  expect(items.map(({ name }) => name)).toEqual(['临江市委'])
  await atFirst.call(endpoints.signOut, {})
  expect(await refusalOf(atSecond.call(endpoints.listOrganisationRoots, {}))).toBe('unauthenticated')
})

it('a role given or taken back at one server holds at both from the next request on', async () => {
  const [first, second] = addresses()
  const handler = await office.register(office.water, null)
  const security = await office.register(office.city, 'security_admin')
  const [atFirst, admin] = [await signInAt(first, handler.login), await signInAt(second, security.login)]
  const people = { params: { organisationId: office.water.id } }
  const atBoth = (): Promise<unknown[]> =>
    Promise.all([first, second].map((address) => refusalOf(atFirst.at(address).call(endpoints.listPeople, people))))
  expect(await atBoth()).toEqual(['forbidden', 'forbidden'])
  const body = { accountId: handler.accountId, role: 'handler' } as const
  const { id } = await admin.call(endpoints.giveGrant, { params: { organisationId: office.water.id }, body })
  expect(await atBoth()).toEqual(['done', 'done'])
  await admin.call(endpoints.revokeGrant, { params: { grantId: id } })
  expect(await atBoth()).toEqual(['forbidden', 'forbidden'])
})

const MAILS = 8

it('a job is done once, by one of the servers, whichever it was given to', async () => {
  const security = await office.register(office.city, 'security_admin')
  const admin = await signInAt(addresses()[0], security.login)
  const expected: string[] = []
  for (let number = 0; number < MAILS; number++) {
    const { accountId, personId } = await office.register(office.water, null)
    const email = `handler${number}@linjiang.example`
    await office.pool.db.updateTable('person').set({ email }).where('id', '=', personId).execute()
    const given = { params: { organisationId: office.water.id }, body: { accountId, role: 'handler' } } as const
    await admin.at(addresses()[number % 2] ?? '').call(endpoints.giveGrant, given)
    expected.push(email)
  }
  const arrived = (): string[] => mail.mails.flatMap(({ to }) => to).filter((to) => expected.includes(to))
  while (arrived().length < MAILS) await wait(100)
  // As long as a server waits between two looks at the queue: whoever did not get a job would have taken it by then.
  await wait(2_500)
  expect(arrived().toSorted()).toEqual(expected.toSorted())
})

it('of several that migrate an empty database at once, one does it and the others find it done', async () => {
  const server = inject('postgres')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`create database ${name} template template0`)
  const url = server.replace(/\/[^/]*$/, `/${name}`)
  const applied = await Promise.all([0, 1, 2, 3].map(() => migrate(url)))
  const counts = applied.map((names) => names.length).toSorted((a, b) => b - a)
  expect(counts).toEqual([expect.any(Number), 0, 0, 0])
  expect(counts[0]).toBeGreaterThan(0)
  expect(await migrate(url)).toEqual([])
  await client.query(`drop database ${name} with (force)`)
  await client.end()
})
