import { endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { someMeeting } from '../../packages/server/src/testing/meetings.ts'
import { faultsOf, openWebOffice, type WebOffice } from './testing/browser.ts'

let web: WebOffice
beforeAll(async () => {
  web = await openWebOffice()
})
afterAll(() => web.close())

const DRAFT = '个人对照检查材料\n\n对检查的要求的要求理解不深，走访XX户。\n'

it('a draft is checked in the page: nothing is asked of anybody once the page is there', async () => {
  const member = await web.office.employ(web.office.water, 'member')
  const seat = await web.open()
  await seat.enter(member.login, '/private-check')
  const { page } = seat
  await page.getByText('文件不上传').waitFor()
  const field = page.locator('input[type=file]:enabled')
  await field.waitFor({ state: 'attached' })
  await seat.settle()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.context().setOffline(true)
  await field.setInputFiles({ name: '我的稿子.txt', mimeType: 'text/plain', buffer: Buffer.from(DRAFT) })
  const result = page.getByRole('region', { name: '自查的结果' })
  await result.getByText(/有 \d+ 条意见/).waitFor()
  await result.getByText('走访').first().waitFor()
  await field.setInputFiles({ name: '扫描.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
  await page.getByText('“扫描.pdf”是 PDF，这里读不了。').waitFor()
  await page.context().setOffline(false)
  expect(asked).toEqual([])
  expect(await faultsOf(seat, ['/private-check'])).toEqual([])
  expect([seat.foreign, seat.complaints]).toEqual([[], []])
  await seat.leave()
})

it('the papers of a meeting stand on one sheet, reached from the meeting', async () => {
  const { office } = web
  const organiser = await office.employ(office.water, 'organiser')
  const params = { organisationId: office.water.id }
  const { id: meetingId } = await organiser.call(endpoints.createMeeting, { params, body: someMeeting() })
  const { paper } = await organiser.call(endpoints.createPaper, { params, file: new File([DRAFT], '会议方案.txt') })
  await organiser.call(endpoints.linkToMeeting, { params: { meetingId }, body: { kind: 'paper', id: paper.id } })
  await organiser.call(endpoints.submitPaper, { params: { paperId: paper.id } })
  const head = await office.employ(office.water, 'head')
  const seat = await web.open()
  await seat.enter(head.login, `/meetings/${meetingId}`)
  const { page } = seat
  await page.getByRole('link', { name: '审核总表' }).click()
  await page.getByText('送审 1 份：等审核 1 份').waitFor()
  await page.getByRole('table', { name: '审核意见单总表' }).getByRole('link').first().waitFor()
  expect(await faultsOf(seat, [`/meetings/${meetingId}/reviews`])).toEqual([])
  expect(seat.complaints).toEqual([])
  await seat.leave()
})
