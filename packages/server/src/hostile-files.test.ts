import { deflateSync } from 'node:zlib'
import { setTimeout as wait } from 'node:timers/promises'
import { endpoints, RefusedCall, type Role } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openApp } from './server.ts'
import { type Caller, signInAs } from './testing/client.ts'
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

/** A PDF of one page whose content is `megabytes` of nothing, packed to a thousandth. */
function swollenPdf(megabytes: number): Uint8Array {
  const packed = deflateSync(Buffer.alloc(megabytes * 2 ** 20, ' '), { level: 9 })
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R >>',
  ]
  const head = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')
  const stream = `4 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n${head}${stream}`, 'latin1'),
    packed,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF\n', 'latin1'),
  ])
}

/** A workbook with one sheet of so many rows and columns, all filled. */
function largeSheet(rows: number, columns: number): Uint8Array {
  const letters = Array.from({ length: columns }, (_, at) => String.fromCharCode(65 + at))
  const lines: string[] = []
  for (let row = 1; row <= rows; row++)
    lines.push(`<row r="${row}">${letters.map((letter) => `<c r="${letter}${row}"><v>${row}</v></c>`).join('')}</row>`)
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packages = 'http://schemas.openxmlformats.org/package/2006'
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="台账" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`,
    ),
  })
}

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
  let largest = 0
  while (!isDone) {
    const { statusCode } = await app.inject({ url: '/api/home' })
    expect(statusCode).toBe(401)
    answered += 1
    largest = Math.max(largest, process.memoryUsage.rss())
    await wait(50)
  }
  for (const answer of await answers) expect(answer).toMatch(/^400 .+(停下来了|没有处理|台账|一次最多)/)
  expect(answered).toBeGreaterThan(10)
  // What the files are unpacked to is more than this many times over, in other processes.
  expect(largest).toBeLessThan(1_200 * 2 ** 20)
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
