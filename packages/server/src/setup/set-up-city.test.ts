import { resolve } from 'node:path'
import { endpoints, type HintKind, type Problem } from '@duizhao/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { features } from '../features.ts'
import { verifyChain, vouchedOf } from '../platform/audit/index.ts'
import { fileStore } from '../platform/files/index.ts'
import { signInAs } from '../testing/client.ts'
import { expectSoundLedger } from '../testing/ledger-invariants.ts'
import { type Office, openOffice } from '../testing/office.ts'
import type { City, CityAct, CityProblem } from './city/city.ts'
import { readCity } from './city/read-city.ts'
import { setUpCity } from './set-up-city.ts'

const NOW = new Date('2026-11-21T02:00:00Z')
const FOLDER = resolve(import.meta.dirname, '../../../../samples/city')

const DAY = 86_400_000

let office: Office
let city: City
let reviewer: Awaited<ReturnType<typeof signInAs>>
const problems: Problem[] = []

beforeAll(async () => {
  // The city is looked at on the day it was set up: later, more of it is late.
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  office = await openOffice()
  city = await readCity(FOLDER, NOW)
  const { db } = office.pool
  await sql`truncate organisation, search_entry, problem_count cascade`.execute(db)
  const accounts = await setUpCity(db, { now: NOW, files: fileStore(office.filesFolder), folder: FOLDER })
  const tried = accounts.find(({ roleName }) => roleName === '审核人（上级）')
  // As it is handed over: who tries the city need not change it first.
  reviewer = await signInAs(office.app, tried?.login ?? '', tried?.password ?? '')
  for (let after: string | undefined; ;) {
    const query = { standing: 'all' as const, limit: 200, ...(after === undefined ? {} : { after }) }
    const { items, next } = await reviewer.call(endpoints.listProblems, { query })
    problems.push(...items)
    if (next === null) break
    after = next
  }
})
afterAll(async () => {
  vi.useRealTimers()
  await office.close()
})

const keyOf = ({ text }: Problem): string => city.problems.find((each) => each.text === text)?.key ?? '？'

/** What the stories say: the last act of each kind that a problem was given. */
const endsWith = ({ story }: CityProblem, ...acts: readonly CityAct['act'][]): boolean =>
  acts.includes(story.findLast(({ act }) => !['answerNotice', 'proveEffective'].includes(act))?.act ?? 'register')
const closedOn = ({ story }: CityProblem): string | null =>
  story
    .filter(({ act }) => act === 'approve')
    .at(1)
    ?.at.slice(0, 10) ?? null
const registeredOn = ({ story }: CityProblem): string => story[0]?.at.slice(0, 10) ?? ''
const cameBack = (key: string) => (problem: CityProblem) =>
  problem.story.some((act) => act.act === 'findRelapse' && act.of === key)

/** How often each act was played, by the name the audit log has for it. */
function playedActs(): Map<string, number> {
  const names = city.problems.flatMap(({ story }) =>
    story.map(({ act }, at) => {
      const isLast = act === 'approve' && story.slice(0, at).some((before) => before.act === 'approve')
      return `ledger.${act === 'approve' ? (isLast ? 'strikeOff' : 'confirm') : act}`
    }),
  )
  return new Map([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]))
}

describe('the fictional city', () => {
  it('has the problems it was written with, in their states', () => {
    expect(problems.length).toBe(city.problems.length)
    const struckOff = problems.filter(({ state }) => state === 'struck_off' || state === 'relapsed')
    expect(struckOff.length).toBe(city.problems.filter((each) => closedOn(each) !== null).length)
    const asked = problems.filter(({ state }) => state === 'strike_off_requested')
    expect(asked.length).toBe(city.problems.filter((each) => endsWith(each, 'requestStrikeOff')).length)
    const relapsed = problems.filter(({ state }) => state === 'relapsed')
    expect(relapsed.map(keyOf).toSorted()).toEqual(['baishi-1', 'housing-9', 'transport-7', 'water-10'])
  })

  it('came to its states through the machine, in the hands of those who may', async () => {
    const events = await office.pool.db.selectFrom('problem_event').select('account_id as accountId').execute()
    expect(events.length).toBeGreaterThan(900)
    expect(events.filter(({ accountId }) => accountId === null)).toEqual([])
    await expectSoundLedger(office.pool.db)
  })

  it('left an entry of the audit log for every act, in the order of time, and the chain holds', async () => {
    const { db } = office.pool
    const entries = await db
      .selectFrom('audit_entry')
      .select(['action', 'at'])
      .where('action', 'not like', 'identity.%')
      .orderBy('number')
      .execute()
    const counts = new Map([...Map.groupBy(entries, ({ action }) => action)].map(([name, all]) => [name, all.length]))
    for (const [action, count] of playedActs()) expect([action, counts.get(action)]).toEqual([action, count])
    expect(counts.get('organisation.create')).toBe(city.organisations.length - 1)
    expect(counts.get('person.create')).toBe(city.people.length)
    expect(counts.get('account.open')).toBe(city.accounts.length)
    expect(counts.get('grant.give')).toBe(city.accounts.flatMap(({ roles }) => roles).length)
    const times = entries.map(({ at }) => at.getTime())
    expect(times).toEqual(times.toSorted((one, other) => one - other))
    expect(Math.max(...times)).toBeLessThanOrEqual(NOW.getTime())
    expect(await verifyChain(db, { vouched: vouchedOf(features) })).toMatchObject({ intact: true, broken: null })
  })

  it('marks what is late, and reminds of it', async () => {
    const late = problems.filter(({ overdueDays }) => overdueDays > 0)
    const rows = await office.pool.db.selectFrom('problem').select('id').where('is_overdue', '=', true).execute()
    expect(rows.map(({ id }) => id).toSorted()).toEqual(late.map(({ id }) => id).toSorted())
    const told = await office.pool.db.selectFrom('notification').selectAll().execute()
    expect(told.some(({ title }) => title.includes('过了答复期限'))).toBe(true)
    expect(
      told.filter(({ read_at }) => read_at === null).every(({ at }) => at.getTime() > NOW.getTime() - 7 * DAY),
    ).toBe(true)
  })

  it('counts as its rows do', async () => {
    const [root] = (await reviewer.call(endpoints.listOrganisationRoots, {})).items
    const { total } = await reviewer.call(endpoints.readLedgerStatistics, {
      params: { organisationId: root?.id ?? '' },
    })
    expect(total.done).toBe(problems.filter(({ state }) => state === 'struck_off').length)
    const open = problems.filter(({ state }) => !['struck_off', 'relapsed', 'superseded'].includes(state))
    expect(total.sustained + total.going).toBe(open.length)
  })

  it('opens any earlier day again, and every figure has its rows', async () => {
    const [root] = (await reviewer.call(endpoints.listOrganisationRoots, {})).items
    const params = { organisationId: root?.id ?? '' }
    for (const asOf of ['2026-03-31', '2026-06-30', '2026-09-30']) {
      const { total } = await reviewer.call(endpoints.readLedgerStatistics, { params, query: { asOf } })
      const known = city.problems.filter((each) => registeredOn(each) <= asOf)
      const done = known.filter((each) => (closedOn(each) ?? '9999') <= asOf)
      const gone = done.filter(({ key }) => known.some(cameBack(key)))
      expect([asOf, total.done]).toEqual([asOf, done.length - gone.length])
      const { items } = await reviewer.call(endpoints.listProblemsAsOf, { params, query: { asOf, limit: 200 } })
      expect(items.length).toBe(known.length)
    }
  })

  it('gives hints on what was planted and on nothing honest', async () => {
    const found = new Map<HintKind, string[]>()
    for (const problem of problems) {
      const { hints } = await reviewer.call(endpoints.readProblem, { params: { problemId: problem.id } })
      for (const { kind } of hints) found.set(kind, [...(found.get(kind) ?? []), keyOf(problem)].toSorted())
    }
    expect(Object.fromEntries(found)).toEqual({
      'no-evidence': ['education-6', 'qingyan-1', 'transport-9'],
      'reused-evidence': ['finance-11', 'finance-12', 'yunxi-agriculture-1', 'yunxi-agriculture-2'],
      'same-progress': ['transport-4', 'transport-5', 'transport-6', 'yunxi-land-1', 'yunxi-land-3', 'yunxi-land-4'],
      // Their only evidence is the same minutes.
      'paper-evidence': ['finance-11', 'finance-12'],
      'closed-together': ['health-1', 'health-2', 'health-3', 'health-4', 'health-5', 'health-6'],
    })
  })
})
