import { readFileSync } from 'node:fs'
import { endpoints } from '@duizhao/contract'
import { writeXlsx } from '@duizhao/report'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fitsWidth, openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
beforeAll(async () => {
  web = await openWebOffice()
})
afterAll(() => web.close())

const buffer = readFileSync(new URL('../../samples/ledgers/meeting-2025.xlsx', import.meta.url))
const file = { name: '整改台账.xlsx', mimeType: 'application/octet-stream', buffer }

it(
  'wrong cells are typed anew, a row is left out, and both stay when the page is loaded anew',
  { timeout: 180_000 },
  async () => {
    const place = await web.office.addOrganisation(web.office.city, '临江市教育局机关')
    const { login } = await web.office.register(place, 'organiser')
    const by = await web.office.employ(place, 'organiser')
    const seat = await web.open()
    await seat.enter(login, '/ledger-import')
    const { page } = seat
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('有 2 处要改').waitFor()
    const write = page.getByRole('button', { name: '写入台账' })
    expect(await write.isDisabled()).toBe(true)
    await page.getByLabel('整改台账 H7 改成').fill('2099年3月31日')
    await page.getByLabel('整改台账 H7 改成').press('Enter')
    await page.getByText('有 1 处要改').waitFor()
    await page.getByRole('button', { name: '跳过 整改台账 第 8 行' }).click()
    const mended = page.getByRole('table', { name: '改过的' })
    await mended.getByText('跳过，不导入').waitFor()
    expect(await seriousFindings(page)).toEqual([])

    await page.reload()
    await mended.getByText('改成“2099年3月31日”').waitFor()
    expect(await page.getByText('处要改').count()).toBe(0)
    await page.getByRole('button', { name: '撤回 整改台账 第 8 行' }).click()
    await page.getByText('有 1 处要改').waitFor()
    await page.getByRole('button', { name: '跳过 整改台账 第 8 行' }).click()
    await mended.getByText('跳过，不导入').waitFor()

    await page.setViewportSize({ width: 390, height: 844 })
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    await write.click()
    await page.getByText('已写入：新登记 18 个').waitFor()
    const query = { organisationId: place.id, standing: 'all', limit: 200 } as const
    const { items } = await by.call(endpoints.listProblems, { query })
    expect(items).toHaveLength(18)
    expect(items.filter(({ dueOn }) => dueOn === '2099-03-31')).toHaveLength(1)
    // What is written cannot be gone on with.
    expect(new URL(page.url()).search).toBe('')
    expect(seat.complaints).toEqual([])
    await seat.leave()
  },
)

it('a column no header names is said what it is, and taken back', { timeout: 120_000 }, async () => {
  const place = await web.office.addOrganisation(web.office.city, '临江市档案局')
  const { login } = await web.office.register(place, 'organiser')
  const seat = await web.open()
  await seat.enter(login, '/ledger-import')
  const { page } = seat
  const columns = ['项', '哪里做得不好', '盯到哪天'].map((header) => ({ header, width: 20 }))
  const odd = Buffer.from(writeXlsx([{ name: '表一', columns, rows: [[1, '巡查记录缺失', '2099年3月底前']] }]))
  await page.locator('input[type=file]').setInputFiles({ ...file, buffer: odd })
  await page.getByText('新登记 0 个').waitFor()
  const say = async (header: string, words: string): Promise<void> => {
    await page.getByLabel(`表一 ${header} 对应栏目`, { exact: true }).click()
    await page.locator('.ant-select-dropdown:visible').getByTitle(words, { exact: true }).click()
    await page.getByRole('table', { name: '改过的' }).getByText(`“${header}”`).waitFor()
  }
  await say('哪里做得不好', '问题')
  await say('盯到哪天', '完成时限')
  await page.getByText('新登记 1 个').waitFor()
  await page.getByText('2099年3月31日').waitFor()
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    expect([await fitsWidth(page), await seriousFindings(page)]).toEqual([true, []])
  }
  await page.getByRole('button', { name: '撤回 表一 “盯到哪天”这一列' }).click()
  await page.getByText('2099年3月31日').waitFor({ state: 'detached' })
  expect(seat.complaints).toEqual([])
  await seat.leave()
})

it('what was said of the columns is offered for the next file with the same heads', { timeout: 120_000 }, async () => {
  const place = await web.office.addOrganisation(web.office.city, '临江市气象局')
  const { login } = await web.office.register(place, 'organiser')
  const seat = await web.open()
  await seat.enter(login, '/ledger-import')
  const { page } = seat
  const columns = ['项', '哪里做得不好', '盯到哪天'].map((header) => ({ header, width: 20 }))
  const give = (text: string): Promise<void> => {
    const buffer = Buffer.from(writeXlsx([{ name: '表一', columns, rows: [[1, text, '2099年3月底前']] }]))
    return page.locator('input[type=file]').setInputFiles({ ...file, buffer })
  }
  await give('雷达站的值班记录缺页')
  for (const [header, words] of [
    ['哪里做得不好', '问题'],
    ['盯到哪天', '完成时限'],
  ] as const) {
    await page.getByLabel(`表一 ${header} 对应栏目`, { exact: true }).click()
    await page.locator('.ant-select-dropdown:visible').getByTitle(words, { exact: true }).click()
    await page.getByRole('table', { name: '改过的' }).getByText(`“${header}”`).waitFor()
  }
  await page.getByRole('button', { name: '写入台账' }).click()
  await page.getByText('已写入：新登记 1 个').waitFor()
  await page.getByRole('button', { name: '再导入一份' }).click()
  await give('预警信息的签收没有留底')
  const offer = page.getByRole('status').filter({ hasText: '那次指定过对应栏目' })
  await offer.getByText('“盯到哪天”：对应“完成时限”').waitFor()
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    expect([await fitsWidth(page), await seriousFindings(page)]).toEqual([true, []])
  }
  await offer.getByRole('button', { name: '照那次的对应' }).click()
  await page.getByText('新登记 1 个').waitFor()
  await offer.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '撤回 表一 “哪里做得不好”这一列' }).click()
  await page.getByText('新登记 0 个').waitFor()
  expect(seat.complaints).toEqual([])
  await seat.leave()
})

it('whoever goes elsewhere while it is read stays there', { timeout: 120_000 }, async () => {
  const place = await web.office.addOrganisation(web.office.city, '临江市教育局财务科')
  const { login } = await web.office.register(place, 'organiser')
  const seat = await web.open()
  await seat.enter(login, '/ledger-import')
  const { page } = seat
  const answered = Promise.withResolvers<void>()
  const isLeft = Promise.withResolvers<void>()
  await page.route('**/ledger-imports', async (route) => {
    const response = await route.fetch()
    await isLeft.promise
    await route.fulfill({ response })
    answered.resolve()
  })
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText('正在').first().waitFor()
  await page.getByRole('link', { name: '统计', exact: true }).click()
  await page.waitForURL('**/statistics')
  isLeft.resolve()
  await answered.promise
  await seat.settle()
  expect(new URL(page.url()).pathname).toBe('/statistics')
  await page.unrouteAll()
  await seat.leave()
})

it(
  'a newcomer imports all five sample ledgers of the project without leaving the page',
  { timeout: 400_000 },
  async () => {
    const place = await web.office.addOrganisation(web.office.city, '临江市审计局')
    const { login } = await web.office.register(place, 'organiser')
    const by = await web.office.employ(place, 'organiser')
    const seat = await web.open()
    await seat.enter(login, '/ledger-import')
    const { page } = seat
    const query = { organisationId: place.id, standing: 'all' } as const
    const count = async () => (await by.call(endpoints.countProblems, { query })).all
    for (const name of ['inspection-2025', 'hazards-2026', 'form-2026', 'meeting-2025', 'units-2026']) {
      const before = await count()
      const sample = readFileSync(new URL(`../../samples/ledgers/${name}.xlsx`, import.meta.url))
      await page.locator('input[type=file]').setInputFiles({ ...file, name: `${name}.xlsx`, buffer: sample })
      const write = page.getByRole('button', { name: '写入台账' })
      await write.waitFor()
      // What is wrong is left out where it is said, one after another.
      for (const skip = page.getByRole('button', { name: /^跳过 / }).first(); (await skip.count()) > 0;) {
        const left = await page.getByText(/^有 \d+ 处要改/).textContent()
        await skip.click()
        await page.waitForFunction((words) => !document.body.textContent?.includes(words), left ?? '')
        await write.waitFor()
      }
      const asked = page.getByRole('button', { name: '都是新问题' })
      if ((await asked.count()) > 0) await asked.click()
      await write.click()
      const done = await page.getByText(/^已写入：新登记 \d+ 个/).textContent()
      const created = Number(/新登记 (\d+) 个/.exec(done ?? '')?.[1])
      expect(created, name).toBeGreaterThan(0)
      expect(await count(), name).toBe(before + created)
      expect(new URL(page.url()).pathname).toBe('/ledger-import')
      await page.getByRole('button', { name: '再导入一份' }).click()
    }
    expect(seat.complaints).toEqual([])
    await seat.leave()
  },
)
