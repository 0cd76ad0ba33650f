import { endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  handedByAll,
  type LedgerStaff,
  rectified,
  requestStrikeOff,
  staffOf,
} from '../../packages/server/src/testing/ledger.ts'
import { fitsWidth, openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
let staff: LedgerStaff
beforeAll(async () => {
  web = await openWebOffice()
  staff = await staffOf(web.office)
})
afterAll(() => web.close())

it('a problem nobody may approve is closed on the superior’s paper, by two people at two machines', async () => {
  const { office, address } = web
  const { id, number } = await requestStrikeOff(staff.handler, (await rectified(staff, office.water)).id)
  await handedByAll(office, id)

  const { page, signIn } = await web.open({ width: 390, height: 844 })
  await signIn(staff.handler.login)
  await page.getByRole('heading', { name: '今天要做的事' }).waitFor()
  await page.goto(`${address}/problems/${id}`)
  await page.getByRole('button', { name: '登记上级书面核验' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('核验的上级单位').fill('临江市纪委')
  await form.getByLabel('签字的人').fill('周正')
  await form.getByRole('button', { name: '登记上级书面核验' }).click()
  await form.getByText('请选一个文件或拍一张照').waitFor()
  const buffer = Buffer.from('核验意见：属实')
  await form.getByLabel('签字的原件').setInputFiles({ name: '核验意见.txt', mimeType: 'text/plain', buffer })
  expect([await fitsWidth(page), await seriousFindings(page)]).toEqual([true, []])
  await form.getByRole('button', { name: '登记上级书面核验' }).click()
  await page.getByText('要另一个人和原件核对、确认').waitFor()

  const other = await web.open()
  await other.signIn(staff.reviewer.login)
  await other.page.getByRole('link', { name: /^确认上级书面核验/ }).click()
  await other.page.getByRole('button', { name: '确认书面核验，销号' }).click()
  const decision = other.page.getByRole('dialog')
  await decision.getByText('临江市纪委，周正签字').waitFor()
  await decision.getByLabel('核对情况').fill('和纪委存的原件一致')
  await decision.getByRole('button', { name: '确认书面核验，销号' }).click()
  await other.page.getByText('单独统计').waitFor()
  expect(await seriousFindings(other.page)).toEqual([])
  const problem = await staff.organiser.call(endpoints.readProblem, { params: { problemId: id } })
  expect([problem.number, problem.state]).toEqual([number, 'struck_off_on_paper'])

  await other.page.goto(`${address}/statistics/${office.water.id}`)
  await other.page.getByRole('link', { name: '书面核验 1 个，看这些问题', exact: true }).click()
  await other.page.getByRole('link', { name: problem.text }).waitFor()
})
