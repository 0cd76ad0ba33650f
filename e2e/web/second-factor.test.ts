import { afterAll, beforeAll, expect, it } from 'vitest'
import { endpoints } from '@duizhao/contract'
import { PASSWORD } from '../../packages/server/src/testing/office.ts'
import { codeOf, nextCodeOf, setUpDeviceOf } from '../../packages/server/src/testing/second-factor.ts'
import { fitsWidth, openWebOffice, type Seat, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
beforeAll(async () => {
  web = await openWebOffice()
})
afterAll(() => web.close())

const NARROW = { width: 390, height: 844 }

async function expectFits({ page, foreign, complaints }: Seat): Promise<void> {
  expect(await fitsWidth(page)).toBe(true)
  expect([foreign, complaints]).toEqual([[], []])
}

async function expectClean(seat: Seat): Promise<void> {
  await expectFits(seat)
  expect(await seriousFindings(seat.page)).toEqual([])
}

/** Sets it up from the page that asks for the password on; returns the secret and a recovery code. */
async function setUp(
  seat: Seat,
  check: (seat: Seat) => Promise<void>,
): Promise<{ readonly secret: string; readonly recovery: string }> {
  const { page } = seat
  const first = page.getByRole('form', { name: '开启两步验证：输入口令' })
  await first.getByLabel('先输入你的口令').fill(PASSWORD)
  await first.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('img', { name: '两步验证的二维码' }).waitFor()
  const secret = (await page.getByText('密钥').locator('code').innerText()).replaceAll(' ', '')
  await check(seat)
  const second = page.getByRole('form', { name: '开启两步验证：输入验证码' })
  await second.getByLabel('手机上的验证码').fill('000000')
  await second.getByRole('button', { name: '开启两步验证' }).click()
  await second.getByText('验证码不对，或已经用过。').waitFor()
  await second.getByLabel('手机上的验证码').fill(codeOf(secret))
  await second.getByRole('button', { name: '开启两步验证' }).click()
  const codes = page.getByRole('region', { name: '恢复码' })
  await codes.waitFor()
  const recovery = await codes.getByRole('listitem').first().innerText()
  await check(seat)
  await page.emulateMedia({ media: 'print' })
  expect((await page.locator('body').innerText()).replaceAll(/\s/g, '')).toMatch(
    /^账号user\d+的恢复码。[^a-z]{30,50}(?:[a-z2-9]{4}-?){40}$/,
  )
  await page.emulateMedia({ media: 'screen' })
  await codes.getByRole('button', { name: '已记下' }).click()
  return { secret, recovery: recovery.trim() }
}

it.each([{ width: 1440, height: 900 }, NARROW])(
  'is set up on the account page and asked for at signing in, at $width pixels',
  async (viewport) => {
    const { login } = await web.office.register(web.office.water, 'organiser')
    const seat = await web.open(viewport)
    const { page } = seat
    // What axe reads is the same at every width, and slow.
    const check = viewport === NARROW ? expectClean : expectFits
    await seat.signIn(login)
    await page.getByRole('heading', { name: '今天要做的事' }).waitFor()
    await page.goto(`${web.address}/account`)
    await page.getByRole('button', { name: '开启两步验证' }).click()
    const { secret, recovery } = await setUp(seat, check)
    await page.getByText('已经开启，还有 10 个恢复码').waitFor()
    await check(seat)
    await page.getByRole('banner').getByRole('button').last().click()
    await page.getByRole('menuitem', { name: '退出登录' }).click()

    await page.getByLabel('账号').waitFor()
    await seat.signIn(login)
    await page.getByLabel('验证码').waitFor()
    await check(seat)
    await page.getByLabel('验证码').fill('000000')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('alert').getByText('验证码不对').waitFor()
    await page.getByLabel('验证码').fill(nextCodeOf(secret))
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('heading', { name: '今天要做的事' }).waitFor()

    await page.goto(`${web.address}/account`)
    await page.getByRole('button', { name: '关闭两步验证' }).click()
    const dialogue = page.getByRole('dialog')
    await dialogue.getByLabel('口令').fill(PASSWORD)
    await dialogue.getByLabel('手机上的验证码').fill(recovery)
    await dialogue.getByRole('button', { name: '关闭两步验证' }).click()
    await page.getByRole('button', { name: '开启两步验证' }).waitFor()
    await seat.leave()
  },
  // Twice as long as others: it goes through five pages and reads each with axe, on machines that may be busy.
  120_000,
)

it('is wanted of an administrator before anything else', async () => {
  const { office } = web
  const { login } = await office.register(office.city, 'audit_admin')
  const security = await office.employ(office.city, 'security_admin')
  const before = await security.call(endpoints.readSettings, {})
  await security.call(endpoints.changeSecuritySettings, { body: { ...before, isSecondFactorRequired: true } })
  const seat = await web.open(NARROW)
  await seat.signIn(login)
  await seat.page.getByRole('heading', { name: '先开启两步验证' }).waitFor()
  await expectClean(seat)
  await setUp(seat, expectFits)
  await seat.page.getByRole('heading', { name: '今天要做的事' }).waitFor()
  const { content } = await office.pool.db.selectFrom('setting').select('content').executeTakeFirstOrThrow()
  const after = JSON.stringify({ ...(content as object), isSecondFactorRequired: false })
  await office.pool.db.updateTable('setting').set({ content: after }).execute()
  await seat.leave()
})

it('is taken away by two, and its owner is told by whom', async () => {
  const { office } = web
  const owner = await office.register(office.city, 'audit_admin')
  await setUpDeviceOf(office.app, owner.login)
  const security = await office.employ(office.city, 'security_admin')
  await security.call(endpoints.removeSecondFactor, { params: { accountId: owner.accountId } })
  const system = await office.register(office.city, 'system_admin')
  const other = await web.open()
  await other.signIn(system.login)
  await other.page.getByRole('link', { name: '口令重置' }).click()
  await other.page.getByRole('button', { name: `确认解除两步验证：${owner.name}` }).click()
  await other.page.getByRole('dialog').getByRole('button', { name: '确认解除' }).click()
  await other.page.getByText('两步验证已解除。').waitFor()

  const seat = await web.open(NARROW)
  const { page } = seat
  await seat.signIn(owner.login)
  await page.getByRole('heading', { name: '请先看一看' }).waitFor()
  const by = `${security.session.person.name}、${system.name}`
  expect(await page.getByRole('status').first().innerText()).toContain(`${by}解除两步验证`)
  await expectClean(seat)
  await page.getByRole('button', { name: '知道了' }).click()
  await page.getByRole('heading', { name: '今天要做的事' }).waitFor()
  await Promise.all([seat.leave(), other.leave()])
})
