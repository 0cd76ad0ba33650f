import { type Called, endpoints, RefusedCall } from '@duizhao/contract'
import { isUnreadable, read } from '@duizhao/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LedgerStaff, register, someProblem, staffOf, struckOff } from '../../../testing/ledger.ts'
import { type Office, openOffice } from '../../../testing/office.ts'

let office: Office
let staff: LedgerStaff
beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
})
afterAll(() => office.close())

async function bytesOf(download: Called<typeof endpoints.exportLedger>): Promise<Uint8Array> {
  return new Uint8Array(await download.arrayBuffer())
}

async function documentOf(bytes: Uint8Array, name: string) {
  const document = await read(bytes, name)
  if (isUnreadable(document)) throw new Error(document.message)
  return document
}

describe('the ledger as a workbook', () => {
  it('holds exactly the rows of the filters, evidence numbered, deadlines as people write them', async () => {
    const { water, waterOffice } = office
    const done = await struckOff(staff, water)
    await register(staff.organiser, waterOffice, {
      ...someProblem('audit', '2099-03-31'),
      text: '审计指出往来款没有清理',
    })
    await register(staff.organiser, water, { ...someProblem('audit', null), class: 'sustained' as 'dated' })
    const params = { organisationId: water.id }
    const file = await staff.organiser.call(endpoints.exportLedger, { params, query: { standing: 'all' } })
    const { tables } = await documentOf(await bytesOf(file), '整改台账.xlsx')
    expect(tables.map(({ name }) => name)).toEqual(['整改台账', '问题清单', '整改清单', '实效清单'])
    const [ledger] = tables
    const cell = (address: string): string => ledger?.cells.find((each) => each.address === address)?.text ?? ''
    expect(cell('A1')).toBe('临江市水务局整改台账')
    expect(cell('A2')).toMatch(/^填报单位：临江市水务局　+填报日期：20\d\d年\d{1,2}月\d{1,2}日$/)
    expect([cell('D4'), cell('N4')]).toEqual([done.text, '已完成'])
    expect(cell('M4')).toMatch(/^1\. \S/)
    expect([cell('K5'), cell('H5'), cell('N5')]).toEqual(['2099年3月31日', '办公室', '正在推进'])
    expect([cell('K6'), cell('N6')]).toEqual(['长期坚持', '长期坚持'])
    const audits = await staff.organiser.call(endpoints.exportLedger, {
      params,
      query: { source: 'audit', class: 'dated' },
    })
    const narrowed = await documentOf(await bytesOf(audits), '整改台账.xlsx')
    expect(
      narrowed.tables[0]?.cells.filter(({ row, column }) => row > 2 && column === 3).map(({ text }) => text),
    ).toEqual(['审计指出往来款没有清理'])
  })

  it('is not there for whom the organisation is not there', async () => {
    const other = await office.employ(office.education, 'organiser')
    const params = { organisationId: office.water.id }
    await expect(other.call(endpoints.exportLedger, { params, query: {} })).rejects.toThrow(RefusedCall)
    await expect(other.call(endpoints.ledgerSummary, { params })).rejects.toThrow(RefusedCall)
  })
})

describe('the report on rectification', () => {
  it('counts what is there, and its parts add up', async () => {
    const place = await office.addOrganisation(office.water, '河长制科', 'department')
    const below = await office.addOrganisation(place, '巡河队', 'department')
    for (const at of [place, place, below]) await register(staff.organiser, at, someProblem('hazard', '2026-01-05'))
    await register(staff.organiser, below, someProblem('audit', '2099-01-05'))
    const file = await staff.organiser.call(endpoints.ledgerSummary, { params: { organisationId: place.id } })
    const { text, tables } = await documentOf(await bytesOf(file), '报告.docx')
    expect(text).toContain('关于河长制科整改情况的报告')
    expect(text).toContain('共有问题4个（限期整改4个）。其中，已完成0个，长期坚持0个，正在推进4个，完成率0.0%')
    expect(text).toContain('超过时限的3个')
    const rowsOf = (at: number): string[][] => {
      const { cells = [], rowCount = 0 } = tables[at] ?? {}
      return Array.from({ length: rowCount }, (_, row) =>
        cells.filter((cell) => cell.row === row).map((cell) => cell.text),
      )
    }
    expect(rowsOf(0).slice(1)).toEqual([
      ['审计发现', '1', '0', '0', '1', '0', '0.0%'],
      ['安全隐患', '3', '0', '0', '3', '3', '0.0%'],
      ['合计', '4', '0', '0', '4', '3', '0.0%'],
    ])
    expect(rowsOf(1).slice(1)).toEqual([
      ['河长制科（本级）', '2', '0', '0', '2', '2', '0.0%'],
      ['巡河队', '2', '0', '0', '2', '1', '0.0%'],
      ['合计', '4', '0', '0', '4', '3', '0.0%'],
    ])
    expect(rowsOf(2)).toHaveLength(4)
    expect(text).toContain('没有发现反弹的问题')
    // Of a day gone by it says what was then, as the page does.
    const params = { organisationId: place.id }
    const then = await staff.organiser.call(endpoints.ledgerSummary, { params, query: { asOf: '2026-01-31' } })
    const { text: past } = await documentOf(await bytesOf(then), '报告.docx')
    expect(past).toContain('截至2026年1月31日，台账上没有问题')
    expect(past).not.toContain('超过时限的问题')
  })

  it('says so where there is nothing', async () => {
    const place = await office.addOrganisation(office.water, '空科室', 'department')
    const file = await staff.organiser.call(endpoints.ledgerSummary, { params: { organisationId: place.id } })
    const { text } = await documentOf(await bytesOf(file), '报告.docx')
    expect(text).toContain('台账上没有问题')
  })
})
