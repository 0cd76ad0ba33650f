import { endpoints, type Problem } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markAllOverdue } from './mark-overdue.ts'
import { assigned, type LedgerStaff, register, someProblem, staffOf, struckOff } from '../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'

let office: Office
let staff: LedgerStaff
let chief: Employee
beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
  chief = await office.employ(office.city, 'organiser')
  for (const dueOn of ['2099-03-31', '2020-01-10', '2099-01-31', null])
    await register(chief, office.water, {
      ...someProblem('meeting', dueOn),
      class: (dueOn === null ? 'sustained' : 'dated') as 'dated',
    })
  await register(chief, office.waterOffice, { ...someProblem('audit'), text: '公务接待报销缺少清单' })
  await register(chief, office.education)
  await assigned(staff, office.water)
  await struckOff(staff, office.water)
})
afterAll(() => office.close())

async function all(by: Employee, query: Record<string, unknown> = {}, limit = 200): Promise<Problem[]> {
  const rows: Problem[] = []
  for (let after: string | undefined; ;) {
    const page = await by.call(endpoints.listProblems, {
      query: { ...query, limit, ...(after === undefined ? {} : { after }) },
    })
    rows.push(...page.items)
    if (page.next === null) return rows
    after = page.next
  }
}

describe('the list', () => {
  it('comes by deadline, what has none last, and pages give every row once', async () => {
    const whole = await all(staff.organiser)
    const paged = await all(staff.organiser, {}, 2)
    expect(paged.map(({ id }) => id)).toEqual(whole.map(({ id }) => id))
    const dates = whole.map(({ dueOn }) => dueOn ?? '9999')
    expect(dates).toEqual(dates.toSorted())
  })

  it('comes by number or day of registration, either way round, and pages give every row once', async () => {
    for (const sort of ['number', 'registered'] as const)
      for (const isDescending of [false, true]) {
        const whole = await all(staff.organiser, { sort, isDescending, standing: 'all' })
        const paged = await all(staff.organiser, { sort, isDescending, standing: 'all' }, 2)
        expect(paged.map(({ id }) => id)).toEqual(whole.map(({ id }) => id))
        const keys = whole.map(({ number, registeredOn }) =>
          sort === 'number' ? String(number).padStart(9, '0') : registeredOn,
        )
        expect(keys).toEqual(isDescending ? keys.toSorted().toReversed() : keys.toSorted())
      }
  })

  it('is counted as a whole, however few rows a page has', async () => {
    const count = (query: Record<string, unknown>) => chief.call(endpoints.countProblems, { query })
    const rows = await all(chief, { standing: 'all' })
    expect(await count({ standing: 'all' })).toEqual({
      all: rows.length,
      overdue: rows.filter(({ overdueDays }) => overdueDays > 0).length,
    })
    expect(await count({ standing: 'overdue' })).toEqual({ all: 1, overdue: 1 })
    expect(await count({ source: 'audit' })).toEqual({ all: 1, overdue: 0 })
    const beside = staff.organiser.call(endpoints.countProblems, { query: { organisationId: office.education.id } })
    await expect(beside).rejects.toThrow('没有找到')
  })

  it('finds a problem by its number, however it is said, and nobody else’s', async () => {
    const [problem] = await all(staff.organiser, { source: 'audit' })
    const number = problem?.number ?? 0
    for (const text of [`${number}`, `${number}号`, `#${number}`, `第${number}号`])
      expect((await all(staff.organiser, { text, standing: 'all' })).map((row) => row.number)).toContain(number)
    const [other] = await all(chief, { organisationId: office.education.id })
    const told = await all(staff.organiser, { text: `${other?.number}号`, standing: 'all' })
    expect(told.map(({ id }) => id)).not.toContain(other?.id)
  })

  it('shows what lies within one’s reach, and nothing beside', async () => {
    const names = (rows: readonly Problem[]): string[] =>
      [...new Set(rows.map((row) => row.organisation.name))].toSorted()
    expect(names(await all(staff.organiser))).toEqual(['临江市水务局', '办公室'])
    expect(names(await all(chief))).toEqual(['临江市教育局', '临江市水务局', '办公室'])
    const beside = staff.organiser.call(endpoints.listProblems, { query: { organisationId: office.education.id } })
    await expect(beside).rejects.toThrow('没有找到')
  })

  it('is narrowed by state, source, deadline, person, words and organisation', async () => {
    expect((await all(chief, { standing: 'overdue' })).map(({ dueOn }) => dueOn)).toEqual(['2020-01-10'])
    expect((await all(chief, { standing: 'done' })).every(({ state }) => state === 'struck_off')).toBe(true)
    expect((await all(chief, { standing: 'sustained' })).map((row) => row.class)).toEqual(['sustained'])
    expect((await all(chief, { source: 'audit' })).map(({ text }) => text)).toEqual(['公务接待报销缺少清单'])
    expect((await all(chief, { text: '报销 清单' })).map(({ text }) => text)).toEqual(['公务接待报销缺少清单'])
    expect(await all(chief, { dueFrom: '2099-01-01', dueTo: '2099-01-31' })).toHaveLength(1)
    expect(await all(chief, { organisationId: office.waterOffice.id })).toHaveLength(1)
    expect(await all(staff.handler, { isMine: true })).toHaveLength(1)
    expect(await all(chief, { personId: staff.leaderPerson.personId, standing: 'all' })).toHaveLength(2)
  })

  it('counts what is overdue in workdays', async () => {
    const [late] = await all(chief, { standing: 'overdue' })
    expect(late?.overdueDays).toBeGreaterThan(1_000)
  })
})

describe('statistics', () => {
  const read = (organisationId: string) => chief.call(endpoints.readLedgerStatistics, { params: { organisationId } })

  it('are those of the rows, at every level, and each number is the length of its list', async () => {
    for (const place of [office.city, office.water, office.waterOffice, office.education]) {
      const { total, bySource, byClass } = await read(place.id)
      for (const standing of ['done', 'sustained', 'going', 'overdue'] as const) {
        const rows = await all(chief, { organisationId: place.id, standing })
        expect([place.name, standing, total[standing]]).toEqual([place.name, standing, rows.length])
        expect(bySource.reduce((sum, row) => sum + row[standing], 0)).toBe(rows.length)
        expect(byClass.reduce((sum, row) => sum + row[standing], 0)).toBe(rows.length)
      }
    }
  })

  it('of the organisations below add up to the whole, with what is the organisation’s own', async () => {
    const { total, byOrganisation } = await read(office.city.id)
    expect(byOrganisation.reduce((sum, { going }) => sum + going, 0)).toBe(total.going)
    const water = await read(office.water.id)
    const own = (field: 'going' | 'done' | 'overdue'): number =>
      water.byOrganisation.reduce((left, row) => left - row[field], water.total[field])
    for (const standing of ['going', 'done', 'overdue'] as const) {
      const rows = await all(chief, { organisationId: office.water.id, standing, isOwnLevel: true })
      expect(rows.map(({ organisation }) => organisation.id)).toEqual(
        Array.from({ length: own(standing) }, () => office.water.id),
      )
    }
    expect(own('going')).toBeGreaterThan(0)
    expect(own('going')).toBeLessThan(water.total.going)
  })

  it('follow an organisation that is moved', async () => {
    const admin = await office.employ(office.city, 'system_admin')
    const { version } = await admin.call(endpoints.readOrganisation, {
      params: { organisationId: office.waterOffice.id },
    })
    const before = await read(office.water.id)
    await admin.call(endpoints.moveOrganisation, {
      params: { organisationId: office.waterOffice.id },
      body: { parentId: office.education.id, version },
    })
    expect((await read(office.water.id)).total.going).toBe(before.total.going - 1)
    expect((await read(office.education.id)).total.going).toBe(2)
    expect((await all(chief, { organisationId: office.education.id })).length).toBe(2)
    const aspects = await chief.call(endpoints.readLedgerBreakdown, { params: { organisationId: office.city.id } })
    expect(aspects.byMonth.reduce((sum, { registered }) => sum + registered, 0)).toBe(8)
  })

  it('of tomorrow there are none', async () => {
    const params = { organisationId: office.city.id }
    await expect(chief.call(endpoints.readLedgerStatistics, { params, query: { asOf: '2099-01-01' } })).rejects.toThrow(
      '还没有到',
    )
  })
})

describe('the marking of what is overdue', () => {
  it('happens once, when the deadline is over, and shows in the counts', async () => {
    const read = () => chief.call(endpoints.readLedgerStatistics, { params: { organisationId: office.city.id } })
    const before = await read()
    const later = new Date('2099-02-01T00:00:00Z')
    expect(await markAllOverdue(office.pool.db, later)).toBe(1)
    expect(await markAllOverdue(office.pool.db, later)).toBe(0)
    expect((await read()).total.overdue).toBe(before.total.overdue + 1)
  })
})

describe('search', () => {
  it('finds problems by their words, within one’s reach', async () => {
    const find = async (by: Employee) => (await by.call(endpoints.findEntries, { query: { text: '公务接待' } })).items
    expect((await find(chief)).map(({ kind }) => kind)).toEqual(['problem'])
    expect(await find(await office.employ(office.education, 'handler'))).toHaveLength(1)
    expect(await find(await office.employ(office.water, 'handler'))).toEqual([])
  })
})
