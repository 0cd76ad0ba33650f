import { endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type LedgerStaff, someProblem, staffOf, struckOff } from '../../packages/server/src/testing/ledger.ts'
import { faultsOf, fitsWidth, openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
let staff: LedgerStaff
beforeAll(async () => {
  web = await openWebOffice()
  staff = await staffOf(web.office)
})
afterAll(() => web.close())

it(
  'an inspection is registered, corrected, leads to its problems, and is removed while it has none',
  { timeout: 180_000 },
  async () => {
    const { organiser } = staff
    const seat = await web.open()
    await seat.enter(organiser.login, '/inspections')
    const { page } = seat
    const register = async (name: string): Promise<string> => {
      await seat.visit('/inspections')
      await page.getByRole('button', { name: '登记巡视巡察' }).click()
      const form = page.getByRole('dialog', { name: '登记巡视巡察' })
      await form.getByLabel('名称').fill(name)
      await form.getByLabel('反馈日期').fill('2026年1月31日')
      await form.getByText('整改方案 2026年2月28日以前，整改报告 2026年4月30日以前').waitFor()
      await form.getByRole('button', { name: '登记巡视巡察' }).click()
      await page.getByRole('heading', { name, level: 1 }).waitFor()
      return new URL(page.url()).pathname.split('/').at(-1) ?? ''
    }
    const inspectionId = await register('市委第三轮巡察')
    const body = { ...someProblem('inspection'), inspectionId }
    await organiser.call(endpoints.registerProblem, { params: { organisationId: web.office.water.id }, body })
    await page.getByRole('button', { name: '更正' }).click()
    const form = page.getByRole('dialog', { name: '更正巡视巡察' })
    await form.getByLabel('名称').fill('省委巡视')
    await form.getByText('巡视（2024 年条例）').click()
    await form.getByText('整改报告 2026年7月31日以前').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await form.getByRole('button', { name: '更正' }).click()
    await page.getByRole('heading', { name: '省委巡视', level: 1 }).waitFor()
    await page.getByRole('definition').filter({ hasText: '2026年7月31日' }).waitFor()
    await page.getByRole('link', { name: '全部 1 个，看这些问题' }).waitFor()

    await page.getByRole('button', { name: '删除' }).click()
    const sure = page.getByRole('dialog', { name: '删除“省委巡视”？' })
    await sure.getByRole('button', { name: '删除', exact: true }).click()
    await page.getByText('有 1 个问题（连同撤回的），不能删除').waitFor()
    await page.getByRole('link', { name: '全部 1 个，看这些问题' }).click()
    await page.getByText('一次巡视巡察反馈的').waitFor()
    await page.getByRole('status').filter({ hasText: '共 1 个问题' }).waitFor()

    await register('登记错了的巡察')
    await page.getByRole('button', { name: '删除' }).click()
    const mistaken = page.getByRole('dialog', { name: '删除“登记错了的巡察”？' })
    await mistaken.getByRole('button', { name: '删除', exact: true }).click()
    await page.getByText('已删除“登记错了的巡察”').waitFor()
    await page.waitForURL('**/inspections')
    expect(await faultsOf(seat, [`/inspections/${web.office.water.id}/${inspectionId}`])).toEqual([])
    expect(seat.complaints).toEqual([])
    await seat.leave()
  },
)

it('a sample is drawn, kept, listed and printed', { timeout: 180_000 }, async () => {
  for (let times = 0; times < 3; times++) await struckOff(staff, web.office.water)
  const seat = await web.open()
  await seat.enter(staff.reviewer.login, `/statistics/${web.office.water.id}`)
  const { page } = seat
  await page.getByRole('button', { name: '抽取回头看' }).click()
  const dialogue = page.getByRole('dialog', { name: '抽取回头看的样本' })
  await dialogue.getByLabel('抽几个').fill('2')
  await dialogue.getByRole('button', { name: '抽取', exact: true }).click()
  await page.waitForURL('**/look-back-samples/*')
  await page.getByText('按记下的依据和范围重新抽签，结果相同').waitFor()
  await page.getByText('当时还没有认定有效的 3 个问题').waitFor()
  expect(await page.getByRole('table', { name: '抽到的问题' }).getByRole('row').count()).toBe(3)
  const path = new URL(page.url()).pathname
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false)
  expect(await page.getByRole('table', { name: '抽到的问题' }).isVisible()).toBe(true)
  await page.emulateMedia({ media: null })
  await page.getByRole('link', { name: '以前的抽取' }).click()
  const list = page.getByRole('table', { name: '抽取过的回头看' })
  await list.getByText('3 个').waitFor()
  expect(await faultsOf(seat, [path, '/look-back-samples'])).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await fitsWidth(page)).toBe(true)
  expect(seat.complaints).toEqual([])
  await seat.leave()
})
