import { endpoints } from '@duizhao/contract'
import { isUnreadable, read } from '@duizhao/engine'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'

let office: Office
let group: Office['city']
/** The head and four members of a team, the head of the unit the second leads, somebody of the city. */
let team: Employee[]
let unitHead: Employee
let superior: Employee
let organiser: Employee

const idOf = async ({ session }: Employee): Promise<string> =>
  (
    await office.pool.db
      .selectFrom('account')
      .select('person_id as id')
      .where('id', '=', session.account.id)
      .executeTakeFirstOrThrow()
  ).id

async function post(who: Employee, body: Office['city'], given: { role: 'head' | 'deputy'; leadIds?: string[] }) {
  await superior.call(endpoints.createPost, {
    params: { organisationId: body.id },
    body: {
      personId: await idOf(who),
      caption: '',
      seat: null,
      leadIds: [],
      branchId: null,
      fromOn: '2020-01-01',
      toOn: null,
      ...given,
    },
  })
}

beforeAll(async () => {
  office = await openOffice()
  group = await office.addOrganisation(office.water, '水务局党组', 'party_group')
  superior = await office.employ(office.city, 'organiser')
  organiser = await office.employ(office.water, 'organiser', group)
  unitHead = await office.employ(office.waterOffice, 'member')
  team = []
  for (let at = 0; at < 5; at += 1) team.push(await office.employ(office.water, 'member', group))
  for (const [at, who] of team.entries())
    await post(who, group, { role: at === 0 ? 'head' : 'deputy', leadIds: at === 1 ? [office.waterOffice.id] : [] })
  await post(unitHead, office.waterOffice, { role: 'head' })
})
afterAll(() => office.close())

const query = { from: '2026-01-01', to: '2026-12-31' }
const matrix = (who: Employee, freezeOn?: string) =>
  who.call(endpoints.readTalkMatrix, {
    params: { organisationId: group.id },
    query: { ...query, ...(freezeOn === undefined ? {} : { freezeOn }) },
  })

async function talk(one: Employee, other: Employee, onDay: string, makesUpOn: string | null = null): Promise<string> {
  const { id } = await organiser.call(endpoints.createRecord, {
    params: { organisationId: group.id },
    body: {
      state: 'kept',
      kinds: ['talk'],
      ...{ onDay, makesUpOn },
      hostId: await idOf(one),
      participants: [{ personId: await idOf(other), kind: 'talked_to' }],
      topics: [{ text: '作风建设' }],
    },
  })
  return id
}

it('the pairs of a team of five show the missing one by name', async () => {
  const [head, second, ...others] = team
  if (!head || !second) throw new Error('the team is not set up')
  const before = await matrix(organiser)
  // Four of the head, six of the others, one with the head of the unit that is led.
  expect(before.counts).toEqual({ held: 0, late: 0, missing: 11, unknown: 0 })
  for (const other of [second, ...others.slice(1)]) await talk(head, other, '2026-11-02')
  const after = await matrix(organiser)
  const [missing] = others
  expect(after.isWhole).toBe(true)
  expect(
    after.lines
      .filter(({ reason, state }) => reason === 'head_member' && state === 'missing')
      .map(({ person, withAnyOf }) => [person.id, withAnyOf.map(({ id, name }) => `${id} ${name}`)]),
  ).toEqual([[await idOf(head), [`${missing ? await idOf(missing) : ''} ${missing?.session.person.name ?? ''}`]]])
  expect((await matrix(organiser, '2026-11-01')).counts).toMatchObject({ held: 0, late: 3 })
})

it('a talk made up for counts in the year it was owed in, and in no other', async () => {
  const [, second, , fourth] = team
  if (!second || !fourth) throw new Error('the team is not set up')
  const id = await talk(second, fourth, '2026-01-20', '2025-12-20')
  const talksOf = async (year: number): Promise<string[]> => {
    const { lines } = await organiser.call(endpoints.readTalkMatrix, {
      params: { organisationId: group.id },
      query: { from: `${year}-01-01`, to: `${year}-12-31` },
    })
    return lines.flatMap(({ talks }) => talks.map(({ recordId }) => recordId))
  }
  expect(await talksOf(2025)).toEqual([id])
  expect(await talksOf(2026)).not.toContain(id)
})

it('a party sees its own talks, a superior how many there are, nobody else anything', async () => {
  const [, second, third] = team
  if (!second || !third) throw new Error('the team is not set up')
  const id = await talk(second, third, '2026-11-20')
  const own = await matrix(third)
  expect(own.isWhole).toBe(false)
  const self = await idOf(third)
  for (const { person, withAnyOf } of own.lines) expect([person.id, ...withAnyOf.map((one) => one.id)]).toContain(self)
  expect(own.lines.flatMap(({ talks }) => talks).map(({ recordId }) => recordId)).toContain(id)
  const seen = await matrix(superior)
  expect(seen).toMatchObject({ isWhole: false, lines: [] })
  expect(seen.counts.held).toBeGreaterThan(0)
  await expect(matrix(unitHead)).rejects.toThrow('没有找到')
})

it('two of a team who talked in the branch they live in have talked for the team', async () => {
  const own = await office.addOrganisation(office.water, '水务局第二党组', 'party_group')
  const branch = await office.addOrganisation(office.water, '水务局第二支部', 'branch')
  const [head, deputy, member] = await Promise.all([0, 1, 2].map(() => office.employ(office.water, 'member', own)))
  if (!head || !deputy || !member) throw new Error('nobody is there')
  const given = { caption: '', seat: null, leadIds: [], branchId: branch.id, fromOn: '2020-01-01', toOn: null }
  const ofTeam = [
    { who: head, role: 'head' as const },
    { who: deputy, role: 'deputy' as const },
  ]
  for (const { who, role } of ofTeam)
    await superior.call(endpoints.createPost, {
      params: { organisationId: own.id },
      body: { ...given, role, personId: await idOf(who) },
    })
  const inBranch = async (one: Employee, other: Employee, onDay: string) =>
    superior.call(endpoints.createRecord, {
      params: { organisationId: branch.id },
      body: {
        ...{ state: 'kept', kinds: ['talk'], onDay, hostId: await idOf(one), topics: [{ text: '思想工作' }] },
        participants: [{ personId: await idOf(other), kind: 'talked_to' }],
      },
    })
  const seenBy = async (who: Employee) => {
    const { lines } = await who.call(endpoints.readTalkMatrix, { params: { organisationId: own.id }, query })
    return lines.filter(({ reason }) => reason === 'head_member').map(({ state, talks }) => [state, talks.length])
  }
  // With one who is not in the team it is the branch’s alone.
  await inBranch(head, member, '2026-03-05')
  expect(await seenBy(head)).toEqual([['missing', 0]])
  await inBranch(head, deputy, '2026-03-06')
  expect(await seenBy(head)).toEqual([['held', 1]])
  // Who sees all pairs of the team learns that they talked; the talk is the branch’s to show.
  expect(await seenBy(await office.employ(own, 'organiser'))).toEqual([['held', 0]])
})

async function documentOf(file: Blob, name: string) {
  const document = await read(new Uint8Array(await file.arrayBuffer()), name)
  if (isUnreadable(document)) throw new Error(document.message)
  return document
}

it('the workbook says what the page says, the register what was held, each as far as one sees it', async () => {
  const params = { organisationId: group.id }
  const { lines } = await matrix(organiser)
  const { tables } = await documentOf(await organiser.call(endpoints.exportTalkMatrix, { params, query }), '谈话.xlsx')
  const cells = tables[0]?.cells ?? []
  const count = (word: string): number => cells.filter(({ text }) => text === word).length
  expect([count('已谈'), count('缺')]).toEqual(
    (['held', 'missing'] as const).map((state) => lines.filter((line) => line.state === state).length),
  )
  const { items } = await organiser.call(endpoints.listRecords, { params, query: { ...query, kind: 'talk' } })
  const register = await documentOf(await organiser.call(endpoints.talkRegister, { params, query }), '登记表.docx')
  expect(register.text).toContain(`谈心谈话${items.length}次。`)
  for (const { host, talkedTo } of items)
    for (const name of [host?.name, talkedTo[0]?.name]) expect(register.text).toContain(name)
  for (const who of [superior, team[1] ?? organiser])
    await expect(who.call(endpoints.talkRegister, { params, query })).rejects.toThrow('不能出')
  const { tables: own } = await documentOf(
    await superior.call(endpoints.exportTalkMatrix, { params, query }),
    '谈话.xlsx',
  )
  expect(own[0]?.cells.some(({ text }) => text === '这里只列出本人的')).toBe(true)
  expect(own[0]?.cells.some(({ text }) => text === '已谈')).toBe(false)
})

it('who still has to talk is told with whom, once each; who has no account is named', async () => {
  const own = await office.addOrganisation(office.water, '水务局第三党组', 'party_group')
  const secretary = await office.employ(own, 'organiser')
  const [head, deputy] = [
    await office.employ(office.water, 'member', own),
    await office.employ(office.water, 'member', own),
  ]
  const params = { organisationId: own.id }
  const body = { ...query, by: '2099-12-10' }
  await expect(secretary.call(endpoints.remindOfTalks, { params, body })).rejects.toThrow('没有缺的谈话')
  const { personId: silent, accountId, name } = await office.register(office.water, 'member', own)
  await office.pool.db.updateTable('account').set({ disabled_at: new Date() }).where('id', '=', accountId).execute()
  for (const [personId, role] of [
    [await idOf(head), 'head'],
    [await idOf(deputy), 'deputy'],
    [silent, 'deputy'],
  ] as const)
    await superior.call(endpoints.createPost, {
      params,
      body: { personId, role, caption: '', seat: null, leadIds: [], branchId: null, fromOn: '2020-01-01', toOn: null },
    })
  expect(await secretary.call(endpoints.remindOfTalks, { params, body })).toEqual({
    told: 2,
    unreachable: [{ id: silent, name }],
  })
  const { items } = await deputy.call(endpoints.listNotifications, {})
  expect(items.map(({ link }) => link)).toEqual([`/talks?organisationId=${own.id}`])
  expect(items.map(({ title }) => title)).toEqual([
    `还没有谈心谈话：和${head.session.person.name}、${name}，请在2099年12月10日以前谈`,
  ])
  await expect(deputy.call(endpoints.remindOfTalks, { params, body })).rejects.toThrow('不能提醒')
  await expect(
    secretary.call(endpoints.remindOfTalks, { params, body: { ...body, by: '2020-01-01' } }),
  ).rejects.toThrow('已经过了')
})
