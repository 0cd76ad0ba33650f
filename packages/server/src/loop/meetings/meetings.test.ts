import { endpoints, type MeetingDetail } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someCampaign, someMeeting } from '../../testing/meetings.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { givePost } from '../../testing/records.ts'

let office: Office
/** Organises the whole city, the superior of all. */
let superior: Employee
/** Organises 水务局. */
let organiser: Employee
let member: Employee
beforeAll(async () => {
  office = await openOffice()
  superior = await office.employ(office.city, 'organiser')
  organiser = await office.employ(office.water, 'organiser')
  member = await office.employ(office.water, 'member')
})
afterAll(() => office.close())

const about = ({ id }: Pick<MeetingDetail, 'id'>) => ({ params: { meetingId: id } })
const open = (more = {}, by = organiser, organisationId = office.water.id) =>
  by.call(endpoints.createMeeting, { params: { organisationId }, body: someMeeting(more) })
const change = (meeting: MeetingDetail, body: { plannedOn: string | null }, by = organiser) =>
  by.call(endpoints.changeMeeting, { ...about(meeting), body: { ...body, version: meeting.version } })
const unseen = { refusal: { code: 'not_found' } }
const forbidden = { refusal: { code: 'forbidden' } }
const conflict = { refusal: { code: 'conflict' } }

describe('a meeting', () => {
  it('of one’s own has no day to keep before its own day is set; then every step has one', async () => {
    const meeting = await open()
    expect(meeting).toMatchObject({ campaign: null, done: [], nextStep: 'plan', nextDue: null, mayWrite: true })
    const planned = await change(meeting, { plannedOn: '2027-01-20' })
    // Ten workdays before: 2027-01-01 is a holiday.
    expect(planned).toMatchObject({ plannedOn: '2027-01-20', nextStep: 'plan', nextDue: '2027-01-06' })
    expect(await change(planned, { plannedOn: '2027-01-27' })).toMatchObject({ nextDue: '2027-01-13' })
  })

  it('held for a reason says which, and on which day it came', async () => {
    const body = { kind: 'inspection_rectification', trigger: 'feedback', triggerOn: '2026-11-02' } as const
    expect(await open(body)).toMatchObject(body)
    await expect(open({ ...body, triggerOn: null })).rejects.toMatchObject({
      refusal: { code: 'invalid', places: [{ field: 'triggerOn' }] },
    })
  })

  it('is not settled by who looked at an older state of it', async () => {
    const meeting = await open()
    await change(meeting, { plannedOn: '2027-01-20' })
    await expect(change(meeting, { plannedOn: '2027-01-21' })).rejects.toMatchObject(conflict)
  })

  it('is seen by its members and settled by its secretary', async () => {
    const meeting = await open()
    expect(await member.call(endpoints.readMeeting, about(meeting))).toMatchObject({ mayWrite: false })
    await expect(change(meeting, { plannedOn: '2027-01-20' }, member)).rejects.toMatchObject(forbidden)
    const secretary = await office.employ(office.water, 'member')
    await givePost(office, {
      personId: secretary.session.person.id,
      bodyId: office.water.id,
      role: 'secretary',
    })
    expect(await change(meeting, { plannedOn: '2027-01-20' }, secretary)).toMatchObject({ plannedOn: '2027-01-20' })
  })

  it('is not there for another office', async () => {
    const meeting = await open()
    const other = await office.employ(office.education, 'organiser')
    await expect(other.call(endpoints.readMeeting, about(meeting))).rejects.toMatchObject(unseen)
    await expect(change(meeting, { plannedOn: null }, other)).rejects.toMatchObject(unseen)
    await expect(open({}, other)).rejects.toMatchObject(unseen)
  })

  it('is watched by what lies above, not by what one may not see', async () => {
    const { name, id } = office.city
    expect(await open({ observerId: id })).toMatchObject({ observer: { id, name } })
    await expect(open({ observerId: office.education.id })).rejects.toMatchObject({ refusal: { code: 'invalid' } })
  })
})

describe('a meeting that was poorly held', () => {
  const again = (meeting: MeetingDetail, by = superior) =>
    by.call(endpoints.orderMeetingAgain, { ...about(meeting), body: { reason: '批评意见都是表扬，责令补课' } })

  it('is ordered again by the superior: another in its place, the old one kept as it was', async () => {
    const old = await open()
    const made = await again(old)
    expect(made).toMatchObject({
      name: `${old.name}（补课）`,
      replaces: { id: old.id, reason: '批评意见都是表扬，责令补课' },
    })
    const kept = await organiser.call(endpoints.readMeeting, about(old))
    expect(kept).toMatchObject({ isReplaced: true, replacedBy: made.id, name: old.name })
    await expect(change(kept, { plannedOn: '2027-01-20' })).rejects.toMatchObject(conflict)
    await expect(again(old)).rejects.toMatchObject(conflict)
  })

  it('is late with nothing any more: what is still to be done is the other’s', async () => {
    const place = await office.addOrganisation(office.city, '临江市商务局')
    const old = await open({ plannedOn: '2026-01-20' }, superior, place.id)
    const params = { organisationId: place.id }
    const late = async () =>
      (await superior.call(endpoints.listMeetings, { params, query: { standing: 'late' } })).items.map(({ id }) => id)
    expect(await late()).toEqual([old.id])
    const made = await again(old)
    expect(await late()).toEqual([])
    await change(made, { plannedOn: '2026-02-20' }, superior)
    expect(await late()).toEqual([made.id])
    expect(await superior.call(endpoints.readMeeting, about(old))).toMatchObject({ late: [], nextStep: null })
  })

  it('is not ordered again by its own organiser', async () => {
    await expect(again(await open(), organiser)).rejects.toMatchObject(forbidden)
  })
})

describe('the list of meetings', () => {
  it('has what is due first at the top and what has no day last, a page at a time', async () => {
    const place = await office.addOrganisation(office.city, '临江市档案局')
    const days = ['2027-02-10', null, '2026-01-20', '2027-01-20']
    for (const plannedOn of days) await open({ plannedOn }, superior, place.id)
    const seen: (string | null)[] = []
    for (let after: string | undefined; ;) {
      const page = await superior.call(endpoints.listMeetings, {
        params: { organisationId: place.id },
        query: { limit: 2, ...(after === undefined ? {} : { after }) },
      })
      seen.push(...page.items.map(({ plannedOn }) => plannedOn))
      if (page.next === null) break
      after = page.next
    }
    expect(seen).toEqual(['2026-01-20', '2027-01-20', '2027-02-10', null])
  })

  it('of an organisation and all below tells which are late; that of one’s own only one’s own bodies', async () => {
    const place = await office.addOrganisation(office.city, '临江市交通局')
    const below = await office.addOrganisation(place, '临江市公路中心')
    const late = await open({ plannedOn: '2026-01-20' }, superior, below.id)
    await open({ plannedOn: '2099-01-20' }, superior, place.id)
    const ask = async (query: object) =>
      (await superior.call(endpoints.listMeetings, { params: { organisationId: place.id }, query })).items
    expect(await ask({})).toHaveLength(1)
    expect(await ask({ below: true })).toHaveLength(2)
    expect(await ask({ below: true, standing: 'late' })).toMatchObject([{ id: late.id }])
    const own = await office.employ(below, 'organiser')
    expect((await own.call(endpoints.listOwnMeetings, {})).items).toMatchObject([{ id: late.id }])
  })
})

it('a campaign’s meeting is called as the campaign, has its theme, and its first day is the last it allows', async () => {
  const place = await office.addOrganisation(office.city, '临江市税务局')
  const unit = await office.addOrganisation(place, '第一税务所')
  const head = await office.employ(place, 'organiser')
  const campaign = await head.call(endpoints.createCampaign, {
    params: { organisationId: place.id },
    body: someCampaign({ untilOn: '2027-01-20' }),
  })
  await head.call(endpoints.openCampaign, {
    params: { campaignId: campaign.id },
    body: { version: campaign.version },
  })
  const own = await office.employ(unit, 'organiser')
  const [meeting] = (await own.call(endpoints.listOwnMeetings, {})).items
  expect(meeting).toMatchObject({ name: campaign.name, plannedOn: null, nextStep: 'plan', nextDue: '2027-01-06' })
})
