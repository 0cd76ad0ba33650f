import { endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { givePost, talkOf } from '../../testing/records.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

let office: Office
let group: Office['city']
let organiser: Employee
/** The head and two members of a team. */
let team: Employee[]

beforeAll(async () => {
  office = await openOffice()
  group = await office.addOrganisation(office.water, '水务局党组', 'party_group')
  organiser = await office.employ(group, 'organiser')
  team = []
  for (const role of ['head', 'deputy', 'deputy'] as const) {
    const who = await office.employ(office.water, 'member', group)
    await givePost(office, { personId: who.session.person.id, bodyId: group.id, role })
    team.push(who)
  }
})
afterAll(() => office.close())

const member = (at: number): Employee => {
  const who = team[at]
  if (!who) throw new Error('the team is not set up')
  return who
}
const idOf = (at: number): string => member(at).session.person.id
const UNTIL = '2099-12-15'
const YEAR = { from: '2026-01-01', to: '2026-12-31' }

const plan = (by: Employee, one: number, other: number, until = UNTIL) =>
  by.call(endpoints.createRecord, {
    params: { organisationId: group.id },
    body: { ...talkOf(idOf(one), idOf(other), { onDay: until }), state: 'planned' },
  })
const ownPlans = async (who: Employee) =>
  (await who.call(endpoints.listOwnRecords, { query: { state: 'planned' } })).items.map(({ id, part }) => [id, part])
/** What the matrix says of the talk of two. */
const lineOf = async (who: Employee, one: number, other: number) => {
  const { lines } = await who.call(endpoints.readTalkMatrix, { params: { organisationId: group.id }, query: YEAR })
  const pair = [idOf(one), idOf(other)]
  const line = lines.find(({ person, withAnyOf }) => pair.every((id) => person.id === id || withAnyOf[0]?.id === id))
  return line && { state: line.state, planned: line.planned }
}
const told = async (who: Employee) =>
  (await who.call(endpoints.listNotifications, {})).items.map(({ title, link }) => [title, link])

it('a gap is planned, shown to the two and the organiser, and becomes the record once held', async () => {
  const { id, version, name } = await plan(organiser, 0, 1)
  expect(name).toBe('谈心谈话（约在2099年12月15日以前）')
  for (const who of [organiser, member(0), member(1)])
    expect(await lineOf(who, 0, 1)).toEqual({ state: 'missing', planned: [{ recordId: id, until: UNTIL }] })
  expect(await ownPlans(member(1))).toEqual([[id, '约定了，还没有谈']])
  expect(await told(member(0))).toEqual([
    [`约了谈心谈话：和${member(1).session.person.name}，请在2099年12月15日以前谈`, `/records/${id}`],
  ])
  // The third of the team learns nothing of it, nor does it count anywhere.
  expect(await lineOf(member(2), 0, 1)).toBeUndefined()
  expect((await refusalOf(member(2).call(endpoints.readRecord, { params: { recordId: id } }))).code).toBe('not_found')
  const figures = await organiser.call(endpoints.readRecordFigures, { params: { organisationId: group.id } })
  expect(figures.records).toBe(0)

  const held = { ...talkOf(idOf(0), idOf(1), { onDay: '2026-11-03' }), name: '', state: 'kept' as const, version }
  const kept = await member(1).call(endpoints.changeRecord, { params: { recordId: id }, body: held })
  expect(kept).toMatchObject({ id, state: 'kept', name: '2026年11月3日谈心谈话' })
  expect(await lineOf(organiser, 0, 1)).toEqual({ state: 'held', planned: [] })
  expect(await ownPlans(member(1))).toEqual([])
})

it('a plan is for the same two once, and over when they have talked or dropped it', async () => {
  const { id } = await plan(member(1), 1, 2)
  const refusal = await refusalOf(plan(organiser, 2, 1))
  expect(refusal).toMatchObject({ code: 'conflict', current: { id } })
  // Written down beside the plan: it is over, with the reason.
  await organiser.call(endpoints.createRecord, {
    params: { organisationId: group.id },
    body: talkOf(idOf(2), idOf(1), { onDay: '2026-11-04' }),
  })
  const over = await member(1).call(endpoints.readRecord, { params: { recordId: id } })
  expect(over.withdrawn?.reason).toBe('已经谈了，另有2026年11月4日的记录')
  expect(await told(member(1))).not.toContainEqual([expect.stringContaining('取消'), `/records/${id}`])

  const other = await plan(member(0), 0, 2)
  await member(2).call(endpoints.withdrawRecord, {
    params: { recordId: other.id },
    body: { reason: '已经调走', version: other.version },
  })
  expect((await lineOf(organiser, 0, 2))?.planned).toEqual([])
  expect(await told(member(0))).toContainEqual([
    `约好的谈心谈话取消了：和${member(2).session.person.name}`,
    `/records/${other.id}`,
  ])
})

it('is over where a draft of the talk is confirmed, and told where a draft becomes one or its day is another', async () => {
  const params = { organisationId: group.id }
  const written = { ...talkOf(idOf(0), idOf(2), { onDay: '2026-11-05' }), state: 'draft' as const }
  const draft = await member(0).call(endpoints.createRecord, { params, body: written })
  const { id } = await plan(organiser, 0, 2)
  const keep = { ...written, name: '', state: 'kept' as const, version: draft.version }
  await member(0).call(endpoints.changeRecord, { params: { recordId: draft.id }, body: keep })
  const over = await member(0).call(endpoints.readRecord, { params: { recordId: id } })
  expect(over.withdrawn?.reason).toBe('已经谈了，另有2026年11月5日的记录')

  const later = await member(0).call(endpoints.createRecord, { params, body: { ...written, onDay: '2026-11-06' } })
  const planned = { ...talkOf(idOf(0), idOf(2), { onDay: UNTIL }), name: '', state: 'planned' as const }
  const change = async (onDay: string, version: number) =>
    member(0).call(endpoints.changeRecord, {
      params: { recordId: later.id },
      body: { ...planned, onDay, version },
    })
  const { version } = await change(UNTIL, later.version)
  const dropped = await change('2099-12-20', version)
  const link = `/records/${later.id}`
  const until = (day: string) => [
    `约了谈心谈话：和${member(0).session.person.name}，请在2099年12月${day}日以前谈`,
    link,
  ]
  const toldOf = (await told(member(2))).filter(([, to]) => to === link)
  expect(toldOf).toHaveLength(2)
  expect(toldOf).toEqual(expect.arrayContaining([until('15'), until('20')]))
  expect((await told(member(0))).filter(([, to]) => to === link)).toEqual([])
  const body = { reason: '不谈了', version: dropped.version }
  await member(0).call(endpoints.withdrawRecord, { params: { recordId: later.id }, body })
})

it('refuses a plan that is past, of anything but a talk, of what was said, and one made a draft again', async () => {
  const fieldsOf = async (call: Promise<unknown>) => (await refusalOf(call)).places?.map(({ field }) => field)
  const params = { organisationId: group.id }
  expect(await fieldsOf(plan(organiser, 0, 2, '2026-01-01'))).toEqual(['onDay'])
  const study = { kinds: ['study' as const], onDay: UNTIL, state: 'planned' as const }
  expect(await fieldsOf(organiser.call(endpoints.createRecord, { params, body: study }))).toEqual(['kinds'])
  const said = { ...talkOf(idOf(0), idOf(2), { onDay: UNTIL, note: '谈了作风' }), state: 'planned' as const }
  expect(await fieldsOf(member(0).call(endpoints.createRecord, { params, body: said }))).toEqual(['note'])
  const { id: recordId, version } = await plan(member(0), 0, 2)
  const body = { ...talkOf(idOf(0), idOf(2), { onDay: UNTIL }), version, state: 'draft' as const }
  expect((await refusalOf(member(0).call(endpoints.changeRecord, { params: { recordId }, body }))).title).toContain(
    '不能再变成草稿',
  )
  // Nobody plans for two others without writing for the body.
  expect((await refusalOf(plan(member(1), 0, 2))).code).toBe('forbidden')
})
