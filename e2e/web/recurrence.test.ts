import { endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { register, someProblem } from '../../packages/server/src/testing/ledger.ts'
import { faultsOf, openWebOffice, type WebOffice } from './testing/browser.ts'

let web: WebOffice
beforeAll(async () => {
  web = await openWebOffice()
})
afterAll(() => web.close())

const year = Number(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 4))

it('an old problem in other words is offered with what both share, decided, and shown where one looks first', async () => {
  const { office } = web
  const organiser = await office.employ(office.water, 'organiser')
  const registering = (text: string) => register(organiser, office.water, { ...someProblem(), aspect: '', text })
  const old = [
    await registering('农民工欠薪线索转办后跟踪不到位，部分案件超期未结。'),
    await registering('公务接待审批手续不全，抽查发现3笔接待费无公函。'),
  ]
  await office.pool.pool.query(`update problem set registered_on = '${year - 1}-03-05'`)
  const again = await registering('拖欠工资的投诉“一转了之”，后续办到哪一步无人过问，有的拖了大半年没有结果。')
  await registering('公务用车审批手续不全，抽查发现7次出车无派车单。')

  const seat = await web.open()
  await seat.enter(organiser.login, '/came-back')
  const { page } = seat
  await page.getByText('2 个（含下级）比过，1 个和以前的说法相近').waitFor()
  await page.getByText(/都涉及：.*欠薪/).waitFor()
  await page.getByRole('button', { name: `认定：问题 ${again.number} 号和 ${old[0]?.number} 号` }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: '认定', exact: true }).click()
  await form.getByText('请选一种认定').waitFor()
  await form.getByText('反弹：以前改好过').click()
  await form.getByLabel('理由').fill('去年办结过，今年又有三件')
  await form.getByRole('button', { name: '认定', exact: true }).click()
  await page.getByText('没有说法相近、还没有认定的').waitFor()
  const row = page.getByRole('table', { name: `${year}年认定了的老问题` }).getByRole('row', { name: '反弹' })
  await row.getByText('去年办结过，今年又有三件').waitFor()

  await seat.visit(`/problems/${again.id}`)
  const part = page.getByRole('region', { name: '以往同类问题' })
  await part.getByText('去年办结过，今年又有三件').waitFor()
  await seat.visit('/')
  const home = page.getByRole('region', { name: '又出现的老问题' })
  await home.getByRole('link', { name: `以前的问题 ${old[0]?.number} 号` }).waitFor()
  expect(await faultsOf(seat, ['/', '/came-back', `/problems/${again.id}`])).toEqual([])
  expect([seat.foreign, seat.complaints]).toEqual([[], []])
  await seat.leave()

  const { matches } = await organiser.call(endpoints.readRecurrence, { params: { problemId: again.id } })
  expect(matches.map(({ decided }) => decided?.verdict)).toEqual(['relapse'])
})

it('who only reads sees it and is asked nothing', async () => {
  const member = await web.office.employ(web.office.water, 'team_member')
  const seat = await web.open({ width: 390, height: 844 })
  await seat.enter(member.login, '/came-back')
  await seat.page.getByRole('button', { name: /^认定了的老问题/ }).waitFor()
  expect(await seat.page.getByRole('button', { name: /^认定：/ }).count()).toBe(0)
  expect(await seat.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await seat.leave()
})
