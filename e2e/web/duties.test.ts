import { readFileSync } from 'node:fs'
import { endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Employee, Office } from '../../packages/server/src/testing/office.ts'
import { givePost } from '../../packages/server/src/testing/records.ts'
import { fitsWidth, openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
let organiser: Employee
let branch: Office['city']

beforeAll(async () => {
  web = await openWebOffice()
  const { office } = web
  organiser = await office.employ(office.water, 'organiser')
  branch = await office.addOrganisation(office.water, '水务局机关党支部', 'branch')
  await givePost(office, { personId: organiser.session.person.id, bodyId: branch.id, role: 'secretary' })
  const params = { organisationId: branch.id }
  await organiser.call(endpoints.setRecordKeeping, { params, body: { fromOn: '2025-01-01', version: null } })
  const meeting = { kinds: ['branch_meeting' as const], onDay: '2025-02-10', name: '第一季度党员大会' }
  await organiser.call(endpoints.createRecord, { params, body: meeting })
})
afterAll(() => web.close())

it(
  'duties are taken up, the year shows what is missing, and what need not be done says why',
  { timeout: 120_000 },
  async () => {
    const seat = await web.open()
    const { page } = seat
    await seat.enter(organiser.login, '/duty-catalogue')
    await page.getByRole('button', { name: '采用随软件的事项' }).click()
    for (const name of [/^召开党员大会/, /^开展主题党日/, /^支部书记讲党课/])
      await page.getByRole('checkbox', { name }).check()
    await page.getByLabel('开始日期').fill('2025-01-01')
    await page.getByRole('button', { name: '采用选中的' }).click()
    await page.getByRole('cell', { name: '支部书记讲党课', exact: true }).waitFor()
    expect(await seriousFindings(page)).toEqual([])

    await page.goto(`${web.address}/duties?organisationId=${branch.id}&year=2025`)
    const grid = page.getByRole('table', { name: '水务局机关党支部2025年履职' })
    const first = grid.getByRole('button', { name: '召开党员大会，第一季度，已做' })
    await first.click()
    await page.getByRole('link', { name: '第一季度党员大会' }).waitFor()
    await page.keyboard.press('Escape')
    await first.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '不适用或免做' }).click()
    await page.getByLabel('原因').fill('集中开展专项工作')
    await page.getByRole('button', { name: '写上原因' }).click()
    await grid.getByRole('button', { name: '召开党员大会，第二季度，不适用' }).waitFor()
    await grid.getByRole('button', { name: '召开党员大会，第三季度，缺' }).waitFor()
    expect(await seriousFindings(page)).toEqual([])

    await page.goto(`${web.address}/duty-board?year=2025`)
    const cell = page.getByRole('link', { name: '水务局机关党支部，开展主题党日，缺 12，做了 0/12' })
    await cell.waitFor()
    expect(await seriousFindings(page)).toEqual([])
    // What is on the screen, as a table to take along.
    const [table] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出这张表：下级履职' }).click(),
    ])
    const csv = readFileSync(await table.path(), 'utf8')
    expect(csv.split('\r\n')[0]).toBe('\ufeff组织,开展主题党日,召开党员大会,支部书记讲党课')
    expect(csv).toMatch(/水务局机关党支部.*缺 12，做了 0\/12/s)
    await cell.click()
    await grid.waitFor()

    for (const path of ['/duties?year=2025', '/duty-board?year=2025', '/own-duties?year=2025', '/duty-catalogue']) {
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto(`${web.address}${path}${path.startsWith('/duties') ? `&organisationId=${branch.id}` : ''}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await seat.settle()
      expect(await fitsWidth(page), path).toBe(true)
      expect(await seriousFindings(page, false), path).toEqual([])
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(`${web.address}/own-duties?year=2025`)
    await page.getByRole('button', { name: '支部书记讲党课，水务局机关党支部，全年，缺' }).waitFor()
    expect([seat.foreign, seat.complaints]).toEqual([[], []])
    await seat.leave()
  },
)
