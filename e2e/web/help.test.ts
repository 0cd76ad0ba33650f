import { endpoints } from '@duizhao/contract'
import { ledgerSheet, writeXlsx } from '@duizhao/report'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import process from 'node:process'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  assigned,
  type LedgerStaff,
  rectified,
  register,
  requestStrikeOff,
  someProblem,
  staffOf,
} from '../../packages/server/src/testing/ledger.ts'
import { someMeeting } from '../../packages/server/src/testing/meetings.ts'
import { givePost, someRecord } from '../../packages/server/src/testing/records.ts'
import { openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

/** Where `npm run pictures` keeps what the help shows; everybody else only goes the ways it tells. */
const keepsPictures = process.env['TAKE_PICTURES'] !== undefined
const loop = resolve(import.meta.dirname, '../../packages/web/src/loop')
const SIZE = { width: 1000, height: 625 }

let web: WebOffice
let staff: LedgerStaff
let ids: Readonly<Record<'unassigned' | 'going' | 'done' | 'asked' | 'meeting', string>>

const MEETING = '2026年度民主生活会'
const texts = [
  '沿江三处河段的巡查记录缺了两个月',
  '两笔维修费没有验收单就付了款',
  '对分管科室督促不够',
  '下基层调研少',
] as const

beforeAll(async () => {
  web = await openWebOffice()
  const { office } = web
  const { water } = office
  staff = await staffOf(office)
  const near = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  const given = (text: string, dueOn = near) => ({ ...someProblem('other', dueOn), text })
  const asked = await rectified(staff, water, given(texts[3]))
  await requestStrikeOff(staff.handler, asked.id)
  await assigned(staff, water, given(texts[1], '2026-01-05'))
  const params = { organisationId: water.id }
  await staff.organiser.call(endpoints.createRecord, { params, body: someRecord() })
  await givePost(office, { personId: staff.leaderPerson.personId, bodyId: water.id, role: 'head' })
  const meeting = await staff.organiser.call(endpoints.createMeeting, { params, body: someMeeting({ name: MEETING }) })
  ids = {
    unassigned: (await register(staff.organiser, water, given(texts[1]))).id,
    going: (await assigned(staff, water, given(texts[0]))).id,
    done: (await rectified(staff, water, given(texts[2]))).id,
    asked: asked.id,
    meeting: meeting.id,
  }
})
afterAll(() => web.close())

/** What one sees in the window now, without where the cursor blinks. */
async function take(page: Page, picture: string): Promise<void> {
  expect(await seriousFindings(page), picture).toEqual([])
  if (!keepsPictures) return
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  // Only the browser itself makes WebP, a third of the bytes.
  const browser = await page.context().newCDPSession(page)
  const { data } = await browser.send('Page.captureScreenshot', { format: 'webp', quality: 60 })
  await browser.detach()
  await writeFile(join(loop, `${picture}.webp`), Buffer.from(data, 'base64'))
}

async function actOn(page: Page, problemId: string, action: string): Promise<void> {
  await page.goto(`${web.address}/problems/${problemId}`)
  await page.getByRole('group', { name: '可以做的' }).getByRole('button', { name: action, exact: true }).click()
  await page.getByRole('dialog').waitFor()
}

function ledgerFile() {
  const measure = { text: '按月公开食堂账目', deadline: '2099年3月底前', lead: '', unit: '', coUnit: '', owner: '' }
  const told = { ...measure, progress: '', evidence: '', state: '', strikeOffDate: '' }
  const brought = { source: '审计', category: '财务管理', text: '食堂账目没有按月公开', class: '限期整改', remark: '' }
  const sheet = ledgerSheet({ title: '整改台账', unit: '临江市水务局', date: '2026年1月5日' }, [
    { ...brought, measures: [told] },
  ])
  return { name: '整改台账.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(writeXlsx([sheet])) }
}

it('what the help teaches an organiser is done as it says', { timeout: 120_000 }, async () => {
  const seat = await web.open(SIZE)
  await seat.enter(staff.organiser.login, '/ledger')
  const { page } = seat
  await page.getByText(texts[0]).first().waitFor()
  await page.getByRole('button', { name: '导出 Excel' }).waitFor()
  await take(page, 'ledger/help/export')
  await page.getByRole('button', { name: '登记问题' }).click()
  await page.getByRole('dialog').getByLabel('问题', { exact: true }).fill('值班记录漏记三次')
  await take(page, 'ledger/help/register')
  await page.goto(`${web.address}/ledger?standing=overdue`)
  await page.getByText(texts[1]).first().waitFor()
  await take(page, 'ledger/help/overdue')
  await actOn(page, ids.unassigned, '分派')
  await take(page, 'ledger/help/assign')
  await page.goto(`${web.address}/ledger-import`)
  await page.locator('input[type=file]').setInputFiles(ledgerFile())
  await page.getByRole('button', { name: '写入台账' }).waitFor()
  await take(page, 'ledger/help/import')
  await page.goto(`${web.address}/records`)
  await page.getByRole('button', { name: '记一笔' }).click()
  await page.getByRole('dialog').waitFor()
  await take(page, 'records/help/record')
  await page.goto(`${web.address}/meetings/${ids.meeting}`)
  await page.getByRole('heading', { name: MEETING }).waitFor()
  await seat.settle()
  await take(page, 'meetings/help/meeting')
  await seat.leave()
})

it('what it teaches who rectifies is done as it says', { timeout: 120_000 }, async () => {
  const seat = await web.open(SIZE)
  await seat.enter(staff.handler.login, '/')
  const { page } = seat
  await actOn(page, ids.going, '报告进展')
  const dialogue = page.getByRole('dialog')
  await dialogue.getByLabel('进展情况').fill('三处河段的记录已经补齐，建了台账')
  const file = { name: '巡查记录.txt', mimeType: 'text/plain', buffer: Buffer.from('一月到三月的巡查记录') }
  await dialogue.locator('input[type=file]').first().setInputFiles(file)
  await take(page, 'ledger/help/progress')
  await actOn(page, ids.done, '申请销号')
  await page.getByLabel('整改成效').fill('补齐巡查记录 24 次')
  await take(page, 'ledger/help/strike-off')
  await seat.leave()
})

it('what it teaches who approves is done as it says', { timeout: 120_000 }, async () => {
  const seat = await web.open(SIZE)
  await seat.enter(staff.head.login, '/')
  const { page } = seat
  await actOn(page, ids.asked, '确认并上报')
  await page.getByLabel('确认意见').fill('看过现场，和记录一致')
  await take(page, 'ledger/help/approve')
  await seat.leave()
})

it('it shows all of it, on a phone, too', { timeout: 60_000 }, async () => {
  const seat = await web.open({ width: 390, height: 844 })
  await seat.enter(staff.organiser.login, '/help')
  const { page } = seat
  await page.getByRole('region', { name: '看谁逾期' }).waitFor()
  expect(await page.locator('.help-task').count()).toBe(10)
  for (const picture of await page.locator('.help-task img').all()) {
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBeGreaterThan(0)
  }
  expect(await seriousFindings(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await seat.leave()
})
