import { endpoints, type Post, RefusedCall } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { today } from '../../testing/scene.ts'

let office: Office
let organiser: Employee
let admin: Employee
/** 水务局党组, and 机关党支部 below it. */
let group: Office['city']
let branch: Office['city']

beforeAll(async () => {
  office = await openOffice()
  organiser = await office.employ(office.city, 'organiser')
  admin = await office.employ(office.city, 'system_admin')
  group = await office.addOrganisation(office.water, '中共临江市水务局党组', 'party_group')
  branch = await office.addOrganisation(office.water, '水务局机关党支部', 'branch')
})
afterAll(() => office.close())

const fields = {
  role: 'deputy' as const,
  caption: '',
  seat: null,
  leadIds: [],
  branchId: null,
  fromOn: '2026-01-05',
  toOn: null,
}

type Given = Partial<Omit<typeof fields, 'role' | 'leadIds' | 'branchId' | 'toOn'>> & {
  readonly role?: Post['role']
  readonly leadIds?: string[]
  readonly branchId?: string | null
  readonly toOn?: string | null
}

async function enter(given: Given = {}, { body = group, personId = '' } = {}): Promise<Post> {
  const id = personId === '' ? (await office.register(office.water, 'member')).personId : personId
  return organiser.call(endpoints.createPost, {
    params: { organisationId: body.id },
    body: { ...fields, ...given, personId: id },
  })
}

async function refusalOf(work: Promise<unknown>): Promise<RefusedCall['refusal']> {
  const error: unknown = await work.then(
    () => null,
    (refused: unknown) => refused,
  )
  if (error instanceof RefusedCall) return error.refusal
  throw new Error('nothing was refused', { cause: error })
}

const listed = async (query: { onDay?: string; history?: boolean } = {}, body = group) =>
  (await organiser.call(endpoints.listPosts, { params: { organisationId: body.id }, query })).items

describe('who may lead', () => {
  it('are those in charge of the unit, then those of what it belongs to, then its team as it sits; each once, by today', async () => {
    const bureau = await office.addOrganisation(office.city, '临江市档案局')
    const section = await office.addOrganisation(bureau, '征集科', 'department')
    const team = await office.addOrganisation(bureau, '中共临江市档案局党组', 'party_group')
    const someone = async (given: Given, body = team): Promise<string> =>
      (await enter(given, { body, personId: (await office.register(bureau, null)).personId })).person.id
    const deputy = await someone({ leadIds: [section.id] })
    const head = await someone({ role: 'head' })
    const second = await someone({ role: 'deputy' })
    const mayor = await someone({ leadIds: [bureau.id] }, office.city)
    const gone = await someone({ leadIds: [section.id], fromOn: '2024-01-01', toOn: '2025-01-01' })
    const chief = await someone({ role: 'head' }, section)
    await someone({ role: 'observer' }, section)
    const handler = await office.employ(section, 'handler')
    const leaders = async (unit: Office['city'], by = handler, text = '') =>
      (await by.call(endpoints.listLeaders, { params: { organisationId: unit.id }, query: { text } })).items
    const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id)
    expect(idsOf(await leaders(section))).toEqual([deputy, mayor, chief])
    expect((await leaders(section)).map(({ isInCharge }) => isInCharge)).toEqual([true, true, false])
    expect(idsOf(await leaders(bureau, organiser))).toEqual([mayor, head, deputy, second])
    const [first] = await leaders(section)
    expect(idsOf(await leaders(section, handler, first?.name))).toEqual([deputy])
    expect(idsOf(await leaders(section))).not.toContain(gone)
    expect((await refusalOf(leaders(bureau))).code).toBe('not_found')
  })
})

describe('a post', () => {
  it('is listed with its units and its branch, the head first, then as they sit', async () => {
    const second = await enter({ caption: '党组成员、副局长', leadIds: [office.waterOffice.id], branchId: branch.id })
    const third = await enter({ caption: '党组成员、副局长' })
    const head = await enter({ role: 'head', caption: '党组书记、局长' })
    expect((await listed()).map(({ id }) => id)).toEqual([head.id, second.id, third.id])
    expect(second).toMatchObject({
      seat: 1,
      leads: [{ id: office.waterOffice.id, name: '办公室' }],
      branch: { id: branch.id, name: '水务局机关党支部' },
    })
    expect(third.seat).toBe(2)
  })

  it('is there from its first to its last day, and with the history for ever', async () => {
    const post = await enter({ fromOn: '2024-02-29', toOn: '2025-02-28' })
    const isListed = async (onDay: string): Promise<boolean> =>
      (await listed({ onDay })).some(({ id }) => id === post.id)
    expect(await isListed('2024-02-28')).toBe(false)
    expect(await isListed('2024-02-29')).toBe(true)
    expect(await isListed('2025-02-28')).toBe(true)
    expect(await isListed('2025-03-01')).toBe(false)
    expect((await listed()).map(({ id }) => id)).not.toContain(post.id)
    expect((await listed({ history: true })).map(({ id }) => id)).toContain(post.id)
  })

  it('is not entered twice for the same days, but again after it ended', async () => {
    const { id, version, person } = await enter({ fromOn: '2025-01-01' })
    const again = (given: Given) => enter(given, { personId: person.id })
    expect(await refusalOf(again({ fromOn: '2026-03-01' }))).toMatchObject({
      code: 'conflict',
      title: expect.stringContaining('2025年1月1日起') as string,
    })
    await organiser.call(endpoints.endPost, { params: { postId: id }, body: { toOn: '2026-02-28', version } })
    expect(await refusalOf(again({ fromOn: '2026-02-28' }))).toMatchObject({ code: 'conflict' })
    await again({ fromOn: '2026-03-01' })
    await again({ role: 'discipline', fromOn: '2026-03-01' })
    const { items } = await organiser.call(endpoints.listPostsOfPerson, { params: { personId: person.id } })
    expect(items.map(({ role, fromOn, toOn }) => [role, fromOn, toOn])).toEqual([
      ['discipline', '2026-03-01', null],
      ['deputy', '2026-03-01', null],
      ['deputy', '2025-01-01', '2026-02-28'],
    ])
  })

  it('is refused at its field: the wrong role for the body, an end before the beginning, a unit that is none', async () => {
    const { personId } = await office.register(office.water, 'member')
    const wrong: Given = {
      role: 'secretary',
      toOn: '2026-01-04',
      leadIds: [personId],
      branchId: office.waterOffice.id,
    }
    const { code, places = [] } = await refusalOf(enter(wrong, { personId }))
    expect(code).toBe('invalid')
    expect(places.map(({ field }) => field)).toEqual(['role', 'toOn', 'leadIds', 'branchId'])
    expect(places[0]?.message).toContain('党组里没有“支部书记”，可以选：主要负责人、副职')
  })

  it('is changed by who saw it as it is; who is slower is shown what is there', async () => {
    const { id, version } = await enter()
    const change = (caption: string) =>
      organiser.call(endpoints.changePost, { params: { postId: id }, body: { ...fields, caption, version } })
    expect(await change('副局长')).toMatchObject({ caption: '副局长', version: version + 1 })
    expect(await refusalOf(change('二级调研员'))).toMatchObject({ code: 'conflict', current: { caption: '副局长' } })
  })

  it('ends once, and not before it began', async () => {
    const { id, version } = await enter()
    const end = (toOn: string, of: number) =>
      organiser.call(endpoints.endPost, { params: { postId: id }, body: { toOn, version: of } })
    expect((await refusalOf(end('2026-01-04', version))).places?.[0]?.message).toContain('2026年1月5日')
    await end('2026-06-30', version)
    expect(await refusalOf(end('2026-07-31', version + 1))).toMatchObject({ code: 'conflict' })
  })

  it('that was entered by mistake is withdrawn: it never was, stays to be read, and can be entered rightly', async () => {
    const { id, version, person } = await enter()
    const body = { reason: '录到了别人名下', version }
    await organiser.call(endpoints.withdrawPost, { params: { postId: id }, body })
    expect((await listed()).map((one) => one.id)).not.toContain(id)
    const kept = (await listed({ history: true })).find((one) => one.id === id)
    expect(kept?.withdrawn).toEqual({ on: today(), reason: '录到了别人名下' })
    const again = { params: { postId: id }, body: { reason: '再撤回一次', version: version + 1 } }
    expect(await refusalOf(organiser.call(endpoints.withdrawPost, again))).toMatchObject({ code: 'conflict' })
    await enter({}, { personId: person.id })
  })

  it('is not entered for who is out of reach', async () => {
    const own = await office.employ(office.education, 'organiser')
    const { personId } = await office.register(office.water, 'member')
    const body = { ...fields, personId }
    const create = own.call(endpoints.createPost, { params: { organisationId: office.education.id }, body })
    expect(await refusalOf(create)).toMatchObject({ code: 'not_found', title: '没有找到这个人。' })
  })
})

describe('who leaves', () => {
  it('holds nothing after the day; a post to come was never taken up', async () => {
    const { person, id } = await enter({ fromOn: '2025-01-01' })
    const coming = await enter({ role: 'discipline', fromOn: '2099-01-01' }, { personId: person.id })
    await admin.call(endpoints.removePerson, { params: { personId: person.id } })
    const kept = await listed({ history: true })
    expect(kept.find((one) => one.id === id)).toMatchObject({ toOn: today(), withdrawn: null })
    expect(kept.find((one) => one.id === coming.id)?.withdrawn?.reason).toBe('本人离开，没有到任')
  })
})

it('an organisation that is a body, a branch or a unit somebody leads is not removed', async () => {
  const [led, lived] = [
    await office.addOrganisation(office.water, '河长制科', 'department'),
    await office.addOrganisation(office.water, '第二党支部', 'branch'),
  ]
  await enter({ leadIds: [led.id], branchId: lived.id })
  for (const { id } of [led, lived]) {
    const remove = admin.call(endpoints.removeOrganisation, { params: { organisationId: id } })
    expect((await refusalOf(remove)).title).toContain('有任职、分管或过组织生活的记录')
  }
})

it('我的记录 tells a person what they are and were', async () => {
  const person = await office.employ(office.water, 'member')
  const { personId } = await office.pool.db
    .selectFrom('account')
    .select('person_id as personId')
    .where('id', '=', person.session.account.id)
    .executeTakeFirstOrThrow()
  await enter({ caption: '副局长', leadIds: [office.waterOffice.id], toOn: '2026-06-30' }, { personId })
  const { groups } = await person.call(endpoints.readOwnRecord, {})
  expect(groups.find(({ name }) => name.startsWith('任职'))?.lines).toEqual([
    '中共临江市水务局党组：副局长（2026年1月5日至2026年6月30日，分管办公室）',
  ])
})
