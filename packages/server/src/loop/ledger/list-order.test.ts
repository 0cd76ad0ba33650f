import { endpoints, type Problem, problemClasses, problemSorts, problemSources, problemStates } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { assigned, register, someProblem, staffOf, struckOff } from '../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'

let office: Office
let chief: Employee
beforeAll(async () => {
  office = await openOffice()
  chief = await office.employ(office.city, 'organiser')
  const staff = await staffOf(office)
  for (const aspect of ['作风建设', '', '党风廉政', '党风廉政'])
    await register(chief, office.education, { ...someProblem('audit', '2099-01-31'), aspect })
  await register(chief, office.waterOffice, { ...someProblem('hazard', '2099-03-31'), aspect: '信息公开' })
  await register(chief, office.water, { ...someProblem('meeting', null), class: 'sustained' as 'dated' })
  await assigned(staff, office.water)
  await struckOff(staff, office.water)
})
afterAll(() => office.close())

async function all(query: Record<string, unknown>, limit = 200): Promise<Problem[]> {
  const rows: Problem[] = []
  for (let after: string | undefined; ;) {
    const page = await chief.call(endpoints.listProblems, {
      query: { standing: 'all', ...query, limit, ...(after === undefined ? {} : { after }) },
    })
    rows.push(...page.items)
    if (page.next === null) return rows
    after = page.next
  }
}

const place = (words: readonly string[], word: string): string => String(words.indexOf(word)).padStart(3, '0')

/** What the rows of each order are sorted by; nothing where a row has nothing. */
const keyOf: Readonly<Record<(typeof problemSorts)[number], (problem: Problem) => string>> = {
  due: ({ dueOn }) => dueOn ?? '',
  number: ({ number }) => String(number).padStart(9, '0'),
  registered: ({ registeredOn }) => registeredOn,
  state: ({ state }) => place(problemStates, state),
  source: ({ source }) => place(problemSources, source),
  class: ({ class: kind }) => place(problemClasses, kind),
  aspect: ({ aspect }) => aspect,
  organisation: ({ organisation }) => organisation.name,
  lead: ({ lead }) => lead?.name ?? '',
  handler: ({ handler }) => handler?.name ?? '',
}

const byPinyin = new Intl.Collator('zh-Hans-u-co-pinyin')

it.each(problemSorts)('by %s, either way round, what has nothing there last, each row once', async (sort) => {
  for (const isDescending of [false, true]) {
    const whole = await all({ sort, isDescending })
    const paged = await all({ sort, isDescending }, 2)
    expect(paged.map(({ id }) => id)).toEqual(whole.map(({ id }) => id))
    const keys = whole.map(keyOf[sort])
    const said = keys.filter((key) => key !== '').toSorted((one, other) => byPinyin.compare(one, other))
    const blank = keys.filter((key) => key === '')
    expect(keys).toEqual([...(isDescending ? said.toReversed() : said), ...blank])
  }
})

it.each(problemSorts)('by %s, either way round, each row tells what stands beside it', async (sort) => {
  for (const isDescending of [false, true]) {
    const query = { sort, isDescending, standing: 'all' as const }
    const rows = await all(query)
    for (const [at, { id }] of rows.entries()) {
      const beside = await chief.call(endpoints.readNeighbours, { params: { problemId: id }, query })
      const number = (row: Problem | undefined) => (row === undefined ? null : { id: row.id, number: row.number })
      expect(beside).toEqual({
        previous: number(rows[at - 1]),
        next: number(rows[at + 1]),
        position: at + 1,
        all: rows.length,
      })
    }
  }
})

it('what is not in the list any more has no place there, but still its neighbours', async () => {
  const [done] = await all({ standing: 'done' })
  const open = await all({ standing: 'open' })
  const query = { standing: 'open' as const }
  const params = { problemId: done?.id ?? '' }
  const beside = await chief.call(endpoints.readNeighbours, { params, query })
  expect([beside.position, beside.all]).toEqual([null, open.length])
  const ids = open.map(({ id }) => id)
  const next = ids.indexOf(beside.next?.id ?? '')
  expect(ids[next - 1] ?? null).toBe(beside.previous?.id ?? null)
  const stranger = await office.employ(office.education, 'organiser')
  await expect(stranger.call(endpoints.readNeighbours, { params, query })).rejects.toThrow('没有找到')
  const [own] = await all({ organisationId: office.education.id })
  const within = await stranger.call(endpoints.readNeighbours, { params: { problemId: own?.id ?? '' }, query })
  expect(within.all).toBe((await all({ organisationId: office.education.id, standing: 'open' })).length)
})

it('names come in the order of their pinyin, characters nobody uses do not stop the list', async () => {
  const rows = await all({ sort: 'aspect', organisationId: office.education.id })
  expect(rows.map(({ aspect }) => aspect)).toEqual(['党风廉政', '党风廉政', '作风建设', ''])
  const rare = String.fromCodePoint(0x20_00_0, 0xe000, 0xf8ff, 0x1f600, 0x10fffd, 0x9fa6)
  await register(chief, office.education, { ...someProblem(), aspect: rare })
  for (const sort of ['aspect', 'organisation'] as const) expect(await all({ sort }, 2)).toHaveLength(9)
})

it('by unit follows a unit that gets another name, and a problem that goes to another unit', async () => {
  const [first, last] = [
    await office.addOrganisation(office.education, '艾草科', 'department'),
    await office.addOrganisation(office.education, '资料科', 'department'),
  ]
  const [one, other] = [await register(chief, first), await register(chief, last)]
  const ids = async (): Promise<string[]> =>
    (await all({ sort: 'organisation', organisationId: office.education.id }))
      .map(({ id }) => id)
      .filter((id) => id === one.id || id === other.id)
  expect(await ids()).toEqual([one.id, other.id])
  const admin = await office.employ(office.city, 'system_admin')
  const body = { name: '综合科', kind: 'department' as const, version: 1 }
  await admin.call(endpoints.changeOrganisation, { params: { organisationId: first.id }, body })
  await admin.call(endpoints.changeOrganisation, {
    params: { organisationId: last.id },
    body: { ...body, name: '班务科' },
  })
  expect(await ids()).toEqual([other.id, one.id])
  await chief.call(endpoints.transferProblem, {
    params: { problemId: other.id },
    body: { organisationId: first.id, reason: '归口综合科' },
  })
  await register(chief, last)
  expect((await all({ sort: 'organisation', organisationId: office.education.id })).at(0)?.organisation.name).toBe(
    '班务科',
  )
})

it('by who leads follows a person who gets another name, and an assignment to another', async () => {
  const place = await office.addOrganisation(office.education, '档案科', 'department')
  const [one, other] = [await register(chief, place), await register(chief, place)]
  const admin = await office.employ(office.city, 'system_admin')
  const named = (name: string) => ({ name, position: '', email: '', isPartyMember: true })
  const [first, last] = await Promise.all(
    ['艾青山', '周长河'].map((name) =>
      admin.call(endpoints.createPerson, { params: { organisationId: place.id }, body: named(name) }),
    ),
  )
  if (!first || !last) throw new Error('nobody was entered')
  const give = (problem: Pick<Problem, 'id'>, leadId: string, handlerId: string) =>
    chief.call(endpoints.assignProblem, {
      params: { problemId: problem.id },
      body: { leadId, handlerId, class: 'dated', dueOn: '2099-06-30' },
    })
  const ids = async (sort: 'lead' | 'handler'): Promise<string[]> =>
    (await all({ sort, organisationId: place.id })).map(({ id }) => id)
  await give(one, first.id, last.id)
  expect(await ids('lead')).toEqual([one.id, other.id])
  await give(other, last.id, first.id)
  expect([await ids('lead'), await ids('handler')]).toEqual([
    [one.id, other.id],
    [other.id, one.id],
  ])
  await admin.call(endpoints.changePerson, {
    params: { personId: first.id },
    body: { ...named('祖青山'), organisationId: place.id, version: first.version },
  })
  expect([await ids('lead'), await ids('handler')]).toEqual([
    [other.id, one.id],
    [one.id, other.id],
  ])
  await give(one, last.id, last.id)
  await give(other, first.id, first.id)
  expect(await ids('lead')).toEqual([one.id, other.id])
})

it('a place in one order is none in another', async () => {
  const { next } = await chief.call(endpoints.listProblems, { query: { sort: 'aspect', limit: 1 } })
  const elsewhere = chief.call(endpoints.listProblems, { query: { sort: 'state', limit: 1, after: next ?? '' } })
  await expect(elsewhere).rejects.toThrow('翻页的位置不对')
})
