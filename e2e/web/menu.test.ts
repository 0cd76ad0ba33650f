import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
beforeAll(async () => {
  web = await openWebOffice()
})
afterAll(() => web.close())

it.each([1366, 1440])('the main menu stands in one row at %i pixels, all of it at one press', async (width) => {
  const { login } = await web.office.register(web.office.city, 'organiser')
  const seat = await web.open({ width, height: 900 })
  const { page } = seat
  await seat.signIn(login)
  await page.getByRole('heading', { name: '今天要做的事' }).waitFor()
  const menu = page.getByRole('navigation', { name: '主菜单' })
  const links = menu.getByRole('link')
  const rows = async (): Promise<number> =>
    new Set(await links.evaluateAll((found) => found.map((link) => link.getBoundingClientRect().top))).size
  expect([await links.count(), await rows()]).toEqual([expect.any(Number), 1])
  const often = await links.count()
  const all = menu.getByRole('button', { name: '全部菜单' })
  expect(await all.getAttribute('aria-expanded')).toBe('false')
  // By the keyboard alone: opened, gone through, gone on.
  await all.focus()
  await page.keyboard.press('Enter')
  expect(await all.getAttribute('aria-expanded')).toBe('true')
  expect(await links.count()).toBeGreaterThan(often)
  expect(await seriousFindings(page)).toEqual([])
  const seldom = menu.getByRole('link', { name: '巡察' })
  while (!(await seldom.evaluate((link) => link === document.activeElement))) await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '巡视巡察' }).waitFor()
  await seat.settle()
  // Folded again, but for where one is.
  expect(await all.getAttribute('aria-expanded')).toBe('false')
  expect(await seldom.getAttribute('aria-current')).toBe('page')
  expect([await links.count(), await rows()]).toEqual([often + 1, 1])
  expect(seat.complaints).toEqual([])
  await seat.leave()
})

it('who has few places sees them all', async () => {
  const { login } = await web.office.register(web.office.city, 'audit_admin')
  const seat = await web.open()
  await seat.signIn(login)
  await seat.page.getByRole('heading', { name: '今天要做的事' }).waitFor()
  expect(await seat.page.getByRole('button', { name: '全部菜单' }).count()).toBe(0)
  await seat.leave()
})

it.each(['organiser', 'system_admin', 'security_admin', 'audit_admin'] as const)(
  'a page is called as in the menu: %s',
  { timeout: 120_000 },
  async (role) => {
    const { login } = await web.office.register(web.office.city, role)
    const seat = await web.open()
    const { page } = seat
    await seat.signIn(login)
    await page.getByRole('heading', { name: '今天要做的事' }).waitFor()
    const links = page.getByRole('navigation', { name: '主菜单' }).locator('a')
    const places = await links.evaluateAll((found) =>
      found.map((link) => [link.textContent, link.getAttribute('href') ?? '/'] as const),
    )
    const misnamed: string[] = []
    for (const [name, path] of places) {
      await seat.visit(path)
      const title = await page.getByRole('heading', { level: 1 }).innerText()
      if (!title.includes(name)) misnamed.push(`${name}: ${title}`)
    }
    expect(misnamed).toEqual([])
    await seat.leave()
  },
)
