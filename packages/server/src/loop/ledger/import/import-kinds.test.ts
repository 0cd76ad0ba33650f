import { endpoints } from '@duizhao/contract'
import { zipSync } from 'fflate'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Employee, type Office, openOffice } from '../../../testing/office.ts'

/** One ledger in every kind of file that offices send. */
const kinds = resolve(import.meta.dirname, '../../../../../../samples/kinds')
const names = readdirSync(kinds).filter((name) => name.startsWith('交回'))
const bytesOf = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(join(kinds, name)))
const zipped = new Uint8Array(zipSync({ '台账/交回.et': bytesOf('交回.et') }))

let office: Office
let organiser: Employee
beforeAll(async () => {
  office = await openOffice()
  organiser = await office.employ(office.city, 'organiser')
})
afterAll(() => office.close())

it.each([...names.map((name) => [name, bytesOf(name)] as const), ['交回.zip', zipped] as const])(
  '%s comes into the ledger with its problems, measures and deadlines',
  async (name, bytes) => {
    const { id: organisationId } = await office.addOrganisation(office.city, `提交${name}的局`)
    const file = new File([bytes], name)
    const { id: importId, faults } = await organiser.call(endpoints.previewLedgerImport, {
      params: { organisationId },
      file,
    })
    expect(faults).toEqual([])
    await organiser.call(endpoints.confirmLedgerImport, { params: { importId }, body: {} })
    const { items } = await organiser.call(endpoints.listProblems, {
      query: { organisationId, standing: 'all', limit: 10 },
    })
    const problems = await Promise.all(
      items
        .toSorted((a, b) => a.number - b.number)
        .map(({ id }) => organiser.call(endpoints.readProblem, { params: { problemId: id } })),
    )
    expect(problems.map(({ text, dueOn, measures }) => [text, dueOn, measures.map((measure) => measure.text)])).toEqual(
      [
        ['公务用车登记不全，抽查三个月有九次没有写里程', '2026-06-30', ['没有登记不出车']],
        ['食堂采购没有比价，两家供应商长期不变', '2026-07-31', ['每季度询价三家']],
        ['固定资产账实不符，二十六台设备找不到', '2026-09-30', ['全面盘点一次']],
      ],
    )
  },
)
