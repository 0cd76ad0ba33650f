import { endpoints, type CampaignDetail, readMeetingNotice } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noticeFile, someCampaign } from '../../testing/meetings.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { givePost, talkOf } from '../../testing/records.ts'

let office: Office
let superior: Employee
beforeAll(async () => {
  office = await openOffice()
  superior = await office.employ(office.city, 'organiser')
})
afterAll(() => office.close())

const create = (more = {}, by = superior, organisationId = office.city.id) =>
  by.call(endpoints.createCampaign, { params: { organisationId }, body: someCampaign(more) })
const about = ({ id }: CampaignDetail) => ({ params: { campaignId: id } })
const send = (campaign: CampaignDetail, by = superior) =>
  by.call(endpoints.openCampaign, { ...about(campaign), body: { version: campaign.version } })
const meetingsOf = async (campaign: CampaignDetail, by = superior) =>
  (
    await by.call(endpoints.listMeetings, {
      params: { organisationId: office.city.id },
      query: { below: true, campaignId: campaign.id, limit: 200 },
    })
  ).items

describe('a campaign', () => {
  it('is read as it was written', async () => {
    const body = someCampaign()
    const made = await superior.call(endpoints.createCampaign, { params: { organisationId: office.city.id }, body })
    expect(await superior.call(endpoints.readCampaign, about(made))).toMatchObject({
      ...body,
      ...{ openedOn: null, meetings: 0, mayWrite: true, version: 1 },
    })
  })

  it('does not end before it begins', async () => {
    await expect(create({ fromOn: '2027-03-01' })).rejects.toMatchObject({
      refusal: { code: 'invalid', places: [{ field: 'untilOn' }] },
    })
  })

  it('is changed by who looked at it last; once sent, not into one of another kind', async () => {
    const campaign = await create()
    const change = (version: number, more = {}) =>
      superior.call(endpoints.changeCampaign, { ...about(campaign), body: { ...someCampaign(more), version } })
    const { version } = await change(1, { theme: '新的主题' })
    await expect(change(1)).rejects.toMatchObject({ refusal: { code: 'conflict' } })
    const sent = await send({ ...campaign, version })
    await expect(change(sent.version, { kind: 'organisational_life' })).rejects.toMatchObject({
      refusal: { code: 'conflict', title: '已经发下去，会议的种类和年度不能再改。' },
    })
    expect(await change(sent.version, { theme: '又一个主题' })).toMatchObject({ theme: '又一个主题' })
  })

  it('is not there for who is below it: what it asks, the meeting tells', async () => {
    const campaign = await create()
    const below = await office.employ(office.water, 'organiser')
    await expect(below.call(endpoints.readCampaign, about(campaign))).rejects.toMatchObject({
      refusal: { code: 'not_found' },
    })
  })

  it('keeps the notice, which whoever has a meeting of it can read, and no other paper of anybody', async () => {
    const file = noticeFile()
    const params = { organisationId: office.city.id }
    const keep = (kind: 'notice' | 'plan') =>
      superior.call(endpoints.createPaper, { params, query: { kind, title: '关于开好民主生活会的通知' }, file })
    await expect(create({ noticePaperId: (await keep('plan')).paper.id })).rejects.toMatchObject({
      refusal: { code: 'invalid', places: [{ field: 'noticePaperId' }] },
    })
    const { paper } = await keep('notice')
    const campaign = await send(await create({ bodyKinds: ['unit'], noticePaperId: paper.id }))
    expect(campaign.noticePaper).toEqual({ id: paper.id, name: paper.title })
    const own = (await meetingsOf(campaign)).find(({ organisation }) => organisation.id === office.water.id)
    const below = await office.employ(office.water, 'member')
    const given = { params: { meetingId: own?.id ?? '' } }
    expect((await below.call(endpoints.readMeeting, given)).notice).toEqual({ title: paper.title, fileName: file.name })
    const taken = await below.call(endpoints.noticeOfMeeting, given)
    expect(await taken.text()).toBe(await file.text())
    // It is sent with the meeting, and not read anywhere else.
    await expect(below.call(endpoints.readPaper, { params: { paperId: paper.id } })).rejects.toMatchObject({
      refusal: { code: 'not_found' },
    })
    const other = await office.employ(office.education, 'organiser')
    await expect(other.call(endpoints.noticeOfMeeting, given)).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })

  it('names a notice only of those one may see', async () => {
    await expect(create({ noticePaperId: office.city.id })).rejects.toMatchObject({
      refusal: { code: 'invalid', places: [{ field: 'noticePaperId' }] },
    })
  })
})

describe('sending a campaign', () => {
  it('gives every organisation below of the kinds named one meeting, and leaves one entry with how many', async () => {
    const campaign = await create({ bodyKinds: ['unit'] })
    expect(campaign.wouldReceive).toBe(2)
    expect(await send(campaign)).toMatchObject({ meetings: 2, wouldReceive: 0 })
    const names = (await meetingsOf(campaign)).map(({ organisation }) => organisation.name)
    expect(names.toSorted()).toEqual([office.education.name, office.water.name].toSorted())
    const entries = await office.pool.db
      .selectFrom('audit_entry')
      .select(['detail', 'subject'])
      .where('action', '=', 'campaign.open')
      .execute()
    expect(entries.filter(({ subject }) => subject === campaign.name)).toMatchObject([{ detail: { meetings: 2 } }])
  })

  it('again reaches only who came since; and says so if there is nobody', async () => {
    const campaign = await create({ bodyKinds: ['unit'] })
    const sent = await send(campaign)
    await expect(send(sent)).rejects.toMatchObject({ refusal: { code: 'conflict' } })
    await office.addOrganisation(office.city, '临江市统计局')
    expect(await send(sent)).toMatchObject({ meetings: sent.meetings + 1, openedOn: sent.openedOn })
  })

  it('says of each where it is: talks held before count, what is not asked is behind', async () => {
    const place = await office.addOrganisation(office.city, '临江市气象工委', 'working_committee')
    const branch = await office.addOrganisation(place, '气象台党支部', 'branch')
    const by = await office.employ(place, 'organiser')
    const secretary = await office.employ(branch, 'member')
    const member = await office.employ(branch, 'member')
    const ids = [secretary, member].map(({ session }) => session.person.id)
    const [first = '', second = ''] = ids
    await givePost(office, { personId: first, bodyId: branch.id, role: 'secretary' })
    await givePost(office, { personId: second, bodyId: branch.id, role: 'party_member' })
    await by.call(endpoints.createRecord, {
      params: { organisationId: branch.id },
      body: talkOf(first, second, { onDay: '2026-01-10' }),
    })
    const more = { kind: 'organisational_life', fromOn: '2026-01-10', untilOn: '2026-02-10' } as const
    await send(await create(more, by, place.id), by)
    const params = { organisationId: branch.id }
    expect((await by.call(endpoints.listMeetings, { params })).items).toMatchObject([
      { done: ['plan', 'talks', 'report', 'publication'], nextStep: 'study' },
    ])
  })

  it('is of those below the one that set it only', async () => {
    const own = await office.employ(office.water, 'organiser')
    const campaign = await create({ bodyKinds: ['unit', 'department'] }, own, office.water.id)
    await send(campaign, own)
    expect((await meetingsOf(campaign)).map(({ organisation }) => organisation.id)).toEqual([office.waterOffice.id])
  })
})

it('a superior’s notice is read, each value with the words it stands on; nothing is entered', async () => {
  const params = { organisationId: office.city.id }
  const read = await superior.call(endpoints.previewCampaignNotice, { params, file: noticeFile() })
  expect(read).toMatchObject({
    kind: { value: 'democratic_life' },
    cycleYear: { value: 2026, words: '2026年度' },
    theme: { value: '以好作风干好工作', words: '以好作风干好工作' },
    fromOn: { value: '2026-12-20' },
    untilOn: { value: '2027-01-31' },
    leadWorkdays: { value: 10 },
    reportDays: { value: 15 },
    aspects: [
      { title: '带头学习', points: ['学用脱节'] },
      { title: '带头担当', points: [] },
    ],
    reportItems: ['上年度整改措施落实情况'],
  })
})

it('the file of a campaign is what the command line reads as its own notice, however long its theme', async () => {
  const campaign = await create({ theme: '实'.repeat(500) })
  const file = await superior.call(endpoints.campaignFile, about(campaign))
  const { reportItems, theme } = campaign
  expect(readMeetingNotice(await file.text())).toMatchObject({
    template: {
      theme,
      meeting: 'democratic_life',
      year: 2026,
      aspects: [{ title: '带头学习', points: ['学得不深', '学用脱节'] }, { title: '带头担当' }],
      reported: reportItems.map((title) => ({ title })),
    },
  })
})
