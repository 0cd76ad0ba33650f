import { endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { givePost, MINUTES, minutesFile, someRecord } from '../../packages/server/src/testing/records.ts'
import { faultsOf, fitsWidth, openWebOffice, seriousFindings, type Seat, type WebOffice } from './testing/browser.ts'

let web: WebOffice
let branch: WebOffice['office']['city']
let seat: Seat
beforeAll(async () => {
  web = await openWebOffice()
  const { office } = web
  branch = await office.addOrganisation(office.water, '水务局机关党支部', 'branch')
  const members = await Promise.all([0, 1, 2].map(() => office.register(branch, 'member')))
  for (const [at, { personId }] of members.entries())
    await givePost(office, { personId, bodyId: branch.id, role: at === 0 ? 'secretary' : 'party_member' })
  // The secretary holds no role but that of a member.
  seat = await web.open()
  await seat.signIn(members[0]?.login ?? '')
  await seat.page.getByRole('heading', { name: '今天要做的事' }).waitFor()
})
afterAll(() => web.close())

async function choose(label: string, option: string | RegExp): Promise<void> {
  const { page } = seat
  const box = page.getByRole('dialog').getByRole('combobox', { name: label, exact: true })
  await box.click()
  if (typeof option === 'string') await box.fill(option)
  await page.locator('.ant-select-dropdown:visible').getByTitle(option).first().click()
}

it('a secretary writes a meeting down: who was due is known, only who was away is said', async () => {
  const { page } = seat
  await seat.visit('/records')
  await page.getByRole('button', { name: '记一笔' }).click()
  const dialogue = page.getByRole('dialog', { name: '记一笔' })
  await choose('种类', '党员大会')
  await choose('种类', '集中学习')
  await page.keyboard.press('Escape')
  await dialogue.getByLabel('日期', { exact: true }).fill('2026-03-05')
  await dialogue.getByLabel('地点').fill('三楼会议室')
  await choose('主持人', /人员1/)
  await dialogue.getByRole('button', { name: '加一个议题' }).click()
  await dialogue.getByLabel('第 1 个议题', { exact: true }).fill('学习重要讲话')
  await dialogue.getByLabel('第 1 个议题：文章的日期').fill('2026-03-06')
  await dialogue.getByText('应到 3 人').waitFor()
  await dialogue.getByRole('button', { name: '加一个人' }).click()
  await choose('第 1 个人', /人员2/)
  expect(await seriousFindings(page)).toEqual([])
  await dialogue.getByRole('button', { name: '记下' }).click()
  // Nobody studies a speech before it has been given: said at the date.
  await dialogue.getByText(/那时还没有这篇讲话/).waitFor()
  await dialogue.getByLabel('第 1 个议题：文章的日期').fill('2026-03-01')
  await dialogue.getByRole('button', { name: '记下' }).click()
  await page.getByRole('heading', { name: '2026年3月5日集中学习、党员大会' }).waitFor()
  await page.getByText('应到 3，实到 2').waitFor()
  await seat.settle()
  expect([seat.foreign, seat.complaints]).toEqual([[], []])
})

it('what is there already is said with a link to it', async () => {
  const { page } = seat
  await seat.visit('/records')
  await page.getByRole('button', { name: '记一笔' }).click()
  const dialogue = page.getByRole('dialog', { name: '记一笔' })
  await choose('种类', '支委会')
  await page.keyboard.press('Escape')
  await dialogue.getByLabel('日期', { exact: true }).fill('2026-02-05')
  await dialogue.getByRole('button', { name: '记下' }).click()
  await page.getByRole('heading', { name: '2026年2月5日支委会' }).waitFor()
  await page.goBack()
  await page.getByRole('button', { name: '记一笔' }).click()
  await choose('种类', '支委会')
  await page.keyboard.press('Escape')
  await dialogue.getByLabel('日期', { exact: true }).fill('2026-02-05')
  await dialogue.getByRole('button', { name: '记下' }).click()
  await dialogue.getByRole('link', { name: '2026年2月5日支委会' }).click()
  await page.getByRole('heading', { name: '2026年2月5日支委会' }).waitFor()
})

it('the list, its figures and the pages fit a phone and a screen', async () => {
  const { office } = web
  const organiser = await office.employ(office.water, 'organiser')
  const params = { organisationId: branch.id }
  for (const month of ['01', '02'])
    await organiser.call(endpoints.createRecord, {
      params,
      body: someRecord({ onDay: `2026-${month}-20`, hours: 2, subjects: ['意识形态'] }),
    })
  const { items } = await organiser.call(endpoints.listRecords, { params })
  expect(await faultsOf(seat, ['/records', `/records/${items[0]?.id ?? ''}`])).toEqual([])
  const { page } = seat
  await seat.visit('/records')
  await page.setViewportSize({ width: 390, height: 844 })
  await seat.settle()
  await page.getByRole('button', { name: '记一笔' }).click()
  await choose('种类', '党员大会')
  await page.keyboard.press('Escape')
  expect(await fitsWidth(page)).toBe(true)
})

it('three minutes in Word become records: what was read stands marked beside what is confirmed', async () => {
  const { office } = web
  const { page } = seat
  await page.setViewportSize({ width: 1440, height: 900 })
  for (const [name, role] of [
    ['李建国', 'party_member'],
    ['王小明', 'party_member'],
    ['赵丽华', null],
  ] as const) {
    const { personId } = await office.register(branch, null)
    await office.pool.db.updateTable('person').set({ name }).where('id', '=', personId).execute()
    if (role !== null) await givePost(office, { personId, bodyId: branch.id, role })
  }
  await seat.visit('/records-from-file')
  for (const day of ['3月5日', '3月12日', '3月19日']) {
    const file = minutesFile(MINUTES.map((line) => line.replace('3月5日', day)))
    const chooser = page.waitForEvent('filechooser')
    await page.getByText('把写好的记录').click()
    await (await chooser).setFiles({ name: file.name, mimeType: '', buffer: Buffer.from(await file.arrayBuffer()) })
    await page.getByRole('button', { name: '对过原文，记下' }).waitFor()
    await seat.settle()
    if (day === '3月5日') {
      expect(await seriousFindings(page)).toEqual([])
      expect(await page.locator('mark').allInnerTexts()).toEqual(expect.arrayContaining(['三楼会议室']))
    }
    await page.getByRole('button', { name: '对过原文，记下' }).click()
    await page.getByRole('status').getByText('已记下').waitFor()
    if (day !== '3月19日') await page.getByRole('button', { name: '再录一份' }).click()
  }
  await page.getByRole('link', { name: '打开这次记录' }).click()
  await page.getByText('王小明：请假（出差）').waitFor()
  await seat.settle()
  expect([seat.foreign, seat.complaints]).toEqual([[], []])
})
