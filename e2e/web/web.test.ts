import { roleNames } from '@duizhao/contract'
import { writeXlsx } from '@duizhao/report'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf, openWebOffice, type Seat, type WebOffice } from './testing/browser.ts'

let web: WebOffice
beforeAll(async () => {
  web = await openWebOffice()
})
afterAll(() => web.close())

/** What every window has to keep to. */
function expectClean({ foreign, complaints }: Seat): void {
  expect(foreign).toEqual([])
  expect(complaints).toEqual([])
}

/** The links of the whole menu, what is gone to seldom too. */
async function wholeMenu({ page }: Seat): Promise<Locator> {
  const all = page.getByRole('button', { name: '全部菜单' })
  if (await all.isVisible()) await all.click()
  return page.getByRole('navigation', { name: '主菜单' }).getByRole('link')
}

const menu = async (seat: Seat): Promise<string[]> => (await wholeMenu(seat)).allInnerTexts()

describe('signing in', () => {
  it('says what is wrong, keeps the login, and lets in with the right password', async () => {
    const { login } = await web.office.register(web.office.city, 'organiser')
    const seat = await web.open()
    await seat.signIn(login, '不是这个口令')
    await seat.page.getByRole('alert').waitFor()
    expect(await seat.page.getByRole('alert').innerText()).toContain('账号或口令不对')
    expect(await seat.page.getByLabel('账号').inputValue()).toBe(login)
    await seat.signIn(login)
    await seat.page.getByRole('heading', { name: '今天要做的事' }).waitFor()
    expectClean(seat)
    await seat.leave()
  })
})

describe('a service that cannot be reached', () => {
  it('is said, and asked again when one wants', async () => {
    const seat = await web.open()
    const { page } = seat
    await page.route('**/api/session', (route) => route.abort())
    await page.goto(web.address)
    await page.getByText('连不上服务').waitFor()
    await page.unroute('**/api/session')
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.getByLabel('账号').waitFor()
    await seat.leave()
  })
})

describe('a first visit over a slow line', () => {
  it.each(['br', 'gzip'])('is sent compressed (%s), in at most 350 KB', async (encoding) => {
    const ask = (url: string) => web.office.app.inject({ url, headers: { 'accept-encoding': encoding } })
    const page = await ask('/')
    const scripts = [...(await web.office.app.inject('/')).payload.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)]
    const files = [page, ...(await Promise.all(scripts.map(([, url = '']) => ask(url))))]
    expect(files.length).toBeGreaterThan(2)
    expect(files.map(({ headers }) => headers['content-encoding'])).toEqual(files.map(() => encoding))
    const bytes = files.reduce((sum, { rawPayload }) => sum + rawPayload.length, 0)
    expect(bytes).toBeLessThan(350 * 1024)
  })
})

describe('what was typed', () => {
  it('is there again after reloading, and gone once its author signs out', async () => {
    const { login } = await web.office.register(web.office.water, 'organiser')
    const seat = await web.open()
    await seat.signIn(login)
    const { page } = seat
    await page.getByRole('heading', { name: '今天要做的事' }).waitFor()
    await page.goto(`${web.address}/ledger`)
    await page.getByRole('button', { name: '登记问题' }).click()
    await page.getByRole('dialog').getByRole('textbox').first().fill('值班记录漏记三次')
    await page.reload()
    await page.getByRole('button', { name: '登记问题' }).click()
    expect(await page.getByRole('dialog').getByRole('textbox').first().inputValue()).toBe('值班记录漏记三次')
    // To start anew leaves one where one types, not on a button that is gone.
    await page.getByRole('button', { name: '重新填' }).click()
    const inDialogue =
      'document.activeElement?.closest("[role=dialog]") && document.activeElement.matches("input, textarea")'
    expect(Boolean(await page.evaluate(inDialogue))).toBe(true)
    expect(await page.getByRole('dialog').getByRole('textbox').first().inputValue()).toBe('')
    await page.keyboard.press('Escape')
    await page.getByRole('banner').getByRole('button').last().click()
    await page.getByRole('menuitem', { name: '退出登录' }).click()
    await page.getByLabel('账号').waitFor()
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    expectClean(seat)
    await seat.leave()
  })
})

describe('granting', () => {
  it('takes effect at once over the subtree, and revoking too', async () => {
    const { office } = web
    const clerk = await office.register(office.water, null)
    const admin = await office.register(office.city, 'security_admin')
    const [clerkSeat, adminSeat] = [await web.open(), await web.open()]
    await clerkSeat.signIn(clerk.login)
    await clerkSeat.page.getByRole('heading', { name: '今天要做的事' }).waitFor()
    expect(await menu(clerkSeat)).not.toContain('组织与人员')

    await adminSeat.signIn(admin.login)
    const { page } = adminSeat
    await page.getByRole('link', { name: '组织与人员' }).click()
    await page.getByRole('tab', { name: '授权' }).click()
    await page.getByRole('button', { name: '授权', exact: true }).click()
    const dialogue = page.getByRole('dialog')
    await dialogue.getByLabel('人员').fill(clerk.name)
    await page.locator('.ant-select-item-option', { hasText: `（${clerk.login}，` }).click()
    await dialogue.getByLabel('角色').click()
    await page.locator('.ant-select-item-option', { hasText: roleNames.organiser }).click()
    await dialogue.getByRole('button', { name: '授权' }).click()
    const row = page.getByRole('row', { name: new RegExp(`（${clerk.login}）`) })
    await row.waitFor()

    await clerkSeat.page.reload()
    await clerkSeat.page.getByRole('link', { name: '组织与人员' }).click()
    await clerkSeat.page.locator('.ant-tree-title', { hasText: '临江市委' }).first().waitFor()

    await row.getByRole('button', { name: '收回授权' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '收回授权' }).click()
    await row.waitFor({ state: 'detached' })
    await clerkSeat.page.reload()
    await clerkSeat.page.getByText('没有可以看到的组织').or(clerkSeat.page.getByText('没有这项权限')).first().waitFor()
    expect(await menu(clerkSeat)).not.toContain('组织与人员')
    expectClean(adminSeat)
    expectClean(clerkSeat)
    await Promise.all([adminSeat.leave(), clerkSeat.leave()])
  })
})

const columns = ['姓名', '所在组织', '职务', '邮箱', '是否党员', '账号'].map((header) => ({ header, width: 12 }))

function workbook(wrong: Readonly<Record<number, readonly string[]>>): Buffer {
  const rows = Array.from({ length: 500 }, (_, at) => {
    const name = `${'赵钱孙李周'.charAt(at % 5)}${'明华强芳军'.charAt(Math.floor(at / 5) % 5)}${'一二三四五六七八九十'.charAt(Math.floor(at / 25) % 10)}${'甲乙'.charAt(Math.floor(at / 250))}`
    return wrong[at] ?? [name, '临江市水务局', '干部', '', '是', '']
  })
  return Buffer.from(writeXlsx([{ name: '人员', columns, rows }]))
}

describe('importing 500 people', () => {
  it('names the three wrong cells, and after mending writes them all', async () => {
    const { login } = await web.office.register(web.office.city, 'system_admin')
    const seat = await web.open()
    await seat.signIn(login)
    const { page } = seat
    await page.getByRole('link', { name: '导入' }).click()
    const give = async (bytes: Buffer): Promise<void> => {
      const field = page.locator('input[type=file]')
      // It takes nothing before it is known into which organisation.
      await expect.poll(() => field.isEnabled()).toBe(true)
      await field.setInputFiles({ name: '人员.xlsx', mimeType: 'application/octet-stream', buffer: bytes })
    }
    await page.getByText('把 Excel 拖到这里').waitFor()
    const wrong = {
      10: ['甲一乙', '没有的科', '干部', '', '是', ''],
      200: ['乙二丙', '临江市水务局', '干部', '不是邮箱', '是', ''],
      499: ['丙三丁', '临江市水务局', '干部', '', '也许', ''],
    }
    await give(workbook(wrong))
    await page.getByText('有 3 处要改').waitFor()
    const cells = await page.getByRole('table', { name: '要改的地方' }).getByRole('row').allInnerTexts()
    expect(cells.slice(1).map((line) => line.split(/\s/)[0])).toEqual(['B12', 'D202', 'E501'])
    expect(await page.getByRole('button', { name: '确认写入' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: '重新选文件' }).click()
    await give(workbook({}))
    await page.getByRole('button', { name: '确认写入' }).click()
    await page.getByText('人员 500 人').waitFor()
    expectClean(seat)
    await seat.leave()
  })
})

describe('the audit page', () => {
  it('verifies the chain, for the auditor', async () => {
    const { login } = await web.office.register(web.office.city, 'audit_admin')
    const seat = await web.open()
    await seat.signIn(login)
    await seat.page.getByRole('link', { name: '审计' }).click()
    await seat.page.getByRole('button', { name: '校验审计日志' }).click()
    await seat.page.getByText('首尾相接').waitFor()
    expectClean(seat)
    await seat.leave()
  })
})

describe('search', () => {
  it('opens with Ctrl-K, finds by words and opens with Enter', async () => {
    const { login } = await web.office.register(web.office.city, 'organiser')
    const seat = await web.open()
    await seat.signIn(login)
    await seat.page.getByRole('heading', { name: '今天要做的事' }).waitFor()
    await seat.page.keyboard.press('Control+k')
    await seat.page.getByLabel('搜索的文字').fill('教育')
    await seat.page.getByRole('list', { name: '搜索结果' }).getByText('临江市教育局').waitFor()
    await seat.page.keyboard.press('Enter')
    await seat.page.getByRole('heading', { name: '临江市教育局' }).waitFor()
    expectClean(seat)
    await seat.leave()
  })
})

const places = [
  { role: 'organiser', has: ['台账'], hasNot: ['审计', '导入'] },
  { role: 'member', has: [], hasNot: ['审计', '导入'] },
  { role: 'system_admin', has: ['组织与人员', '导入', '设置'], hasNot: ['审计'] },
  { role: 'security_admin', has: [], hasNot: ['审计', '导入'] },
  { role: 'audit_admin', has: ['审计'], hasNot: ['导入'] },
] as const

/** Pages whose colours somebody has seen. */
const seenColours = new Set<string>()

it.each(places)(
  '$role sees the own places only, each free of serious findings and no wider than a screen and a phone',
  { timeout: 240_000 },
  async ({ role, has, hasNot }) => {
    const { login } = await web.office.register(web.office.city, role)
    const seat = await web.open()
    await seat.signIn(login)
    await seat.page.getByRole('heading', { name: '今天要做的事' }).waitFor()
    const shown = await menu(seat)
    expect(shown).toEqual(expect.arrayContaining([...has]))
    for (const name of hasNot) expect(shown).not.toContain(name)
    const links = seat.page.getByRole('navigation', { name: '主菜单' }).getByRole('link')
    const paths = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? '/'))
    const visited = [...paths, '/notifications', '/account', '/own-record']
    expect(await faultsOf(seat, visited, seenColours)).toEqual([])
    for (const path of visited) seenColours.add(path)
    expectClean(seat)
    await seat.leave()
  },
)
