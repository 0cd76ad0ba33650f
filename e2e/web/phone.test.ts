import { endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { someProblem } from '../../packages/server/src/testing/ledger.ts'
import { fitsWidth, openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

const PHONE = { width: 390, height: 844 }

let web: WebOffice
beforeAll(async () => {
  web = await openWebOffice()
})
afterAll(() => web.close())

it('on a phone the menu is a sheet with every place in view, and goes when one has chosen', async () => {
  const { login } = await web.office.register(web.office.city, 'organiser')
  const seat = await web.open(PHONE)
  const { page } = seat
  await seat.signIn(login)
  await page.getByRole('heading', { name: '今天要做的事' }).waitFor()
  const menu = page.getByRole('navigation', { name: '主菜单' })
  expect(await menu.isVisible()).toBe(false)
  await page.getByRole('button', { name: '菜单' }).click()
  const edges = await menu
    .getByRole('link')
    .evaluateAll((links) =>
      links.map((link) => link.getBoundingClientRect()).map(({ right, bottom }) => ({ right, bottom })),
    )
  expect(edges.length).toBeGreaterThan(10)
  expect(edges.filter(({ right, bottom }) => right > PHONE.width || bottom > PHONE.height)).toEqual([])
  expect(await seriousFindings(page)).toEqual([])
  await menu.getByRole('link', { name: '帮助' }).click()
  await page.getByRole('heading', { level: 1, name: '帮助' }).waitFor()
  expect(await menu.isVisible()).toBe(false)
  // So it does when one goes another way.
  await page.getByRole('button', { name: '菜单' }).click()
  await page.getByRole('link', { name: '对照：今天' }).click()
  await page.getByRole('heading', { name: '今天要做的事' }).waitFor()
  expect(await menu.isVisible()).toBe(false)
  await seat.leave()
})

it('the statistics are short on a phone: the counts, and each part folded with what is overdue in it', async () => {
  const organiser = await web.office.employ(web.office.water, 'organiser')
  const params = { organisationId: web.office.water.id }
  for (const source of ['criticism', 'other'] as const)
    await organiser.call(endpoints.registerProblem, { params, body: someProblem(source) })
  const seat = await web.open(PHONE)
  const { page } = seat
  await seat.enter(organiser.login, '/statistics')
  await page.getByRole('button', { name: '按来源' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(1_500)
  expect(await page.getByRole('table', { name: '按来源' }).isVisible()).toBe(false)
  await page.getByRole('button', { name: '按来源' }).click()
  await page.getByRole('table', { name: '按来源' }).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  expect(await fitsWidth(page)).toBe(true)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('table', { name: '按类型' }).isVisible()).toBe(true)
  await page.emulateMedia({ media: null })

  // The whole leads to exactly the rows it counts.
  await page.getByRole('link', { name: /^问题总数 2 个/ }).click()
  await page.getByRole('status').getByText('共 2 个问题').waitFor()
  await seat.leave()
})

it('of the ledger a phone shows short cards, all columns if asked, and what is of the unit alone', async () => {
  const { water, waterOffice, city } = web.office
  const organiser = await web.office.employ(city, 'organiser')
  const long = `${'河道巡查记录不全，'.repeat(30)}没有整改`
  for (const place of [water, waterOffice])
    for (let at = 0; at < 4; at += 1)
      await organiser.call(endpoints.registerProblem, {
        params: { organisationId: place.id },
        body: { ...someProblem('audit'), text: `${at}${long}`, aspect: '履职尽责方面的问题比较多的一个方面' },
      })
  const seat = await web.open(PHONE)
  const { page } = seat
  await seat.enter(organiser.login, `/ledger?organisationId=${water.id}&source=audit`)
  const cards = page.locator('.ledger-row:has(.cell-choose)')
  await cards.nth(7).waitFor()
  const highest = () => cards.evaluateAll((all) => Math.max(...all.map((card) => card.getBoundingClientRect().height)))
  expect(await highest()).toBeLessThanOrEqual(150)
  expect(await page.getByText('履职尽责方面').first().isVisible()).toBe(false)
  expect([await fitsWidth(page), await seriousFindings(page)]).toEqual([true, []])
  await page.getByRole('button', { name: '显示全部栏目' }).click()
  await page.getByText('履职尽责方面').first().waitFor()
  expect(await highest()).toBeLessThanOrEqual(320)
  expect([await fitsWidth(page), await seriousFindings(page)]).toEqual([true, []])

  await seat.visit(`/statistics/${water.id}`)
  await page.getByRole('button', { name: '按单位' }).click()
  await page.getByRole('link', { name: /（本级）合计 \d+ 个，看这些问题/ }).click()
  await page.getByText('只看本级').waitFor()
  await page
    .getByRole('status')
    .getByText(/^共 \d+ 个问题/)
    .waitFor()
  const units = await page.locator('.cell-organisation').allInnerTexts()
  expect(new Set(units)).toEqual(new Set(['临江市水务局']))
  expect(seat.complaints).toEqual([])
  await seat.leave()
}, 120_000)

it('filters are folded on a phone, and the button says how many are used', async () => {
  const { login } = await web.office.register(web.office.city, 'audit_admin')
  const seat = await web.open(PHONE)
  const { page } = seat
  await seat.enter(login, '/audit')
  expect(await page.getByRole('checkbox', { name: '只看没有成功的' }).isVisible()).toBe(false)
  await page.getByRole('button', { name: '更多筛选' }).click()
  await page.getByRole('checkbox', { name: '只看没有成功的' }).check()
  await page.getByRole('button', { name: '收起筛选' }).click()
  await page.getByRole('button', { name: '更多筛选（已用 1 项）' }).waitFor()
  expect(new URL(page.url()).search).toBe('?failed=true')
  await seat.leave()
})

it('the tree is open where one is, and has a new organisation at once, shown or not', async () => {
  const { login } = await web.office.register(web.office.city, 'system_admin')
  const seat = await web.open()
  const { page } = seat
  await seat.enter(login, '/organisations')
  const tree = page.getByRole('navigation', { name: '组织树' })
  await tree.getByText('临江市水务局').waitFor()
  await seat.visit(`/organisations/${web.office.waterOffice.id}`)
  await tree.getByText('办公室').waitFor()
  await tree.getByText('临江市水务局').click()
  await page.getByRole('heading', { name: '临江市水务局' }).waitFor()
  await page.getByRole('button', { name: '新建下级' }).click()
  await page.getByRole('dialog').getByLabel('名称').fill('河道管理站')
  await page.getByRole('dialog').getByRole('button', { name: '新建' }).click()
  await tree.getByText('河道管理站').waitFor()
  await page.reload()
  await tree.getByText('河道管理站').waitFor()
  await seat.leave()
})
