import { endpoints, type HintKind, type Problem } from '@duizhao/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileStore } from '../platform/files/index.ts'
import { signInAs } from '../testing/client.ts'
import { type Office, openOffice, PASSWORD } from '../testing/office.ts'
import { hashPassword, setPassword } from '../office/identity/index.ts'
import { cityProblems } from './city/problems.ts'
import { setUpCity } from './set-up-city.ts'

const NOW = new Date('2026-11-21T02:00:00Z')

let office: Office
let reviewer: Awaited<ReturnType<typeof signInAs>>
const problems: Problem[] = []

beforeAll(async () => {
  office = await openOffice()
  const { db } = office.pool
  await sql`truncate organisation, search_entry, problem_count cascade`.execute(db)
  const accounts = await setUpCity(db, NOW, fileStore(office.filesFolder))
  const login = accounts.find(({ roleName }) => roleName === '审核人（上级）')?.login ?? ''
  const { id } = await db.selectFrom('account').select('id').where('login', '=', login).executeTakeFirstOrThrow()
  await db
    .transaction()
    .execute(async (tx) =>
      setPassword(tx, id, { hash: await hashPassword(PASSWORD), now: new Date(), mustChange: false }),
    )
  reviewer = await signInAs(office.app, login, PASSWORD)
  for (let after: string | undefined; ;) {
    const query = { standing: 'all' as const, limit: 200, ...(after === undefined ? {} : { after }) }
    const { items, next } = await reviewer.call(endpoints.listProblems, { query })
    problems.push(...items)
    if (next === null) break
    after = next
  }
})
afterAll(() => office.close())

const keyOf = ({ text }: Problem): string => cityProblems.find((each) => each.text === text)?.key ?? '？'

describe('the fictional city', () => {
  it('has the problems it was written with, in their states', () => {
    expect(problems.length).toBe(cityProblems.length)
    const struckOff = problems.filter(({ state }) => state === 'struck_off' || state === 'relapsed')
    expect(struckOff.length).toBe(cityProblems.filter(({ outcome }) => outcome === 'struck_off').length)
    const asked = problems.filter(({ state }) => state === 'strike_off_requested')
    expect(asked.length).toBe(cityProblems.filter(({ outcome }) => outcome === 'requested').length)
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
      const known = cityProblems.filter(({ registeredOn }) => registeredOn <= asOf)
      const done = known.filter(({ closedOn }) => closedOn !== null && closedOn <= asOf)
      const gone = done.filter(({ key }) => known.some(({ relapseOf }) => relapseOf === key))
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
