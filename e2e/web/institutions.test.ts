import { afterAll, beforeAll, expect, it } from 'vitest'
import { endpoints } from '../../packages/contract/src/index.ts'
import { approvedRules } from '../../packages/server/src/testing/institutions.ts'
import { someProblem } from '../../packages/server/src/testing/ledger.ts'
import type { Employee } from '../../packages/server/src/testing/office.ts'
import { faultsOf, fitsWidth, openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
let organiser: Employee
let handler: Employee
let paperId: string
let problemId: string
beforeAll(async () => {
  web = await openWebOffice()
  const { office } = web
  organiser = await office.employ(office.water, 'organiser')
  handler = await office.employ(office.water, 'handler')
  paperId = await approvedRules(handler, await office.employ(office.water, 'head'), office.water.id)
  const body = { ...someProblem('other'), class: 'sustained' as const, dueOn: null }
  const params = { organisationId: office.water.id }
  problemId = (await organiser.call(endpoints.registerProblem, { params, body })).id
})
afterAll(() => web.close())

it(
  'a paper is registered as an institution, linked with the problem it came of, looked at on a phone, and repealed',
  { timeout: 240_000 },
  async () => {
    const { name } = handler.session.person
    const seat = await web.open()
    const { page } = seat
    await seat.enter(organiser.login, `/papers/${paperId}`)
    const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
    await page.getByRole('button', { name: '登记制度' }).click()
    const form = page.getByRole('dialog', { name: '登记制度' })
    await form.getByRole('button', { name: '登记制度' }).click()
    await form.getByText('请选责任人').waitFor()
    await form.getByLabel('施行日期').fill('2026年1月10日')
    await form.getByLabel('责任人').click()
    await form.getByLabel('责任人').fill(name)
    await page.getByTitle(new RegExp(name)).first().click()
    expect(await seriousFindings(page)).toEqual([])
    await form.getByRole('button', { name: '登记制度' }).click()
    await page.getByText('现行有效', { exact: true }).waitFor()

    await page.goto(new URL(`/problems/${problemId}`, page.url()).href)
    await page.getByText('应当有制度管着').waitFor()
    await page.getByRole('button', { name: '关联制度' }).click()
    const linking = page.getByRole('dialog', { name: '关联制度' })
    await linking.getByRole('combobox', { name: '制度' }).fill(title)
    await page.getByTitle(`《${title}》（现行有效）`).first().click()
    await linking.getByRole('button', { name: '关联', exact: true }).click()
    await page
      .getByRole('region', { name: '形成的制度' })
      .getByRole('link', { name: `《${title}》` })
      .click()
    await page.getByRole('region', { name: '制度', exact: true }).getByText(/号：/).waitFor()

    await page.goto(new URL('/papers', page.url()).href)
    await page.getByRole('link', { name: '制度', exact: true }).click()
    await page.getByRole('table', { name: '制度' }).getByRole('link', { name: title }).waitFor()
    const [catalogue] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '汇编目录（Word）' }).click(),
    ])
    expect(catalogue.suggestedFilename()).toContain('制度汇编目录')
    expect(await faultsOf(seat, ['/institutions', `/papers/${paperId}`, `/problems/${problemId}`])).toEqual([])

    const phone = await web.open({ width: 390, height: 844 })
    await phone.enter(handler.login, `/papers/${paperId}`)
    await phone.page.getByRole('button', { name: '记录检查结果' }).click()
    const looking = phone.page.getByRole('dialog', { name: `《${title}》是否执行` })
    await looking.getByText('执行到位', { exact: true }).click()
    await looking.getByLabel('执行情况').fill('抽查 12 张单据，都经两人审批')
    expect([await seriousFindings(phone.page), await fitsWidth(phone.page)]).toEqual([[], true])
    await looking.getByRole('button', { name: '记下' }).click()
    await looking.waitFor({ state: 'hidden' })
    await phone.page.getByText('抽查 12 张单据，都经两人审批', { exact: true }).waitFor()
    expect([await seriousFindings(phone.page), await fitsWidth(phone.page)]).toEqual([[], true])

    await page.goto(new URL(`/papers/${paperId}`, page.url()).href)
    await page.getByRole('button', { name: '废止', exact: true }).click()
    const repealing = page.getByRole('dialog', { name: `废止《${title}》` })
    await repealing.getByLabel('废止依据').fill('市委办〔2026〕9号')
    await repealing.getByRole('button', { name: '废止', exact: true }).click()
    await page.getByText(/^已废止，.*起：市委办〔2026〕9号$/).waitFor()
    expect([seat.complaints, phone.complaints, phone.foreign]).toEqual([[], [], []])
    await phone.leave()
    await seat.leave()
  },
)
