import { endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Employee, Office } from '../../packages/server/src/testing/office.ts'
import { noticeFile } from '../../packages/server/src/testing/meetings.ts'
import { givePost, someRecord } from '../../packages/server/src/testing/records.ts'
import { faultsOf, openWebOffice, type WebOffice } from './testing/browser.ts'

let web: WebOffice
let superior: Employee
let units: Office['city'][]
/** Organises the first unit. */
let organiser: Employee

beforeAll(async () => {
  web = await openWebOffice()
  const { office } = web
  superior = await office.employ(office.city, 'organiser')
  units = [
    await office.addOrganisation(office.city, '临江市水务局党组', 'party_group'),
    await office.addOrganisation(office.city, '临江市财政局党组', 'party_group'),
    await office.addOrganisation(office.city, '临江市民政局党组', 'party_group'),
  ]
  const [first] = units
  if (!first) throw new Error('no unit')
  organiser = await office.employ(first, 'organiser')
  const head = await office.employ(first, 'head')
  await givePost(office, { personId: head.session.person.id, bodyId: first.id, role: 'head' })
})
afterAll(() => web.close())

/** The meetings the campaign brought, by the unit they are of. */
async function meetings() {
  const params = { organisationId: web.office.city.id }
  const { items } = await superior.call(endpoints.listMeetings, { params, query: { below: true } })
  return new Map(items.map((meeting) => [meeting.organisation.id, meeting]))
}

it(
  'a superior sends a campaign, three units are at different steps, and the board shows who is late',
  { timeout: 180_000 },
  async () => {
    const seat = await web.open()
    const { page } = seat
    await seat.enter(superior.login, '/campaigns')
    await page.getByRole('button', { name: '录入专题' }).click()
    const dialogue = page.getByRole('dialog')
    await dialogue.getByLabel('从往年的模板开始').click()
    await page.getByTitle('2025年度民主生活会', { exact: true }).click()
    await dialogue.getByLabel('名称').fill('2025年度民主生活会（市直）')
    await dialogue.getByLabel('最早召开日期').fill('2026-01-05')
    await dialogue.getByLabel('最晚召开日期').fill('2026-01-30')
    await dialogue.getByRole('button', { name: '录入，先不发' }).click()
    await page.getByRole('button', { name: '发给下级' }).click()
    await page.getByRole('button', { name: '发给 3 个组织' }).click()
    await page.getByText('已发给 3 个组织').waitFor()

    const all = await meetings()
    const [first, second, third] = units.map(({ id }) => all.get(id))
    if (!first || !second || !third) throw new Error('not every unit has a meeting')
    const change = (meeting: typeof first, plannedOn: string) =>
      superior.call(endpoints.changeMeeting, {
        params: { meetingId: meeting.id },
        body: { plannedOn, version: meeting.version },
      })
    await change(second, '2099-01-20')
    const body = someRecord({ onDay: '2026-01-08', name: '会前集中学习' })
    const { id } = await superior.call(endpoints.createRecord, {
      params: { organisationId: third.organisation.id },
      body,
    })
    await superior.call(endpoints.linkToMeeting, { params: { meetingId: third.id }, body: { kind: 'record', id } })

    await page.getByRole('link', { name: '看 3 个组织各到哪一步' }).click()
    const board = page.getByRole('table', { name: '下级的会议' })
    await board.waitFor()
    const rows = board.getByRole('row')
    expect(await rows.nth(3).getByRole('rowheader').innerText()).toContain('临江市财政局党组')
    const row = (unit: string) => board.getByRole('row', { name: unit })
    expect(await row('临江市民政局党组').getByRole('cell', { name: '完' }).count()).toBe(1)
    expect(await row('临江市水务局党组').getByRole('cell', { name: '迟' }).count()).toBeGreaterThan(5)
    expect(await row('临江市财政局党组').getByRole('cell', { name: '迟' }).count()).toBe(0)

    const paths = ['/campaigns', `/meetings/${third.id}`, '/meetings', '/meeting-board']
    expect(await faultsOf(seat, paths)).toEqual([])
    expect([seat.foreign, seat.complaints]).toEqual([[], []])
    await seat.leave()
  },
)

it('a unit settles its day, types what was asked, and says why a step is not done', { timeout: 120_000 }, async () => {
  const seat = await web.open()
  const { page } = seat
  await seat.enter(organiser.login, '/meetings')
  await page.getByRole('link', { name: '2025年度民主生活会（市直）' }).click()
  const steps = page.getByRole('list', { name: '2025年度民主生活会（市直）的环节' })
  await steps.waitFor()
  await page.getByRole('button', { name: '定时间、地点' }).click()
  await page.getByLabel('拟召开日期').fill('2099-01-20')
  await page.getByLabel('派人督导的上级').click()
  await page.getByTitle(web.office.city.name, { exact: true }).click()
  await page.getByRole('button', { name: '定下' }).click()
  await page.getByText('准备 2099年1月20日开').waitFor()
  await page.getByText(`${web.office.city.name}派人督导`).waitFor()
  const item = (name: string) => steps.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })
  await page.getByRole('button', { name: '征求意见：填数' }).click()
  await page.getByLabel('对象和方式').fill('服务对象座谈会')
  await page.getByLabel('征求几人').fill('12')
  await page.getByLabel('收到几条').fill('5')
  await page.getByRole('button', { name: '填好' }).click()
  await item('征求意见').getByText('1 种方式，收到 5 条').waitFor()
  await item('方案').getByRole('button', { name: '这一环节不照办' }).click()
  await page.getByLabel('理由').fill('市委统一制定了方案')
  await page.getByRole('button', { name: '写下理由' }).click()
  await item('方案').getByText('市委统一制定了方案').waitFor()
  await item('材料').getByText('还缺：').waitFor()
  expect([seat.foreign, seat.complaints]).toEqual([[], []])
  await seat.leave()
})

it(
  'the superior’s notice is read, kept and sent along; the report that went up is named',
  { timeout: 180_000 },
  async () => {
    const seat = await web.open()
    const { page } = seat
    await seat.enter(superior.login, '/campaigns')
    await page.getByRole('button', { name: '录入专题' }).click()
    const dialogue = page.getByRole('dialog')
    const notice = noticeFile()
    const chooser = page.waitForEvent('filechooser')
    await dialogue.getByRole('button', { name: '读上级的通知' }).click()
    await (await chooser).setFiles({ name: notice.name, mimeType: '', buffer: Buffer.from(await notice.arrayBuffer()) })
    await dialogue.getByText('录入时把《通知.txt》存为文稿（通知），收到会议的组织可以下载。').waitFor()
    await dialogue.getByRole('button', { name: '录入，先不发' }).click()
    await page.getByRole('link', { name: '关于开好2026年度民主生活会的通知' }).waitFor()
    await page.getByRole('button', { name: '发给下级' }).click()
    await page.getByRole('button', { name: '发给 3 个组织' }).click()
    await page.getByText('已发给 3 个组织').waitFor()
    await seat.leave()

    const own = await web.open()
    const unit = units[0]?.id ?? ''
    const params = { organisationId: unit }
    const { items } = await organiser.call(endpoints.listMeetings, { params })
    const meeting = items.find(({ cycleYear }) => cycleYear === 2026)
    const about = { params: { meetingId: meeting?.id ?? '' } }
    const body = someRecord({ kinds: ['life_meeting'], onDay: '2026-01-20', name: '民主生活会' })
    const { id } = await organiser.call(endpoints.createRecord, { params, body })
    await organiser.call(endpoints.linkToMeeting, { ...about, body: { kind: 'record', id } })
    const file = new File(['关于民主生活会情况的报告\n\n已于1月20日召开。\n'], '情况报告.txt')
    const title = '水务局民主生活会情况报告'
    await organiser.call(endpoints.createPaper, { params, query: { kind: 'meeting_report', title }, file })
    await own.enter(organiser.login, `/meetings/${about.params.meetingId}`)
    const taken = own.page.waitForEvent('download')
    await own.page.getByRole('button', { name: '下载通知：关于开好2026年度民主生活会的通知' }).click()
    expect((await taken).suggestedFilename()).toBe('通知.txt')
    await own.page.getByRole('button', { name: '记下已上报' }).click()
    await own.page.getByLabel('情况报告').click()
    await own.page.getByTitle(title).click()
    await own.page.getByRole('dialog').getByRole('button', { name: '记下' }).click()
    await own.page.getByRole('link', { name: title }).waitFor()
    expect(await own.page.getByText('没有找到会议情况报告').count()).toBe(0)
    expect(await faultsOf(own, [`/meetings/${about.params.meetingId}`])).toEqual([])
    expect([own.foreign, own.complaints]).toEqual([[], []])
    await own.leave()
  },
)
