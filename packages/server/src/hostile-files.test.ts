import { setTimeout as wait } from 'node:timers/promises'
import { endpoints, RefusedCall, type Role } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openApp } from './server.ts'
import { type Caller, signInAs } from './testing/client.ts'
import { largeSheet, swollenPdf } from './testing/hostile-documents.ts'
import { type Office, openOffice, PASSWORD, testConfig } from './testing/office.ts'
import { serverWorkshop } from './workshop.ts'

let office: Office
/** The same office with little time and memory for each file, so that the tests take less of both. */
let app: FastifyInstance
const organisers: Caller[] = []
let system: Caller
beforeAll(async () => {
  office = await openOffice()
  app = await openApp(
    { ...testConfig, dataFolder: office.filesFolder },
    {
      pool: office.pool,
      queue: { enqueue: async () => undefined },
      options: { version: '0' },
      workshop: serverWorkshop({ milliseconds: 6_000, megabytes: 400 }),
    },
  )
  const employ = async (role: Role): Promise<Caller> =>
    signInAs(app, (await office.register(office.city, role)).login, PASSWORD)
  for (let at = 0; at < 3; at++) organisers.push(await employ('organiser'))
  system = await employ('system_admin')
})
afterAll(async () => {
  await app.close()
  await office.close()
})

const preview = (by: Caller, bytes: Uint8Array, name: string): Promise<unknown> =>
  by.call(endpoints.previewLedgerImport, {
    params: { organisationId: office.city.id },
    file: new File([new Uint8Array(bytes)], name),
  })

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((caught: unknown) => caught)
  if (!(error instanceof RefusedCall)) throw error instanceof Error ? error : new Error('was not refused')
  return `${error.refusal.status} ${error.refusal.title}`
}

it('files made to stop the service cost a sentence each, and pages answer meanwhile', async () => {
  const swollen = swollenPdf(800)
  const sheet = largeSheet(40_000, 26)
  const answers = Promise.all([
    ...organisers.slice(0, 2).map((by, at) => refusalOf(preview(by, swollen, `膨胀${at}.pdf`))),
    ...organisers.slice(1).map((by, at) => refusalOf(preview(by, sheet, `铺满${at}.xlsx`))),
    refusalOf(
      system.call(endpoints.previewImport, {
        params: { organisationId: office.city.id },
        file: new File([new Uint8Array(swollen)], '人员.pdf'),
      }),
    ),
  ])
  let isDone = false
  void answers.finally(() => (isDone = true)).catch(() => undefined)
  let answered = 0
  // Other files were tested in this process before; what they left is not what these cost.
  const before = process.memoryUsage.rss()
  let largest = before
  while (!isDone) {
    const { statusCode } = await app.inject({ url: '/api/home' })
    expect(statusCode).toBe(401)
    answered += 1
    largest = Math.max(largest, process.memoryUsage.rss())
    await wait(50)
  }
  // How far each comes depends on the machine: what is told at the door where it is quick, by the time limit where it is slow.
  for (const answer of await answers) expect(answer).toMatch(/^400 .+(停下来了|没有处理|没有读取|台账|一次最多)/)
  expect(answered).toBeGreaterThan(3)
  // What the files are unpacked to is more than this many times over, in other processes.
  expect(largest - before).toBeLessThan(1_000 * 2 ** 20)
})

it('one who hands in many files at once waits for them, and others pass by', async () => {
  const [greedy, other] = organisers
  if (!greedy || !other) throw new Error('no organisers')
  const sheet = largeSheet(3_000, 10)
  const order: string[] = []
  const handIn = async (by: Caller, name: string): Promise<string> => {
    const answer = await refusalOf(preview(by, sheet, name))
    order.push(name)
    return answer
  }
  const many = Array.from({ length: 12 }, (_, at) => handIn(greedy, `第${at}份.xlsx`))
  await Promise.any(many)
  const one = await handIn(other, '别人的.xlsx')
  for (const answer of [one, ...(await Promise.all(many))]) expect(answer).toMatch(/^400 /)
  expect(order.indexOf('别人的.xlsx')).toBeLessThan(8)
})
