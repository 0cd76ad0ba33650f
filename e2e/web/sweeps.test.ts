import { afterAll, beforeAll, expect, it } from 'vitest'
import { endpoints } from '../../packages/contract/src/index.ts'
import { someProblem } from '../../packages/server/src/testing/ledger.ts'
import type { Employee } from '../../packages/server/src/testing/office.ts'
import { today } from '../../packages/server/src/testing/scene.ts'
import { faultsOf, fitsWidth, openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
let city: Employee
let school: Employee
let problemId: string
let sweepId: string
beforeAll(async () => {
  web = await openWebOffice()
  const { office } = web
  city = await office.employ(office.city, 'organiser')
  school = await office.employ(office.education, 'organiser')
  const body = someProblem('other')
  problemId = (await city.call(endpoints.registerProblem, { params: { organisationId: office.city.id }, body })).id
  const asked = { text: '记录有没有月底补记', answerDueOn: today() }
  const organisationIds = [office.water.id, office.education.id]
  sweepId = (await city.call(endpoints.askSweep, { params: { problemId }, body: { ...asked, organisationIds } })).id
})
afterAll(() => web.close())

it(
  'a problem is asked of others, of whom one finds the same on a phone; taken back',
  { timeout: 240_000 },
  async () => {
    const phone = await web.open({ width: 390, height: 844 })
    await phone.enter(school.login, `/sweeps/${sweepId}`)
    await phone.page.getByRole('button', { name: '临江市教育局：答复' }).click()
    const form = phone.page.getByRole('dialog', { name: '临江市教育局的答复' })
    await form.getByText('有，现在登记').click()
    await form.getByLabel('说明').fill('查了 38 所学校的听课记录')
    await form.getByLabel('问题').fill('听课记录月底一次补齐')
    await form.getByLabel('完成时限').fill('2099年6月30日')
    expect([await seriousFindings(phone.page), await fitsWidth(phone.page)]).toEqual([[], true])
    await form.getByRole('button', { name: '答复' }).click()
    await form.waitFor({ state: 'hidden' })
    await phone.page.getByRole('link', { name: /问题 \d+ 号/ }).click()
    await phone.page.getByRole('region', { name: '举一反三' }).getByText('查出').waitFor()
    expect([await seriousFindings(phone.page), await fitsWidth(phone.page)]).toEqual([[], true])

    const seat = await web.open()
    const { page } = seat
    await seat.enter(city.login, `/problems/${problemId}`)
    await page.getByRole('link', { name: '2 个单位答复了 1 个，查出 1 个' }).waitFor()
    await page.getByRole('button', { name: '请其他单位自查' }).click()
    const asking = page.getByRole('dialog', { name: /举一反三/ })
    await asking.getByRole('button', { name: '请各单位自查' }).click()
    await asking.getByText('请选单位').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await asking.getByRole('button', { name: '取消' }).click()
    await page.getByRole('link', { name: '2 个单位答复了 1 个，查出 1 个' }).click()
    await page.getByRole('button', { name: '撤回' }).click()
    const withdrawing = page.getByRole('dialog', { name: '撤回举一反三' })
    await withdrawing.getByLabel('撤回理由').fill('已经有专项检查')
    await withdrawing.getByRole('button', { name: '撤回' }).click()
    await page.getByText('不用再答复：已经有专项检查').waitFor()
    expect(await faultsOf(seat, ['/sweeps', `/sweeps/${sweepId}`])).toEqual([])
    expect([seat.complaints, phone.complaints, phone.foreign]).toEqual([[], [], []])
    await phone.leave()
    await seat.leave()
  },
)
