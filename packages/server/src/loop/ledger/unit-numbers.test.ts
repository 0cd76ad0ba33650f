import { endpoints, type Problem } from '@duizhao/contract'
import { isUnreadable, read } from '@duizhao/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importRows, type LedgerStaff, register, someProblem, staffOf } from '../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'

let office: Office
let staff: LedgerStaff
let chief: Employee
beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
  chief = await office.employ(office.city, 'organiser')
})
afterAll(() => office.close())

const about = ({ id }: { readonly id: string }) => ({ params: { problemId: id } })
const numberOf = ({ unitNumber, numberedBy }: Problem) => [unitNumber, numberedBy]
async function numbersAt({ id }: { readonly id: string }): Promise<number[]> {
  const query = { organisationId: id, standing: 'all' as const, limit: 200 }
  const { items } = await chief.call(endpoints.listProblems, { query })
  return items.map(({ unitNumber }) => unitNumber).toSorted((a, b) => a - b)
}

describe('the number of a problem within its unit', () => {
  it('counts 1, 2, 3 in each unit, registered or imported', async () => {
    const { waterOffice, education } = office
    const one = await register(chief, waterOffice)
    const other = await register(chief, education)
    const two = await register(chief, waterOffice)
    expect([one, other, two].map(numberOf)).toEqual([
      [1, null],
      [1, null],
      [2, null],
    ])
    const row = (text: string) => [1, '审计发现', text, '', '2099-06-30', '', '', '']
    await importRows(chief, waterOffice, [row('往来款没有清理'), row('差旅费超标准报销')])
    expect(await numbersAt(waterOffice)).toEqual([1, 2, 3, 4])
    expect((await register(chief, education)).unitNumber).toBe(2)
  })

  it('is given to each of many at once, without a gap for what was refused', async () => {
    const place = await office.addOrganisation(office.water, '水政科', 'department')
    const bad = { ...someProblem('other'), dueOn: null }
    await Promise.allSettled([
      ...Array.from({ length: 20 }, () => register(chief, place)),
      ...Array.from({ length: 5 }, () => register(chief, place, bad as never)),
    ])
    expect(await numbersAt(place)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
  })

  it('is not used again when a problem is taken back, and goes on after the parts of a split', async () => {
    const place = await office.addOrganisation(office.water, '规划科', 'department')
    const mistake = await register(chief, place)
    await chief.call(endpoints.withdrawProblem, { ...about(mistake), body: { reason: '重复' } })
    const whole = await register(chief, place)
    expect(whole.unitNumber).toBe(2)
    await chief.call(endpoints.splitProblem, {
      ...about(whole),
      body: { texts: ['巡查记录缺失', '巡查照片缺失'], reason: '两件事' },
    })
    expect(await numbersAt(place)).toEqual([2, 3, 4])
    expect((await register(chief, place)).unitNumber).toBe(5)
  })

  it('is kept when the problem is handed to another unit, which says whose number it is', async () => {
    const [from, to] = [
      await office.addOrganisation(office.water, '河道科', 'department'),
      await office.addOrganisation(office.education, '基建科', 'department'),
    ]
    const own = await register(chief, to)
    const moved = await register(chief, from)
    const body = { organisationId: to.id, reason: '归口基建科' }
    expect(numberOf(await chief.call(endpoints.transferProblem, { ...about(moved), body }))).toEqual([1, '河道科'])
    expect(numberOf(await chief.call(endpoints.readProblem, about(own)))).toEqual([1, null])
    expect((await register(chief, from)).unitNumber).toBe(2)
    expect((await register(chief, to)).unitNumber).toBe(2)
  })
})

describe('a problem sought by its number', () => {
  const found = async (by: Employee, text: string) =>
    (await by.call(endpoints.findEntries, { query: { text } })).items.map(({ id }) => id)

  it('is found however the number is written: the installation’s first, then that of one’s own unit', async () => {
    const place = await office.addOrganisation(office.water, '水资源科', 'department')
    const organiser = await office.employ(place, 'organiser')
    for (let at = 0; at < 3; at += 1) await register(organiser, place)
    const [third] = (await organiser.call(endpoints.listProblems, { query: { sort: 'number', isDescending: true } }))
      .items
    if (third === undefined) throw new Error('nothing was registered')
    const { id, number } = third
    for (const text of [
      `${number}`,
      `${number}号`,
      `№${number}`,
      `No.${number}`,
      `#${number}`,
      `第${number}号`,
      `问题 ${number} 号`,
    ])
      expect((await found(organiser, text))[0], text).toBe(id)
    for (const text of ['3', '3号', '№3']) expect(await found(organiser, text), text).toContain(id)
    // Who has a task in another unit means that one's.
    expect(await found(chief, '3号')).not.toContain(id)
    expect(await found(await office.employ(office.education, 'organiser'), `${number}`)).not.toContain(id)

    const listed = async (query: object) =>
      (await chief.call(endpoints.listProblems, { query })).items.map((row) => row.id)
    expect(await listed({ text: `№${number}` })).toContain(id)
    expect(await listed({ text: '№3', organisationId: place.id })).toEqual([id])
    expect(await listed({ text: '№3' })).not.toContain(id)
  })

  it('is no more found by it once it was taken back', async () => {
    const mistake = await register(chief, office.water)
    await chief.call(endpoints.withdrawProblem, { ...about(mistake), body: { reason: '重复' } })
    expect(await found(chief, `${mistake.number}`)).not.toContain(mistake.id)
  })
})

it('stands in the workbook, which is imported again as it was', async () => {
  const place = await office.addOrganisation(office.water, '财务科', 'department')
  for (let at = 0; at < 2; at += 1) await register(chief, place)
  const params = { organisationId: place.id }
  const download = await chief.call(endpoints.exportLedger, { params, query: {} })
  const bytes = new Uint8Array(await download.arrayBuffer())
  const document = await read(bytes, '整改台账.xlsx')
  if (isUnreadable(document)) throw new Error(document.message)
  const [ledger] = document.tables
  const head = ledger?.cells.find(({ text }) => text === '单位内编号')
  const below = ledger?.cells.filter(({ column, row }) => column === head?.column && row > (head?.row ?? 0))
  expect(below?.map(({ text }) => text)).toEqual(['1', '2'])
  const file = new File([bytes], '整改台账.xlsx')
  const preview = await staff.organiser.call(endpoints.previewLedgerImport, { params, file })
  const taken = preview.columns.map(({ header, as }) => [header, as])
  expect(taken).toContainEqual(['单位内编号', 'none'])
  expect(taken).toContainEqual(['存在问题', 'problem'])
  expect(preview).toMatchObject({ create: 0, ask: 0 })
})
