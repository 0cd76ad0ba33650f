import { endpoints, RefusedCall, type Role } from '@duizhao/contract'
import { writeXlsx } from '@duizhao/report'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { features } from '../../../features.ts'
import { verifyChain, vouchedOf } from '../../../platform/audit/index.ts'
import { expectSoundLedger } from '../../../testing/ledger-invariants.ts'
import { importRows, type LedgerStaff, type Place, register, someProblem, staffOf } from '../../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../../testing/office.ts'

let office: Office
let staff: LedgerStaff
let places = 0
beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
})
afterAll(() => office.close())
afterEach(async () => {
  await expectSoundLedger(office.pool.db)
  expect((await verifyChain(office.pool.db, { vouched: vouchedOf(features) })).rewritten).toEqual([])
})

async function newUnit(): Promise<Place> {
  places += 1
  return office.addOrganisation(office.water, `第${places}科`, 'department')
}

const row = (text: string, state = '', progress = '') => [
  1,
  '其他',
  text,
  '每周巡查',
  '2099年1月5日',
  progress,
  state,
  '',
]
const newText = () => someProblem().text
const withdraw = (by: Employee, importId: string) =>
  by.call(endpoints.withdrawLedgerImport, { params: { importId }, body: { reason: '导错了文件' } })
const listed = async ({ id }: Place, by = staff.organiser) =>
  (await by.call(endpoints.listProblems, { query: { organisationId: id, standing: 'all', limit: 200 } })).items
const past = async ({ id }: Place, by = staff.organiser) =>
  (await by.call(endpoints.listLedgerImports, { params: { organisationId: id }, query: {} })).items
const totalOf = async ({ id }: Place) => {
  const { total } = await staff.organiser.call(endpoints.readLedgerStatistics, { params: { organisationId: id } })
  return total.done + total.sustained + total.going + total.claimed
}

describe('an import', () => {
  it('is told: who, when, which file, what came of it', async () => {
    const place = await newUnit()
    const texts = [newText(), newText()]
    await importRows(
      staff.organiser,
      place,
      texts.map((text) => row(text)),
    )
    await importRows(staff.second, place, [
      row(texts[0] ?? ''),
      row(texts[1] ?? '', '', '2026年1月5日：补齐'),
      row(newText()),
    ])
    expect(await past(place)).toMatchObject([
      { by: staff.second.session.person.name, created: 1, changed: 1, unchanged: 1, withdrawn: null },
      { by: staff.organiser.session.person.name, created: 2, changed: 0, unchanged: 0, fileName: '整改台账.xlsx' },
    ])
    expect((await past(office.water)).map(({ organisation }) => organisation.name)).toContain(place.name)
    expect(await past(await newUnit())).toEqual([])
  })

  it('is undone whole: what it registered leaves the ledger, whatever state the list gave it', async () => {
    const place = await newUnit()
    const kept = await register(staff.organiser, place)
    const rows = [row(newText()), row(newText(), '已销号'), row(newText(), '', '2026年1月5日：查了两次')]
    const { id } = await importRows(staff.organiser, place, rows)
    expect((await listed(place)).map(({ state }) => state).toSorted()).toEqual([
      'closure_claimed',
      'rectifying',
      'registered',
      'registered',
    ])
    expect(await withdraw(staff.organiser, id)).toEqual({ withdrawn: 3, left: { count: 0, numbers: [] } })
    expect((await listed(place)).map((each) => each.id)).toEqual([kept.id])
    expect(await totalOf(place)).toBe(1)
    const [told] = await past(place)
    expect(told?.withdrawn).toMatchObject({ by: staff.organiser.session.person.name, reason: '导错了文件' })
    await expect(withdraw(staff.organiser, id)).rejects.toThrow('已经撤销过了')
    await importRows(staff.organiser, place, rows)
    expect(await listed(place)).toHaveLength(4)
  })

  it('leaves what was there before and it changed, and says which', async () => {
    const place = await newUnit()
    const text = newText()
    await importRows(staff.organiser, place, [row(text)])
    const [before] = await listed(place)
    const { id } = await importRows(staff.organiser, place, [row(text, '', '2026年1月5日：补齐'), row(newText())])
    expect(await withdraw(staff.organiser, id)).toEqual({ withdrawn: 1, left: { count: 1, numbers: [before?.number] } })
    expect((await listed(place)).map(({ number, state }) => [number, state])).toEqual([[before?.number, 'rectifying']])
  })

  it('is refused with those somebody acted on, and nothing is undone', async () => {
    const place = await newUnit()
    const { id } = await importRows(staff.organiser, place, [row(newText()), row(newText()), row(newText())])
    const [first, second, third] = await listed(place)
    if (!first || !second || !third) throw new Error('not imported')
    const body = { leadId: staff.leaderPerson.personId, handlerId: null, class: 'dated' as const, dueOn: '2099-01-05' }
    const assigning = { params: { problemId: second.id }, body }
    await staff.organiser.call(endpoints.assignProblem, assigning)
    const other = await register(staff.organiser, place)
    const merging = { params: { problemId: other.id }, body: { intoNumber: third.number, reason: '同一件事' } }
    await staff.organiser.call(endpoints.requestMerge, merging)
    const error: unknown = await withdraw(staff.organiser, id).catch((refusal: unknown) => refusal)
    if (!(error instanceof RefusedCall)) throw new Error('it was not refused')
    expect(error.refusal).toMatchObject({
      code: 'conflict',
      title: '没有撤销：这次导入的 3 个问题里有 2 个已经有人办过。',
    })
    expect(error.refusal.places?.map(({ message }) => message)).toEqual([
      `问题 ${second.number} 号：分派`,
      `问题 ${third.number} 号：问题 ${other.number} 号并入或申请并入它`,
    ])
    expect(await totalOf(place)).toBe(4)
    expect((await past(place))[0]?.withdrawn).toBeNull()
  })

  it('is undone but for what was taken back by itself before; of that nothing is left to undo', async () => {
    const place = await newUnit()
    const { id } = await importRows(staff.organiser, place, [row(newText()), row(newText())])
    const [first, second] = await listed(place)
    const one = (problemId = '') =>
      staff.organiser.call(endpoints.withdrawProblem, { params: { problemId }, body: { reason: '重复登记' } })
    await one(first?.id)
    expect(await withdraw(staff.organiser, id)).toMatchObject({ withdrawn: 1 })
    expect(await listed(place)).toEqual([])
    const again = await importRows(staff.organiser, place, [row(second?.text ?? '')])
    await one((await listed(place))[0]?.id)
    await expect(withdraw(staff.organiser, again.id)).rejects.toThrow('没有可以撤销的')
  })
})

describe('who is told that an import was undone', () => {
  it('those its list named, once each with how many; not who undid it', async () => {
    const place = await newUnit()
    const lead = await office.employ(place, 'team_member')
    const { name } = lead.session.person
    const columns = ['序号', '存在问题', '整改措施', '完成时限', '责任领导'].map((header) => ({ header, width: 12 }))
    const rows = [1, 2].map((number) => [number, newText(), '每周巡查', '2099年1月5日', name])
    const file = new File([new Uint8Array(writeXlsx([{ name: '台账', columns, rows }]))], '分工台账.xlsx')
    const params = { organisationId: place.id }
    const { id } = await staff.organiser.call(endpoints.previewLedgerImport, { params, file })
    await staff.organiser.call(endpoints.confirmLedgerImport, { params: { importId: id }, body: {} })
    expect((await listed(place)).map((each) => each.lead?.name)).toEqual([name, name])
    await withdraw(staff.organiser, id)
    const titles = async (by: Employee) =>
      (await by.call(endpoints.listNotifications, { query: {} })).items.map(({ title }) => title)
    expect(await titles(lead)).toEqual(['撤销了导入的“分工台账.xlsx”，你负责的 2 个问题已撤回'])
    expect(JSON.stringify(await titles(staff.organiser))).not.toContain('分工台账')
  })
})

describe('who may undo an import', () => {
  it('who imported it, another organiser of the unit, one above: who imported it is told', async () => {
    const place = await newUnit()
    const above = await office.employ(office.city, 'organiser')
    for (const by of [staff.second, above]) {
      const { id } = await importRows(staff.organiser, place, [row(newText())])
      expect(await withdraw(by, id)).toMatchObject({ withdrawn: 1 })
      const { items } = await staff.organiser.call(endpoints.listNotifications, { query: {} })
      expect(items[0]?.title).toContain('撤销了导入的“整改台账.xlsx”')
    }
  })

  it('not the unit alone where one above imported it', async () => {
    const place = await newUnit()
    const above = await office.employ(office.city, 'reviewer')
    const { id } = await importRows(above, place, [row(newText())])
    await expect(withdraw(staff.organiser, id)).rejects.toThrow('只有上级能撤销')
    expect(await totalOf(place)).toBe(1)
    expect(await withdraw(above, id)).toMatchObject({ withdrawn: 1 })
  })

  it.each<Role>(['head', 'team_member', 'handler', 'member', 'system_admin', 'security_admin', 'audit_admin'])(
    'not a %s',
    async (role) => {
      const place = await newUnit()
      const { id } = await importRows(staff.organiser, place, [row(newText())])
      const other = await office.employ(office.water, role)
      await expect(withdraw(other, id)).rejects.toMatchObject({ refusal: { code: 'forbidden' } })
      await expect(past(place, other)).rejects.toMatchObject({ refusal: { code: 'forbidden' } })
      expect(await totalOf(place)).toBe(1)
    },
  )

  it('not an organiser of another unit: there it is not to be found', async () => {
    const place = await newUnit()
    const { id } = await importRows(staff.organiser, place, [row(newText())])
    const other = await office.employ(office.education, 'organiser')
    await expect(withdraw(other, id)).rejects.toMatchObject({ refusal: { code: 'not_found' } })
    await expect(past(place, other)).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })
})
