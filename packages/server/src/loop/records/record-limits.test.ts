import { endpoints, type GivenCall } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { givePost, someRecord, talkOf } from '../../testing/records.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

let office: Office
let branch: Office['city']
let organiser: Employee
/** Two members of the branch, of whom neither writes its records. */
let one: Employee
let other: Employee
beforeAll(async () => {
  office = await openOffice()
  branch = await office.addOrganisation(office.water, '水务局机关党支部', 'branch')
  organiser = await office.employ(office.water, 'organiser', branch)
  one = await office.employ(office.water, 'member', branch)
  other = await office.employ(office.water, 'member', branch)
  for (const { session } of [one, other])
    await givePost(office, { personId: session.person.id, bodyId: branch.id, role: 'party_member' })
})
afterAll(() => office.close())

type Body = NonNullable<GivenCall<typeof endpoints.createRecord>['body']>

const write = (by: Employee, body: Body, place = branch) =>
  by.call(endpoints.createRecord, { params: { organisationId: place.id }, body })
const change = (by: Employee, recordId: string, body: Omit<Body, 'state'>, version = 1) =>
  by.call(endpoints.changeRecord, { params: { recordId }, body: { ...body, state: 'kept', version } })
const theirTalk = (onDay: string, more: Partial<Body> = {}) => ({
  ...talkOf(one.session.person.id, other.session.person.id, { onDay }),
  ...more,
})

describe('a draft', () => {
  it('is kept by who could write it down as it is then', async () => {
    const { id } = await write(one, theirTalk('2026-02-02', { state: 'draft' }))
    expect(await refusalOf(change(one, id, someRecord({ onDay: '2026-02-02' })))).toMatchObject({ code: 'forbidden' })
    expect(await change(one, id, theirTalk('2026-02-03'))).toMatchObject({ state: 'kept', view: 'whole' })
  })

  it('of a talk of others takes no words about what they said', async () => {
    const { id } = await write(organiser, theirTalk('2026-02-04', { state: 'draft' }))
    const refusal = await refusalOf(change(organiser, id, theirTalk('2026-02-04', { note: '听说的' })))
    expect(refusal.places).toEqual([{ field: 'note', message: '谈话内容只由谈话的人自己写' }])
    expect(await change(organiser, id, theirTalk('2026-02-04'))).toMatchObject({ state: 'kept', view: 'pair' })
  })
})

it('what a kind does not ask for is refused in a change as it is at first', async () => {
  const body = someRecord({ onDay: '2026-02-05' })
  const { id } = await write(organiser, body)
  const refusal = await refusalOf(change(organiser, id, { ...body, note: '另有想法' }))
  expect(refusal.places).toEqual([{ field: 'note', message: '集中学习不记谈话内容' }])
})

it('a talk that one may not see is refused twice without being told of', async () => {
  await write(one, theirTalk('2026-02-06', { name: '谈家里的事' }))
  const liaison = await office.employ(office.water, 'handler', branch)
  const refusal = await refusalOf(write(liaison, theirTalk('2026-02-06')))
  expect(refusal).toMatchObject({ code: 'conflict', title: '这一天的谈心谈话已经记过了。' })
  expect(refusal).not.toHaveProperty('current')
  // Of what the organiser sees the pair of, he is told where it is.
  expect(await refusalOf(write(organiser, theirTalk('2026-02-06')))).toMatchObject({ current: { name: '谈家里的事' } })
})

it('who only writes down a talk of his own does not begin the records of the body', async () => {
  const body = await office.addOrganisation(office.water, '第二党支部', 'branch')
  await givePost(office, { personId: one.session.person.id, bodyId: body.id, role: 'party_member' })
  const keeping = () =>
    office.pool.db.selectFrom('record_keeping').select('from_on').where('organisation_id', '=', body.id).execute()
  await write(one, theirTalk('2001-03-06'), body)
  expect(await keeping()).toEqual([])
  const secretary = await office.employ(office.water, 'member', body)
  await givePost(office, { personId: secretary.session.person.id, bodyId: body.id, role: 'secretary' })
  await write(secretary, someRecord({ onDay: '2026-04-20' }), body)
  expect(await keeping()).toEqual([{ from_on: '2026-04-01' }])
})
