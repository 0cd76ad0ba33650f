import { type Answer, endpoints, type LedgerStatistics, type Problem, RefusedCall } from '@duizhao/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { dateInChina } from '../../platform/calendar/index.ts'
import { type Caller, signInAs } from '../../testing/client.ts'
import { expectSoundLedger } from '../../testing/ledger-invariants.ts'
import {
  importRows,
  type LedgerStaff,
  type Place,
  register,
  someProblem,
  staffOf,
  struckOff,
  struckOffOnPaper,
} from '../../testing/ledger.ts'
import { type Employee, type Office, openOffice, PASSWORD, type Registered } from '../../testing/office.ts'
import { markAllOverdue } from './mark-overdue.ts'

const DAY = 86_400_000
let office: Office
let places: readonly Place[]
let chief: Registered
let admin: Registered
let staff: LedgerStaff
beforeAll(async () => {
  office = await openOffice()
  const { city, water, waterOffice, education } = office
  const section = await office.addOrganisation(education, '基础教育科', 'department')
  places = [city, water, waterOffice, education, section, await office.addOrganisation(section, '学前组', 'department')]
  chief = await office.register(city, 'organiser')
  admin = await office.register(city, 'system_admin')
  staff = await staffOf(office)
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterAll(async () => {
  vi.useRealTimers()
  await office.close()
})

/** So many nights pass; whoever works on signs in anew. Returns the date. */
async function nextDay(nights = 1): Promise<string> {
  vi.setSystemTime(Date.now() + nights * DAY)
  await markAllOverdue(office.pool.db, new Date())
  // Nobody has to change a password that is months old.
  await office.pool.db.updateTable('account').set({ password_changed_at: new Date() }).execute()
  return dateInChina(new Date())
}

/** Signs in; between what one does the time goes on. */
async function signedIn({ login }: { readonly login: string }): Promise<Omit<Employee, 'login'>> {
  const caller = await signInAs(office.app, login, PASSWORD)
  return {
    session: caller.session,
    call: (endpoint, given) => {
      vi.setSystemTime(Date.now() + 1_000)
      return caller.call(endpoint, given)
    },
  }
}

const at = ({ id }: Place) => ({ params: { organisationId: id } })

async function move(by: Caller, moved: Place, to: Place): Promise<void> {
  const { version } = await by.call(endpoints.readOrganisation, at(moved))
  await by.call(endpoints.moveOrganisation, { ...at(moved), body: { parentId: to.id, version } })
}

async function rename(by: Caller, renamed: Place, name: string): Promise<void> {
  const { version, kind } = await by.call(endpoints.readOrganisation, at(renamed))
  await by.call(endpoints.changeOrganisation, { ...at(renamed), body: { name, kind, version } })
}

interface Workers {
  readonly chief: Caller
  readonly admin: Caller
  /** Of the second place, who go with it wherever it is moved. */
  readonly staff: LedgerStaff
}

/** Everybody signs in. */
async function atWork(): Promise<Workers> {
  const again = async ({ login }: Employee): Promise<Employee> => ({ ...(await signedIn({ login })), login })
  const { organiser, second, head, handler, leader, reviewer } = staff
  const [first, other, chiefOf, doer, lead, above] = await Promise.all(
    [organiser, second, head, handler, leader, reviewer].map(again),
  )
  if (!first || !other || !chiefOf || !doer || !lead || !above) throw new Error('nobody is there')
  return {
    chief: await signedIn(chief),
    admin: await signedIn(admin),
    staff: { ...staff, organiser: first, second: other, head: chiefOf, handler: doer, leader: lead, reviewer: above },
  }
}
interface Deed {
  readonly what: number
  readonly where: number
  readonly to: number
}

/** What can be done of a day; `where` and `to` are places, or problems in the order of the ledger. */
const deeds: readonly ((by: Workers, where: Place, to: Place, which: number) => Promise<unknown>)[] = [
  (by, where) => register(by.chief, where),
  (by, where) => register(by.chief, where, someProblem('audit', dateInChina(new Date(Date.now() + DAY)))),
  async (by, where, _, which) => {
    const { id, version } = await problemOf(by, where, which)
    const body = { ...someProblem('hazard', null), class: 'sustained' as 'dated', version }
    return by.chief.call(endpoints.changeProblem, { params: { problemId: id }, body })
  },
  async (by, where, to, which) =>
    by.chief.call(endpoints.transferProblem, {
      params: { problemId: (await problemOf(by, where, which)).id },
      body: { organisationId: to.id, reason: '归口管理' },
    }),
  async (by, where, _, which) =>
    by.chief.call(endpoints.splitProblem, {
      params: { problemId: (await problemOf(by, where, which)).id },
      body: { texts: ['巡查记录缺失', '巡查照片缺失'], reason: '两件事' },
    }),
  (by, where) => rename(by.admin, where, `改名 ${Date.now() + renames++}`),
  (by, where, to) => move(by.admin, where, to),
  (by, where, to) => move(by.admin, where, to),
  (by) => struckOff(by.staff, office.water),
  (by) => struckOffOnPaper(by.staff, office),
  async (by) =>
    by.staff.reviewer.call(endpoints.lookBack, {
      params: { problemId: (await struckOff(by.staff, office.water)).id },
      body: { isEffective: false, found: '三处河段又没有记录' },
    }),
  async (by, where, _, which) => {
    const [{ id }, into] = [await register(by.chief, where), await problemOf(by, where, which)]
    const params = { problemId: id }
    await by.chief.call(endpoints.requestMerge, { params, body: { intoNumber: into.number, reason: '同一件事' } })
    await by.staff.head.call(endpoints.decideMerge, { params, body: { isAccepted: true, reason: '同意' } })
  },
  (by, where, _, which) => importBackdated(by, where, which),
  async (by, where, _, which) => {
    const [id] = await importBackdated(by, where, which)
    if (id === undefined) throw new Error('nothing was imported')
    const body = { isAccepted: which % 2 === 0, reason: '核对过当时的台账', isWholeImport: false }
    await by.staff.reviewer.call(endpoints.decideClosure, { params: { problemId: id }, body })
  },
  async (by, where, _, which) =>
    by.chief.call(endpoints.withdrawProblem, {
      params: { problemId: (await problemOf(by, where, which)).id },
      body: { reason: '重复登记' },
    }),
  async (by, where, _, which) => {
    await importBackdated(by, where, which)
    const { items } = await by.chief.call(endpoints.listLedgerImports, at(where))
    const past = items[which % items.length]
    if (past === undefined) throw new Error('nothing was imported')
    return by.chief.call(endpoints.withdrawLedgerImport, { params: { importId: past.id }, body: { reason: '导错了' } })
  },
]
let renames = 0

/** Brings what was going on and what was done months ago; the problems that are said to be done. */
async function importBackdated({ chief: by }: Workers, where: Place, which: number): Promise<string[]> {
  const day = (months: number): string => dateInChina(new Date(Date.now() - (months * 30 + which) * DAY))
  const line = (state: string, doneOn: string) => {
    const { text } = someProblem()
    return [1, '其他', text, '每周巡查', '长期坚持', `${day(3)}：已经巡查`, state, doneOn]
  }
  await importRows(by, where, [line('正在推进', ''), line('已销号', day(1))])
  const query = { organisationId: where.id, standing: 'claimed' as const }
  return (await by.call(endpoints.listProblems, { query })).items.map(({ id }) => id)
}

/** One of the open problems of a place; if it has none, one is registered. */
async function problemOf(
  by: Workers,
  place: Place,
  which: number,
): Promise<Pick<Problem, 'id' | 'number' | 'version'>> {
  const { items } = await by.chief.call(endpoints.listProblems, { query: { organisationId: place.id } })
  return items[which % items.length] ?? register(by.chief, place)
}

/** What an organisation’s ledger says on a day: its counts, and the rows they are made of. */
interface Told {
  readonly statistics: Omit<LedgerStatistics, 'enteredSince'>
  readonly rows: readonly object[]
}

type Month = Answer<typeof endpoints.readLedgerBreakdown>['byMonth'][number]

/** What is told of each month that is over, but what was entered later. */
async function monthsOf(
  by: Caller,
  place: Place,
  today: string,
): Promise<Pick<Month, 'month' | 'registered' | 'struckOff'>[]> {
  const { byMonth } = await by.call(endpoints.readLedgerBreakdown, at(place))
  return byMonth
    .filter(({ month, registered, struckOff: closed }) => month < today.slice(0, 7) && registered + closed > 0)
    .map(({ month, registered, struckOff: closed }) => ({ month, registered, struckOff: closed }))
}

async function toldToday(by: Caller, place: Place): Promise<Told> {
  const { enteredSince: _, ...statistics } = await by.call(endpoints.readLedgerStatistics, at(place))
  const query = { organisationId: place.id, standing: 'all' as const, limit: 200 }
  const { items, next } = await by.call(endpoints.listProblems, { query })
  expect(next).toBeNull()
  const rows = items
    .toSorted((a, b) => a.number - b.number)
    .map(({ id, number, organisation: { name }, text, source, class: kind, state, dueOn }) => {
      return { id, number, organisationName: name, text, source, class: kind, state, dueOn }
    })
  return { statistics, rows }
}

async function toldOf(by: Caller, place: Place, asOf: string): Promise<Told> {
  const statistics = await by.call(endpoints.readLedgerStatistics, { ...at(place), query: { asOf } })
  const { items } = await by.call(endpoints.listProblemsAsOf, { ...at(place), query: { asOf, limit: 200 } })
  return { statistics, rows: items }
}

type Months = Awaited<ReturnType<typeof monthsOf>>

const deed = fc.record({ what: fc.nat(deeds.length - 1), where: fc.nat(5), to: fc.nat(5) })
const day = fc.record({ nights: fc.nat(25), done: fc.array(deed, { minLength: 2, maxLength: 6 }) })
const days = fc.array(day, { minLength: 3, maxLength: 4 })

it(
  'tells of every day and month gone by what was told on it, whatever was done since',
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(days, async (past) => {
        const known = new Map<string, ReadonlyMap<Place, Told & { readonly months: Months }>>()
        for (const { nights, done } of past) {
          const today = await nextDay(1 + nights)
          const by = await atWork()
          for (const one of done) await doOne(by, one)
          const told = new Map<Place, Told & { readonly months: Months }>()
          for (const place of places)
            told.set(place, { ...(await toldToday(by.chief, place)), months: await monthsOf(by.chief, place, today) })
          known.set(today, told)
        }
        await nextDay()
        const reader = await signedIn(chief)
        for (const [asOf, told] of known)
          for (const [place, { months, ...then }] of told) {
            expect(await toldOf(reader, place, asOf)).toMatchObject(then)
            expect(await monthsOf(reader, place, asOf)).toEqual(months)
          }
        await expectSoundLedger(office.pool.db)
      }),
      // The next run goes on from where this one stopped: there is nothing to shrink.
      { numRuns: 3, endOnFailure: true },
    )
  },
)

it('tells apart what was entered afterwards with an earlier date', async () => {
  const place = await office.addOrganisation(office.city, '临江市档案局')
  const then = await nextDay()
  await register(await signedIn(chief), place)
  const today = await nextDay(62)
  const by = await atWork()
  await importBackdated(by, place, 0)
  const [waiting] = (
    await by.chief.call(endpoints.listProblems, { query: { organisationId: place.id, standing: 'claimed' } })
  ).items
  const body = { isAccepted: true, reason: '核对过当时的台账', isWholeImport: false }
  await by.staff.reviewer.call(endpoints.decideClosure, { params: { problemId: waiting?.id ?? '' }, body })

  const told = await toldOf(by.chief, place, then)
  expect(told).toMatchObject({ statistics: { total: { going: 1 }, enteredSince: { registered: 2, struckOff: 0 } } })
  expect(told.rows).toHaveLength(1)
  const yesterday = dateInChina(new Date(Date.now() - DAY))
  expect((await toldOf(by.chief, place, yesterday)).statistics).toMatchObject({
    enteredSince: { registered: 2, struckOff: 1 },
  })
  const { byMonth } = await by.chief.call(endpoints.readLedgerBreakdown, at(place))
  const sumOf = (field: Exclude<keyof Month, 'month'>): number => byMonth.reduce((sum, month) => sum + month[field], 0)
  expect(
    ['registered', 'registeredLate', 'struckOff', 'struckOffLate'].map((field) => sumOf(field as 'registered')),
  ).toEqual([1, 2, 0, 1])
  expect(byMonth.find(({ month }) => month === then.slice(0, 7))).toMatchObject({ registered: 1 })
  expect(byMonth.map(({ month }) => month)).not.toContain(today.slice(0, 7))
})

/** What cannot be done, as a circle of organisations, does not happen. */
async function doOne(by: Workers, { what, where, to }: Deed): Promise<void> {
  const [act, place, other] = [deeds[what], places[where], places[to]]
  if (!act || !place || !other) throw new Error('no such deed')
  await act(by, place, other, what + to).catch((error: unknown) => {
    if (!(error instanceof RefusedCall) || !['conflict', 'invalid', 'not_found'].includes(error.refusal.code))
      throw error
  })
}

it('shows of the past what one may see today; what has left is counted, but not told', async () => {
  const from = await office.addOrganisation(office.city, '临江市商务局')
  const to = await office.addOrganisation(office.city, '临江市粮食局')
  const moved = await office.addOrganisation(from, '储备科', 'department')
  const [losing, gaining] = [await office.register(from, 'organiser'), await office.register(to, 'organiser')]
  const then = await nextDay()
  const first = await signedIn(losing)
  const [kept, gone] = [await register(first, from), await register(first, moved)]
  await nextDay()
  const mover = await signedIn(admin)
  await rename(mover, moved, '储备中心')
  await move(mover, moved, to)

  const loser = await signedIn(losing)
  const lost = await toldOf(loser, from, then)
  expect(lost.statistics.total.going).toBe(2)
  expect(lost.statistics.byOrganisation).toMatchObject([{ name: '储备科', going: 1 }])
  expect(lost.rows).toMatchObject([
    { number: kept.number, text: kept.text },
    { number: gone.number, organisationName: '储备科', text: null },
  ])
  await expect(toldOf(loser, moved, then)).rejects.toThrow('没有找到')

  const gainer = await signedIn(gaining)
  expect((await toldOf(gainer, to, then)).rows).toEqual([])
  const won = await toldOf(gainer, moved, then)
  expect(won.statistics).toMatchObject({ organisation: { name: '储备科' }, total: { going: 1 } })
  expect(won.rows).toMatchObject([{ organisationName: '储备科', text: gone.text }])
  expect((await gainer.call(endpoints.readLedgerStatistics, at(moved))).organisation.name).toBe('储备中心')
})
