import { endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { assigned, type LedgerStaff, staffOf } from '../../packages/server/src/testing/ledger.ts'
import type { Employee } from '../../packages/server/src/testing/office.ts'
import { openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
let staff: LedgerStaff
beforeAll(async () => {
  web = await openWebOffice()
  staff = await staffOf(web.office)
})
afterAll(() => web.close())

const nameOf = ({ session }: Employee): string => session.person.name

it('who asks for more time is told who decides, before and after, and until then', { timeout: 120_000 }, async () => {
  const { id, number } = await assigned(staff, web.office.water)
  const deciders = [...[staff.organiser, staff.second].map(nameOf).toSorted(), nameOf(staff.reviewer)].join('、')
  const seat = await web.open({ width: 390, height: 844 })
  const { page } = seat
  await seat.enter(staff.handler.login, `/problems/${id}`)
  await page.getByRole('button', { name: '申请延期' }).click()
  const dialogue = page.getByRole('dialog', { name: `给问题 ${number} 号申请延期` })
  await dialogue.getByText(`由${deciders}中的一人决定。`).waitFor()
  await dialogue.getByLabel('延期至').fill('2099年12月30日')
  await dialogue.getByLabel('理由').fill('汛期不能施工')
  await dialogue.getByRole('button', { name: '申请延期' }).click()
  const waits = `延期申请等待${deciders}中的一人决定，同意以前时限不变。`
  await page.getByRole('status').getByText(`已完成：申请延期。${waits}`).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await page.reload()
  await page.getByText(waits, { exact: true }).waitFor()
  await staff.second.call(endpoints.decideExtension, {
    params: { problemId: id },
    body: { isGranted: false, reason: '先用现有人手' },
  })
  await page.reload()
  await page.getByText('没有同意：先用现有人手').waitFor()
  expect(await page.getByText(waits, { exact: true }).count()).toBe(0)
  await seat.leave()
})

it('who demands in writing waits for the answer, and is not asked to give it', { timeout: 120_000 }, async () => {
  const { id } = await assigned(staff, web.office.water)
  const seat = await web.open()
  const { page } = seat
  await seat.enter(staff.organiser.login, `/problems/${id}`)
  await page.getByRole('button', { name: '发督办单' }).click()
  const dialogue = page.getByRole('dialog')
  await dialogue.getByLabel('答复期限').fill('2099年2月5日')
  await dialogue.getByRole('button', { name: '发督办单' }).click()
  const waits = `督办单等待${staff.handlerPerson.name}答复，期限2099年2月5日。`
  await page.getByRole('status').getByText(`已完成：发督办单。${waits}`).waitFor()
  expect(await page.getByRole('button', { name: '答复督办单' }).count()).toBe(0)
  await seat.leave()

  const other = await web.open()
  await other.enter(staff.handler.login, `/problems/${id}`)
  await other.page.getByRole('button', { name: '答复督办单' }).waitFor()
  await other.leave()
})
