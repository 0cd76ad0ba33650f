import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWebOffice, seriousFindings, type Seat, type WebOffice } from './testing/browser.ts'
import { PASSWORD } from '../../packages/server/src/testing/office.ts'

let web: WebOffice
beforeAll(async () => {
  web = await openWebOffice()
})
afterAll(() => web.close())

/** Someone at the ledger of the water bureau, with a problem half written. */
async function halfWritten(text: string): Promise<{ seat: Seat; login: string }> {
  const { login } = await web.office.register(web.office.water, 'organiser')
  const seat = await web.open()
  await seat.enter(login, '/ledger')
  await write(seat, text)
  return { seat, login }
}

const firstBox = ({ page }: Seat) => page.getByRole('dialog', { name: '登记问题' }).getByRole('textbox').first()

async function write(seat: Seat, text: string): Promise<void> {
  await seat.page.getByRole('button', { name: '登记问题' }).first().click()
  await firstBox(seat).fill(text)
  await seat.page.getByRole('dialog').getByText('长期坚持', { exact: true }).click()
}

async function signOut({ page }: Seat): Promise<void> {
  await page.getByRole('banner').getByRole('button').last().click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await page.getByRole('heading', { name: '登录' }).waitFor()
}

describe('a session that ended elsewhere', () => {
  it('is begun again over the page: the form is kept, and what was sent goes on', async () => {
    const { seat } = await halfWritten('固定资产盘点表缺两个科室的签字')
    const { page } = seat
    await page.context().clearCookies()
    await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click()
    const again = page.getByRole('dialog', { name: '登录已过期' })
    await again.getByLabel('口令').fill('不是这个口令')
    await again.getByRole('button', { name: '登录', exact: true }).click()
    await again.getByRole('alert').getByText('账号或口令不对').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await again.getByLabel('口令').fill(PASSWORD)
    await again.getByRole('button', { name: '登录', exact: true }).click()
    await again.waitFor({ state: 'detached' })
    // What had been pressed is done without pressing it again.
    await page
      .getByRole('link', { name: '固定资产盘点表缺两个科室的签字' })
      .or(page.getByRole('heading', { name: /固定资产盘点表/ }))
      .first()
      .waitFor()
    expect([seat.foreign, seat.complaints]).toEqual([[], []])
    await seat.leave()
  })

  it('is asked for on every page, whatever it reads', async () => {
    const { login } = await web.office.register(web.office.water, 'organiser')
    const seat = await web.open()
    await seat.signIn(login)
    const { page } = seat
    await page.getByRole('heading', { name: '今天要做的事' }).waitFor()
    for (const name of ['台账', '看板', '统计', '组织与人员']) {
      await page.context().clearCookies()
      await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name }).click()
      const again = page.getByRole('dialog', { name: '登录已过期' })
      await again.getByLabel('口令').fill(PASSWORD)
      await again.getByRole('button', { name: '登录', exact: true }).click()
      await again.waitFor({ state: 'detached' })
      await seat.settle()
      expect(await page.getByText('请登录').count()).toBe(0)
    }
    await seat.leave()
  })

  it('may be left to another, who finds nothing of what was typed', async () => {
    const { seat } = await halfWritten('食堂账目三个月没有公开')
    const { page } = seat
    await page.context().clearCookies()
    await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click()
    await page.getByRole('button', { name: /换一个人登录/ }).click()
    await page.getByRole('heading', { name: '登录' }).waitFor()
    const next = await web.office.register(web.office.water, 'organiser')
    await page.getByLabel('账号').fill(next.login)
    await page.getByLabel('口令').fill(PASSWORD)
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('button', { name: '登记问题' }).first().click()
    expect(await firstBox(seat).inputValue()).toBe('')
    await seat.leave()
  })
})

describe('what was typed', () => {
  it('stays where it is typed, however early: the dialogue takes nobody’s place while it opens', async () => {
    const { login } = await web.office.register(web.office.water, 'organiser')
    const seat = await web.open()
    const { page } = seat
    // As most machines are: the dialogue moves in.
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await seat.enter(login, '/ledger')
    await page.addStyleTag({ content: '.ant-modal { animation-duration: 2s !important }' })
    await page.getByRole('button', { name: '登记问题' }).click()
    const box = page.getByRole('dialog').getByLabel('问题', { exact: true })
    await box.focus()
    await page.locator('.ant-zoom-appear, .ant-zoom-enter').waitFor({ state: 'detached' })
    await seat.settle()
    await page.keyboard.type('阅览室')
    expect(await box.inputValue()).toBe('阅览室')
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await seat.leave()
  })

  it('is its author’s in another tab too, and nobody’s after signing out', async () => {
    const { seat } = await halfWritten('培训签到表有代签')
    await seat.page.keyboard.press('Escape')
    const other = await seat.page.context().newPage()
    await other.goto(`${web.address}/ledger`)
    await other.getByRole('button', { name: '登记问题' }).click()
    expect(await other.getByRole('dialog').getByRole('textbox').first().inputValue()).toBe('培训签到表有代签')
    await other.close()
    await signOut(seat)
    expect(await seat.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft')))).toEqual([])
    await seat.leave()
  })
})
