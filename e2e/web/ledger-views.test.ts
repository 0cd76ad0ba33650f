import { endpoints, MOST_VIEWS } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type LedgerStaff, register, someProblem, staffOf } from '../../packages/server/src/testing/ledger.ts'
import { fitsWidth, openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
let staff: LedgerStaff
beforeAll(async () => {
  web = await openWebOffice()
  staff = await staffOf(web.office)
  await register(staff.organiser, web.office.water, someProblem('audit'))
})
afterAll(() => web.close())

const namesOf = async (by: LedgerStaff['organiser']) =>
  (await by.call(endpoints.listViews, {})).items.map(({ name }) => name)

it('views are the account’s: those of the browser are taken over once, new ones shared, removed and put back', async () => {
  const seat = await web.open()
  const { page } = seat
  await seat.signIn(staff.organiser.login)
  await page.getByRole('heading', { name: '今天要做的事' }).waitFor()
  const key = `duizhao:ledger-views:${staff.organiser.session.account.id}`
  const old = JSON.stringify([{ name: '老视图', search: { source: 'audit' } }, { name: 3 }])
  await page.evaluate(([name, value]) => localStorage.setItem(name, value), [key, old] as const)
  await seat.visit('/ledger')
  const views = page.getByRole('navigation', { name: '视图' })
  await views.getByRole('link', { name: '老视图' }).click()
  await page.waitForURL(/source=audit/)
  await expect.poll(() => page.evaluate((name) => localStorage.getItem(name), key)).toBeNull()
  expect(await namesOf(staff.organiser)).toEqual(['老视图'])

  await page.getByRole('button', { name: '存为视图' }).click()
  const dialogue = page.getByRole('dialog')
  await dialogue.getByLabel('名称').fill('审计的')
  await dialogue.getByLabel('临江市水务局的人').check()
  expect(await seriousFindings(page)).toEqual([])
  await dialogue.getByRole('button', { name: '存为视图' }).click()
  await views.getByText('已共享').waitFor()
  expect(await namesOf(staff.handler)).toEqual(['审计的'])

  await views.getByRole('button', { name: '删去视图“老视图”' }).click()
  await page.getByText('视图“老视图”删去了').waitFor()
  expect(await namesOf(staff.organiser)).toEqual(['审计的'])
  await page.getByRole('button', { name: '恢复' }).click()
  await views.getByRole('link', { name: '老视图' }).waitFor()

  // What somebody typed is not for others.
  await page.getByLabel('编号或问题内容').fill('河段')
  await page.getByLabel('编号或问题内容').press('Enter')
  await page.waitForURL(/text=/)
  await page.getByRole('button', { name: '存为视图' }).click()
  await dialogue.getByText('只能自己用').waitFor()
  expect(await dialogue.getByLabel('临江市水务局的人').isDisabled()).toBe(true)
  expect([seat.foreign, seat.complaints]).toEqual([[], []])
  await seat.leave()
}, 120_000)

it('a colleague uses what is shared, says whose it is, and cannot remove it, on a phone too', async () => {
  const seat = await web.open({ width: 390, height: 844 })
  const { page } = seat
  await seat.enter(staff.handler.login, '/ledger')
  const views = page.getByRole('navigation', { name: '视图' })
  await views.getByText(/共享$/).waitFor()
  expect(await views.getByRole('button', { name: /^删去视图/ }).count()).toBe(0)
  await views.getByRole('link', { name: '审计的' }).click()
  await page.waitForURL(/source=audit/)
  expect(await fitsWidth(page)).toBe(true)
  await seat.leave()
}, 120_000)

it('what the account has no room for stays in the browser', async () => {
  const own = (await staff.handler.call(endpoints.listViews, {})).items.filter(({ isOwn }) => isOwn).length
  for (let at = own + 1; at < MOST_VIEWS; at++)
    await staff.handler.call(endpoints.saveView, { body: { name: `第${at}个`, search: {} } })
  const seat = await web.open()
  const { page } = seat
  await seat.signIn(staff.handler.login)
  await page.getByRole('heading', { name: '今天要做的事' }).waitFor()
  const key = `duizhao:ledger-views:${staff.handler.session.account.id}`
  const old = ['还放得下', '放不下了'].map((name) => ({ name, search: { source: 'audit' } }))
  await page.evaluate(([name, value]) => localStorage.setItem(name, value), [key, JSON.stringify(old)] as const)
  await seat.visit('/ledger')
  const stored = () => page.evaluate((name) => localStorage.getItem(name), key)
  await expect.poll(stored).toBe(JSON.stringify(old.slice(1)))
  expect(await namesOf(staff.handler)).toContain('还放得下')
  await seat.leave()
}, 120_000)
