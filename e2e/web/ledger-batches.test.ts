import { readFileSync } from 'node:fs'
import { endpoints, type ProblemDetail } from '@duizhao/contract'
import { isUnreadable, read } from '@duizhao/engine'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { assigned, type LedgerStaff, register, someProblem, staffOf } from '../../packages/server/src/testing/ledger.ts'
import { fitsWidth, openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
let staff: LedgerStaff
let fresh: ProblemDetail
let standing: ProblemDetail
beforeAll(async () => {
  web = await openWebOffice()
  staff = await staffOf(web.office)
  fresh = await register(staff.organiser, web.office.water)
  standing = await assigned(staff, web.office.water, { ...someProblem('audit'), dueOn: '2099-03-31' })
})
afterAll(() => web.close())

const readAgain = ({ id }: ProblemDetail) => staff.second.call(endpoints.readProblem, { params: { problemId: id } })

async function choose(page: Page, problems: readonly ProblemDetail[]): Promise<void> {
  for (const { number } of problems) await page.getByLabel(`选择问题 ${number} 号`).check()
}

it('deadlines of many: what will change is seen before, the rest left with its reason, taken back after', async () => {
  const seat = await web.open()
  const { page } = seat
  await seat.enter(staff.organiser.login, '/ledger')
  await choose(page, [fresh, standing])
  await page.getByRole('button', { name: '改时限、类型' }).click()
  const dialogue = page.getByRole('dialog')
  await dialogue.getByLabel('完成时限').fill('2099年2月28日')
  const preview = dialogue.getByRole('region', { name: '将会改变' })
  await preview.getByText('完成时限：2099年6月30日 → 2099年2月28日').waitFor()
  await preview.getByText('将会改变 1 个，另外 1 个不变').waitFor()
  await preview.getByText('不改：延期要比现在的时限和今天都晚').waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await dialogue.getByRole('button', { name: '修改 1 个' }).click()
  const report = page.getByRole('dialog', { name: '修改时限、类型的结果' })
  await report.getByText('1 个问题已办').waitFor()
  expect([(await readAgain(fresh)).dueOn, (await readAgain(standing)).dueOn]).toEqual(['2099-02-28', '2099-03-31'])
  await report.getByRole('button', { name: '撤销，恢复原来的（1 个）' }).click()
  await report.getByText('已撤销：1 个恢复为原来的').waitFor()
  await report.getByRole('button', { name: '知道了' }).click()
  expect((await readAgain(fresh)).dueOn).toBe(fresh.dueOn)
  expect([seat.foreign, seat.complaints]).toEqual([[], []])
  await seat.leave()
}, 120_000)

it('from the page of a problem one goes on to the next of the list one came from, and back to it', async () => {
  const seat = await web.open()
  const { page } = seat
  await seat.enter(staff.organiser.login, '/ledger')
  await page.getByRole('columnheader', { name: '编号', exact: true }).getByRole('button').click()
  await page.waitForURL(/sort=number/)
  await page.getByRole('link', { name: fresh.text }).click()
  const nav = page.getByRole('navigation', { name: '在台账里' })
  await nav.getByText('第 1 个，共 2 个').waitFor()
  await nav.getByText('没有上一个').waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await page.keyboard.press('j')
  await page.getByRole('heading', { level: 1, name: standing.text }).waitFor()
  await nav.getByText('第 2 个，共 2 个').waitFor()
  await nav.getByRole('link', { name: `上一个（${fresh.number} 号）` }).click()
  await page.getByRole('heading', { level: 1, name: fresh.text }).waitFor()
  await nav.getByRole('link', { name: '回到台账' }).click()
  await page.waitForURL(/\/ledger\?sort=number$/)
  // Who comes from elsewhere has no list to go on in.
  await seat.visit(`/problems/${fresh.id}`)
  expect(await nav.count()).toBe(0)
  await seat.leave()
}, 120_000)

it('notices for many go to those under way, and the chosen leave as a workbook', async () => {
  const seat = await web.open()
  const { page } = seat
  await seat.enter(staff.organiser.login, '/ledger')
  await choose(page, [fresh, standing])
  await page.getByRole('button', { name: '发督办单' }).click()
  const dialogue = page.getByRole('dialog')
  await dialogue.getByText('不发：状态是“已登记”').waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await dialogue.getByRole('button', { name: '发 1 份督办单' }).click()
  const report = page.getByRole('dialog', { name: '发督办单的结果' })
  await report.getByText(/已发督〔\d{4}〕1号/).waitFor()
  await report.getByRole('button', { name: '知道了' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出选中的' }).click(),
  ])
  const sheet = await read(new Uint8Array(readFileSync(await download.path())), '台账.xlsx')
  if (isUnreadable(sheet)) throw new Error(sheet.message)
  expect([sheet.text.includes(fresh.text), sheet.text.includes(standing.text)]).toEqual([true, true])
  await seat.leave()
}, 120_000)

it('who reports asks for more time for all that is under way, on a phone too', async () => {
  const seat = await web.open({ width: 390, height: 844 })
  const { page } = seat
  await seat.enter(staff.handler.login, '/ledger')
  await choose(page, [fresh, standing])
  await page.getByRole('button', { name: '改时限、类型' }).click()
  const dialogue = page.getByRole('dialog')
  await dialogue.getByLabel('完成时限').fill('2099年12月30日')
  await dialogue.getByLabel('延期的理由').fill('汛期不能施工')
  expect(await fitsWidth(page)).toBe(true)
  await dialogue.getByRole('button', { name: '申请延期 1 个' }).click()
  await page.getByText('申请了延期的，由另一个人决定').waitFor()
  const { dueOn, extensions } = await readAgain(standing)
  expect([dueOn, extensions.map(({ until }) => until)]).toEqual(['2099-03-31', ['2099-12-30']])
  await seat.leave()
}, 120_000)
