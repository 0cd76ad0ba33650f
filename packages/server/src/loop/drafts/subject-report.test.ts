import { endpoints } from '@duizhao/contract'
import { isUnreadable, read } from '@duizhao/engine'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

let office: Office
let group: Office['city']
let organiser: Employee
let params: { readonly organisationId: string }

beforeAll(async () => {
  office = await openOffice()
  group = await office.addOrganisation(office.water, '水务局党组', 'party_group')
  organiser = await office.employ(group, 'organiser')
  params = { organisationId: group.id }
  await organiser.call(endpoints.setRecordKeeping, { params, body: { fromOn: '2025-01-01', version: null } })
  const duty = { list: 'main' as const, amount: 1, unit: 'times' as const, fromOn: '2024-01-01', subject: '意识形态' }
  await organiser.call(endpoints.createDuty, {
    params,
    body: { ...duty, name: '每季度分析研判', kinds: ['analysis'], per: 'quarter' },
  })
  const write = (kind: 'analysis' | 'deployment' | 'study', onDay: string, subjects: string[] = ['意识形态']) =>
    organiser.call(endpoints.createRecord, {
      params,
      body: { kinds: [kind], onDay, subjects, topics: [{ text: '网络意识形态工作' }] },
    })
  await write('analysis', '2025-02-20')
  await write('deployment', '2025-03-10')
  await write('study', '2025-03-12')
  await write('study', '2025-04-12', ['保密'])
  await write('analysis', '2025-08-20')
})
afterAll(() => office.close())

const report = async (query: { from: string; to: string; subject?: string }, by = organiser): Promise<string> => {
  const file = await by.call(endpoints.subjectReport, { params, query })
  const document = await read(new Uint8Array(await file.arrayBuffer()), '报告.docx')
  if (isUnreadable(document)) throw new Error(document.message)
  return document.text
}

it('the half-year’s numbers come from the records with their day, and the quarter that was missed is named', async () => {
  const text = await report({ from: '2025-01-01', to: '2025-06-30' })
  expect(text).toContain('关于2025年上半年意识形态工作情况的报告')
  expect(text).toContain('（数截至2025年6月30日），意识形态工作记录3次，其中集中学习1次')
  expect(text).toContain('分析研判1次')
  expect(text).toContain('应做1项、2期：做了1期，缺1期，没有到期0期。')
  expect(text).toContain('2025年第一季度已做；2025年第二季度缺')
  for (const heading of ['研究部署情况', '阵地管理和网络管理情况', '存在的主要问题', '下一步工作打算'])
    expect(text).toContain(heading)
  // Another subject is none of it, and what is not written by people stays blank.
  expect(text).not.toContain('2025年4月12日')
  expect(text.slice(text.indexOf('存在的主要问题')).replace(/\s/g, '')).toMatch(
    /^存在的主要问题[一二三四五六七八九]、下一步工作打算水务局党组/,
  )
})

it('taking a record away takes it out of the report', async () => {
  const days = { from: '2025-07-01', to: '2025-12-31' }
  expect(await report(days)).toContain('2025年第三季度已做')
  const { items } = await organiser.call(endpoints.listRecords, {
    params,
    query: { from: '2025-08-01', to: '2025-08-31' },
  })
  const [first] = items
  if (!first) throw new Error('the record is gone')
  const body = { reason: '记错了', version: first.version }
  await organiser.call(endpoints.withdrawRecord, { params: { recordId: first.id }, body })
  const text = await report(days)
  expect([text.includes('2025年第三季度缺'), text.includes('没有意识形态工作的记录')]).toEqual([true, true])
})

it('is not found for others, and refused for days that run backwards, or into another year', async () => {
  const stranger = await office.employ(office.waterOffice, 'organiser')
  expect((await refusalOf(report({ from: '2025-01-01', to: '2025-06-30' }, stranger))).code).toBe('not_found')
  expect((await refusalOf(report({ from: '2025-06-30', to: '2025-01-01' }))).code).toBe('invalid')
  expect((await refusalOf(report({ from: '2025-07-01', to: '2026-06-30' }))).code).toBe('invalid')
})
