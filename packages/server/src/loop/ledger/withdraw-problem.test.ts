import { endpoints, type Role } from '@duizhao/contract'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { features } from '../../features.ts'
import { verifyChain, vouchedOf } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import { signInAs } from '../../testing/client.ts'
import { expectSoundLedger } from '../../testing/ledger-invariants.ts'
import {
  assigned,
  importRows,
  type LedgerStaff,
  register,
  someProblem,
  staffOf,
  struckOff,
} from '../../testing/ledger.ts'
import { type Employee, type Office, openOffice, PASSWORD } from '../../testing/office.ts'

const DAY = 86_400_000
let office: Office
let staff: LedgerStaff
beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
})
afterAll(() => office.close())
afterEach(async () => {
  vi.useRealTimers()
  await expectSoundLedger(office.pool.db)
  expect((await verifyChain(office.pool.db, { vouched: vouchedOf(features) })).rewritten).toEqual([])
})

const about = ({ id }: { readonly id: string }) => ({ params: { problemId: id } })
const withdraw = (by: Employee, problem: { readonly id: string }) =>
  by.call(endpoints.withdrawProblem, { ...about(problem), body: { reason: '和上月的重复' } })
const refused = (code: string) => ({ refusal: { code } })
const listed = async (query: object) => (await staff.organiser.call(endpoints.listProblems, { query })).items

describe('a problem registered by mistake', () => {
  it('is taken back with the reason, and is in no list, search, count or export from then on', async () => {
    const place = await office.addOrganisation(office.water, '河道管理科', 'department')
    const params = { organisationId: place.id }
    const [mistake, kept] = [await register(staff.organiser, place), await register(staff.organiser, place)]
    const after = await withdraw(staff.organiser, mistake)
    expect([after.state, after.allowed]).toEqual(['withdrawn', []])
    const { items: events } = await staff.organiser.call(endpoints.listProblemEvents, { ...about(mistake), query: {} })
    expect(events[0]).toMatchObject({ action: 'withdraw', to: '登记有误，已撤回', reason: '和上月的重复' })

    expect((await listed({ ...params, standing: 'all' })).map(({ id }) => id)).toEqual([kept.id])
    const { all } = await staff.organiser.call(endpoints.countProblems, { query: { ...params, standing: 'all' } })
    expect(all).toBe(1)
    expect(await listed({ text: mistake.text, standing: 'all' })).toEqual([])
    const found = await staff.organiser.call(endpoints.findEntries, { query: { text: mistake.text } })
    expect(found.items.filter(({ id }) => id === mistake.id)).toEqual([])
    const statistics = await staff.organiser.call(endpoints.readLedgerStatistics, { params })
    expect(statistics.total).toMatchObject({ done: 0, going: 1, sustained: 0, claimed: 0, overdue: 0 })
    const { byAspect, byMonth } = await staff.organiser.call(endpoints.readLedgerBreakdown, { params })
    expect(byAspect).toMatchObject([{ going: 1 }])
    expect(byMonth).toMatchObject([{ registered: 1, registeredLate: 0 }])
    const file = await staff.organiser.call(endpoints.exportLedger, { params, query: { standing: 'all' } })
    const preview = await staff.organiser.call(endpoints.previewLedgerImport, {
      params,
      file: new File([await file.arrayBuffer()], '整改台账.xlsx'),
    })
    expect(preview).toMatchObject({ create: 0, change: 0, none: 1 })
  })

  it('is taken back after an assignment that was taken back too, and only then', async () => {
    const mistake = await assigned(staff, office.water)
    await expect(withdraw(staff.organiser, mistake)).rejects.toMatchObject(refused('conflict'))
    const body = { reason: '登记错了' }
    const free = await staff.organiser.call(endpoints.withdrawAssignment, { ...about(mistake), body })
    expect(free.allowed).toContain('withdraw')
    expect((await withdraw(staff.organiser, mistake)).state).toBe('withdrawn')
  })

  it('is found by who asks for just those, and its number is not given again', async () => {
    const mistake = await register(staff.organiser, office.water)
    await withdraw(staff.organiser, mistake)
    const next = await register(staff.organiser, office.water)
    expect(next.number).toBeGreaterThan(mistake.number)
    const asked = await listed({ organisationId: office.water.id, state: 'withdrawn', standing: 'all' })
    expect(asked.map(({ number }) => number)).toContain(mistake.number)
  })

  it('stays in what was told of the days before, and of the months that are over', async () => {
    const place = await office.addOrganisation(office.city, '市气象局')
    const organiser = await office.register(place, 'organiser')
    const again = async (): Promise<Employee> => ({
      ...(await signInAs(office.app, organiser.login, PASSWORD)),
      login: organiser.login,
    })
    vi.useFakeTimers({ toFake: ['Date'] })
    const mistake = await register(await again(), place)
    const then = dateInChina(new Date())
    vi.setSystemTime(Date.now() + 40 * DAY)
    const by = await again()
    const told = async (asOf?: string) => {
      const given = { params: { organisationId: place.id }, query: asOf === undefined ? {} : { asOf } }
      const { total, enteredSince } = await by.call(endpoints.readLedgerStatistics, given)
      return [total.going, enteredSince.registered]
    }
    await withdraw(by, mistake)
    expect([await told(), await told(then)]).toEqual([
      [0, 0],
      [1, 0],
    ])
    const params = { organisationId: place.id }
    const rowsOf = async (asOf: string) =>
      (await by.call(endpoints.listProblemsAsOf, { params, query: { asOf } })).items.map(({ number, state }) => [
        number,
        state,
      ])
    expect(await rowsOf(then)).toEqual([[mistake.number, 'registered']])
    expect(await rowsOf(dateInChina(new Date()))).toEqual([])
    const { byMonth } = await by.call(endpoints.readLedgerBreakdown, { params })
    expect(byMonth).toMatchObject([{ month: then.slice(0, 7), registered: 1, registeredLate: -1 }])
  })

  it('is told to who registered it, where another takes it back', async () => {
    const mistake = await register(staff.organiser, office.water)
    await withdraw(staff.second, mistake)
    const titles = async (by: Employee) =>
      (await by.call(endpoints.listNotifications, { query: {} })).items.map(({ title }) => title)
    expect(await titles(staff.organiser)).toContainEqual(
      expect.stringContaining(`问题 ${mistake.number} 号登记有误，已撤回`),
    )
  })

  it('is registered anew when the same list comes again', async () => {
    const place = await office.addOrganisation(office.water, '水质监测科', 'department')
    const { text } = someProblem()
    const rows = [[1, '其他', text, '每周巡查', '2099年1月5日', '2026年1月5日：查了两次', '', '']]
    await importRows(staff.organiser, place, rows)
    const [first] = await listed({ organisationId: place.id })
    await withdraw(staff.organiser, { id: first?.id ?? '' })
    await importRows(staff.organiser, place, rows)
    const [second] = await listed({ organisationId: place.id })
    expect(second?.number).toBeGreaterThan(first?.number ?? 0)
    const { hints } = await staff.organiser.call(endpoints.readProblem, about({ id: second?.id ?? '' }))
    expect(JSON.stringify(hints)).not.toContain(`${first?.number} 号`)
  })
})

describe('a problem is not taken back', () => {
  it('once anybody has acted on it; an assignment that was taken back after a change is not all', async () => {
    const given = await register(staff.organiser, office.water)
    const body = { ...someProblem(), version: given.version }
    await staff.organiser.call(endpoints.changeProblem, { ...about(given), body })
    await staff.organiser.call(endpoints.assignProblem, {
      ...about(given),
      body: { leadId: staff.leaderPerson.personId, handlerId: null, class: body.class, dueOn: body.dueOn },
    })
    await staff.organiser.call(endpoints.withdrawAssignment, { ...about(given), body: { reason: '分派错了' } })
    await expect(withdraw(staff.organiser, given)).rejects.toThrow('登记、导入以后还没有人办过')
    const closed = await struckOff(staff, office.water)
    await expect(withdraw(staff.organiser, closed)).rejects.toMatchObject(refused('conflict'))
  })

  it('once another was merged into it, or somebody asks for that; nor if it came of another', async () => {
    const [into, other] = [await register(staff.organiser, office.water), await register(staff.organiser, office.water)]
    const body = { intoNumber: into.number, reason: '同一件事' }
    await staff.organiser.call(endpoints.requestMerge, { ...about(other), body })
    await expect(withdraw(staff.organiser, into)).rejects.toThrow('没有别的问题并入它')
    await staff.head.call(endpoints.decideMerge, { ...about(other), body: { isAccepted: true, reason: '同意' } })
    await expect(withdraw(staff.organiser, into)).rejects.toThrow('没有别的问题并入它')
    const texts = ['巡查记录缺失', '巡查照片缺失']
    const { heirs } = await staff.organiser.call(endpoints.splitProblem, {
      ...about(into),
      body: { texts, reason: '两件事' },
    })
    for (const heir of heirs) await expect(withdraw(staff.organiser, heir)).rejects.toThrow('不是反弹、拆分来的')
  })

  it.each<Role>(['head', 'team_member', 'handler', 'member', 'system_admin', 'security_admin', 'audit_admin'])(
    'by a %s',
    async (role) => {
      const mistake = await register(staff.organiser, office.water)
      const by = await office.employ(office.water, role)
      await expect(withdraw(by, mistake)).rejects.toMatchObject(refused('forbidden'))
    },
  )

  it('by the unit alone, where one above registered it, even if they are no longer there; one above may', async () => {
    const above = await office.register(office.city, 'reviewer')
    const by = await signInAs(office.app, above.login, PASSWORD)
    const [found, wrong] = [await register(by, office.water), await register(by, office.water)]
    const { allowed } = await staff.organiser.call(endpoints.readProblem, about(found))
    expect(allowed).not.toContain('withdraw')
    await expect(withdraw(staff.organiser, found)).rejects.toThrow('不是上级登记、导入的')
    const security = await office.employ(office.city, 'security_admin')
    await security.call(endpoints.revokeGrant, { params: { grantId: above.grantId } })
    await expect(withdraw(staff.organiser, found)).rejects.toThrow('不是上级登记、导入的')
    const chief = await office.employ(office.city, 'organiser')
    expect((await withdraw(chief, wrong)).state).toBe('withdrawn')
  })

  it('by an organiser of another unit, to whom it is not there', async () => {
    const mistake = await register(staff.organiser, office.water)
    const other = await office.employ(office.education, 'organiser')
    await expect(withdraw(other, mistake)).rejects.toMatchObject(refused('not_found'))
  })
})
