import { endpoints, type LedgerStatistics, type Problem, RefusedCall } from '@duizhao/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { dateInChina } from '../../platform/calendar/index.ts'
import { type Caller, signInAs } from '../../testing/client.ts'
import { expectVersions } from '../../testing/ledger-invariants.ts'
import { type Place, register, someProblem } from '../../testing/ledger.ts'
import { type Office, openOffice, PASSWORD, type Registered } from '../../testing/office.ts'
import { markAllOverdue } from './mark-overdue.ts'

const DAY = 86_400_000
let office: Office
let places: readonly Place[]
let chief: Registered
let admin: Registered
beforeAll(async () => {
  office = await openOffice()
  const { city, water, waterOffice, education } = office
  const section = await office.addOrganisation(education, '基础教育科', 'department')
  places = [city, water, waterOffice, education, section, await office.addOrganisation(section, '学前组', 'department')]
  chief = await office.register(city, 'organiser')
  admin = await office.register(city, 'system_admin')
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterAll(async () => {
  vi.useRealTimers()
  await office.close()
})

/** The night passes; whoever works on signs in anew. Returns the date. */
async function nextDay(): Promise<string> {
  vi.setSystemTime(Date.now() + DAY)
  await markAllOverdue(office.pool.db, new Date())
  return dateInChina(new Date())
}

function signedIn({ login }: Registered): Promise<Caller> {
  return signInAs(office.app, login, PASSWORD)
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
]
let renames = 0

/** One of the open problems of a place; if it has none, one is registered. */
async function problemOf(by: Workers, place: Place, which: number): Promise<Pick<Problem, 'id' | 'version'>> {
  const { items } = await by.chief.call(endpoints.listProblems, { query: { organisationId: place.id } })
  return items[which % items.length] ?? register(by.chief, place)
}

/** What an organisation’s ledger says on a day: its counts, and the rows they are made of. */
interface Told {
  readonly statistics: LedgerStatistics
  readonly rows: readonly object[]
}

async function toldToday(by: Caller, place: Place): Promise<Told> {
  const statistics = await by.call(endpoints.readLedgerStatistics, at(place))
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

const deed = fc.record({ what: fc.nat(deeds.length - 1), where: fc.nat(5), to: fc.nat(5) })
const days = fc.array(fc.array(deed, { minLength: 2, maxLength: 6 }), { minLength: 3, maxLength: 4 })

it(
  'tells of every day gone by what was told on it, whatever was renamed and moved since',
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(days, async (past) => {
        const known = new Map<string, ReadonlyMap<Place, Told>>()
        for (const done of past) {
          const today = await nextDay()
          const by = { chief: await signedIn(chief), admin: await signedIn(admin) }
          for (const one of done) await doOne(by, one)
          const told = new Map<Place, Told>()
          for (const place of places) told.set(place, await toldToday(by.chief, place))
          known.set(today, told)
        }
        await nextDay()
        const reader = await signedIn(chief)
        for (const [asOf, told] of known)
          for (const [place, then] of told) expect(await toldOf(reader, place, asOf)).toMatchObject(then)
        await expectVersions(office.pool.db)
      }),
      // The next run goes on from where this one stopped: there is nothing to shrink.
      { numRuns: 5, endOnFailure: true },
    )
  },
)

/** What is refused, as a circle of organisations is, does not happen. */
async function doOne(by: Workers, { what, where, to }: Deed): Promise<void> {
  const [act, place, other] = [deeds[what], places[where], places[to]]
  if (!act || !place || !other) throw new Error('no such deed')
  vi.setSystemTime(Date.now() + 1_000)
  await act(by, place, other, what + to).catch((error: unknown) => {
    if (!(error instanceof RefusedCall) || error.refusal.code === 'broken') throw error
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
