import { endpoints, type FeedbackOfInspection, type PostRole } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seated, someInspection } from '../../testing/feedback.ts'
import { register } from '../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'

let office: Office
let organiser: Employee
let head: Employee
let deputy: Employee
beforeAll(async () => {
  office = await openOffice()
  organiser = await office.employ(office.city, 'organiser')
  head = await leader('head')
  deputy = await leader('deputy')
})
afterAll(() => office.close())

async function leader(role: PostRole, place = office.water): Promise<Employee> {
  const employee = await office.employ(place, role === 'head' ? 'head' : 'team_member')
  await seated(organiser, place, { personId: employee.session.person.id, role })
  return employee
}

const refused = (code: string) => ({ refusal: { code } })
const read = (by: Employee, inspectionId: string): Promise<FeedbackOfInspection> =>
  by.call(endpoints.listFeedbackItems, { params: { inspectionId } })
const claim = (by: Employee, inspectionId: string, itemIds: readonly string[], claimedOn = '2026-01-08') =>
  by.call(endpoints.claimFeedbackItems, { params: { inspectionId }, body: { itemIds: [...itemIds], claimedOn } })
const tasksOf = async (by: Employee) =>
  (await by.call(endpoints.readHome, {})).tasks.filter(({ id }) => id.startsWith('feedback-'))

/** An inspection with three items. */
async function fedBack(place = office.water) {
  const { id: inspectionId } = await someInspection(organiser, place)
  const items = ['学习没有研讨', '议事决策不规范', '公务接待没有公函'].map((text) => ({ text }))
  return {
    inspectionId,
    ...(await organiser.call(endpoints.enterFeedbackItems, { params: { inspectionId }, body: { items } })),
  }
}

describe('an item', () => {
  it('is claimed by leaders themselves, several by one and one by several; who is first is told', async () => {
    const { inspectionId, itemIds } = await fedBack()
    const [first = '', second = ''] = itemIds
    await claim(deputy, inspectionId, [first], '2026-01-06')
    expect((await read(head, inspectionId)).claiming).toMatchObject({ mayClaim: true, unclaimed: 2, firstOn: null })
    await claim(head, inspectionId, [first, second])
    const { items, claiming } = await read(deputy, inspectionId)
    expect(
      items.map(({ claims }) => claims.map(({ person, isFirst, claimedOn }) => [person.id, isFirst, claimedOn])),
    ).toEqual([
      [
        [deputy.session.person.id, false, '2026-01-06'],
        [head.session.person.id, true, '2026-01-08'],
      ],
      [[head.session.person.id, true, '2026-01-08']],
      [],
    ])
    expect(items[0]?.claims.map(({ isOwn, caption }) => [isOwn, caption])).toEqual([
      [true, '副职'],
      [false, '主要负责人'],
    ])
    expect(claiming).toMatchObject({ unclaimed: 1, firstOn: '2026-01-08', without: [] })
    await expect(claim(head, inspectionId, [second])).rejects.toThrow('第 2 条自己已经认领过')
  })

  it('is not claimed for another, by who does not lead the unit on that day, nor before the feedback', async () => {
    const { inspectionId, itemIds } = await fedBack()
    await expect(claim(organiser, inspectionId, itemIds)).rejects.toThrow('不是“临江市水务局”的班子成员')
    for (const day of ['2026-01-04', '2099-01-01'])
      await expect(claim(head, inspectionId, itemIds, day)).rejects.toMatchObject(refused('invalid'))
    await expect(claim(await leader('deputy', office.city), inspectionId, itemIds)).rejects.toThrow('班子成员')
    expect((await read(organiser, inspectionId)).claiming).toMatchObject({ mayClaim: false, unclaimed: 3 })
  })

  it('is given back by who claimed it, with the reason; the history keeps it', async () => {
    const { inspectionId, itemIds } = await fedBack()
    await claim(deputy, inspectionId, itemIds)
    const claimId = (await read(deputy, inspectionId)).items[0]?.claims[0]?.id ?? ''
    const withdraw = (by: Employee) =>
      by.call(endpoints.withdrawFeedbackClaim, { params: { claimId }, body: { reason: '不是分管的事' } })
    await expect(withdraw(head)).rejects.toMatchObject(refused('forbidden'))
    await withdraw(deputy)
    const { items, claiming, events } = await read(deputy, inspectionId)
    expect([items[0]?.claims, claiming.unclaimed]).toEqual([[], 1])
    expect(events[0]).toMatchObject({ actionName: '收回认领', text: '第 1 条：不是分管的事' })
    await expect(withdraw(deputy)).rejects.toMatchObject(refused('not_found'))
    const record = await deputy.call(endpoints.readOwnRecord, {})
    expect(record.groups.find(({ name }) => name === '认领的反馈问题')?.lines.join()).toContain('已收回：不是分管的事')
  })

  it('is not taken back while somebody claims it', async () => {
    const { inspectionId, itemIds } = await fedBack()
    await claim(head, inspectionId, itemIds.slice(0, 1))
    await expect(
      organiser.call(endpoints.withdrawFeedbackItems, { params: { inspectionId }, body: { itemIds } }),
    ).rejects.toThrow('第 1 条已经有人认领')
  })
})

describe('what nobody claimed', () => {
  it('is told every leader today until nothing is left, and nobody else', async () => {
    const other = await office.addOrganisation(office.city, '水文局')
    const own = await leader('head', other)
    const { inspectionId, itemIds } = await fedBack(other)
    expect(await tasksOf(own)).toMatchObject([
      {
        title: '认领反馈的问题：还有 3 条没有人认领',
        link: `/inspections/${other.id}/${inspectionId}`,
        dueOn: '2026-02-05',
      },
    ])
    await claim(own, inspectionId, itemIds.slice(1))
    expect((await tasksOf(own)).map(({ title }) => title)).toEqual(['认领反馈的问题：还有 1 条没有人认领'])
    await claim(own, inspectionId, itemIds.slice(0, 1))
    expect(await tasksOf(own)).toEqual([])
  })

  it('is told the superior in numbers, with what is not in the ledger; other units see nothing of it', async () => {
    const { inspectionId, itemIds } = await fedBack()
    const [first = ''] = itemIds
    const problem = await register(organiser, office.water)
    await organiser.call(endpoints.linkFeedbackRow, { params: { itemId: first }, body: { problemId: problem.id } })
    await claim(head, inspectionId, itemIds.slice(0, 2))
    const standings = async (by: Employee, place: Office['city']) =>
      (await by.call(endpoints.listFeedbackStandings, { params: { organisationId: place.id } })).items
    const superior = await office.employ(office.city, 'reviewer')
    const own = (await standings(superior, office.city)).find(({ inspection }) => inspection.id === inspectionId)
    expect(own).toMatchObject({ items: 3, unclaimed: 1, unlisted: 2, organisation: { id: office.water.id } })
    expect(await standings(superior, office.education)).toEqual([])
    const outside = await office.employ(office.education, 'organiser')
    await expect(standings(outside, office.city)).rejects.toMatchObject(refused('not_found'))
  })
})
