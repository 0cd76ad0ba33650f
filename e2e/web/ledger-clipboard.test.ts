import { endpoints, type ProblemDetail } from '@duizhao/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { assigned, type LedgerStaff, register, staffOf } from '../../packages/server/src/testing/ledger.ts'
import { fitsWidth, openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
let staff: LedgerStaff
let fresh: ProblemDetail
let standing: ProblemDetail
beforeAll(async () => {
  web = await openWebOffice()
  staff = await staffOf(web.office)
  fresh = await register(staff.organiser, web.office.water)
  standing = await assigned(staff, web.office.water)
})
afterAll(() => web.close())

const readAgain = ({ id }: ProblemDetail) => staff.second.call(endpoints.readProblem, { params: { problemId: id } })

/** What the page puts on the clipboard when the keys to copy are pressed. */
const copied = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const data = new DataTransfer()
    document.body.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }))
    return [data.getData('text/plain'), data.getData('text/html')]
  })

const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((words) => {
    const data = new DataTransfer()
    data.setData('text/plain', words)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)

it('rows go to Excel as they are shown, and come back: seen before, refused cell by cell, taken back', async () => {
  const seat = await web.open()
  const { page } = seat
  await seat.enter(staff.organiser.login, '/ledger')
  expect(await copied(page)).toEqual(['', ''])
  for (const { number } of [fresh, standing]) await page.getByLabel(`选择问题 ${number} 号`).check()
  const [text = '', html = ''] = await copied(page)
  await page.getByText('已复制 2 行').waitFor()
  expect(text.split('\r\n')[0]).toBe('编号\t单位内编号\t问题\t方面\t类型\t单位\t责任领导\t责任人\t完成时限\t状态')
  expect(text).toContain(
    `${fresh.number}\t${fresh.unitNumber}\t${fresh.text}\t河湖管护\t限期整改\t临江市水务局\t\t\t2099年6月30日\t已登记`,
  )
  expect(html).toContain(fresh.text)

  await paste(page, text.replaceAll('河湖管护', '防汛值守').replaceAll('2099年6月30日', '2099年8月31日'))
  const dialogue = page.getByRole('dialog')
  await dialogue.getByText('将会改变 2 个').waitFor()
  await dialogue.getByText('完成时限：2099年6月30日 → 2099年8月31日').waitFor()
  await dialogue.getByText('完成时限：已经分派').waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await dialogue.getByRole('button', { name: '修改 2 个问题' }).click()
  const report = page.getByRole('dialog', { name: '粘贴的结果' })
  await report.getByText('2 个问题已修改').waitFor()
  expect(await readAgain(fresh)).toMatchObject({ aspect: '防汛值守', dueOn: '2099-08-31', text: fresh.text })
  expect(await readAgain(standing)).toMatchObject({ aspect: '防汛值守', dueOn: standing.dueOn })
  await report.getByRole('button', { name: '撤销，恢复原来的（2 个）' }).click()
  await report.getByText('已撤销：2 个恢复为原来的').waitFor()
  await report.getByRole('button', { name: '知道了' }).click()
  for (const problem of [fresh, standing])
    expect(await readAgain(problem)).toMatchObject({ aspect: problem.aspect, dueOn: problem.dueOn })

  // A column without a head: one says what it is.
  await paste(page, '防汛值守\n财务管理')
  await dialogue.getByLabel('第 1 列是').click()
  await page.locator('.ant-select-item-option').getByText('方面', { exact: true }).click()
  await dialogue.getByRole('button', { name: '修改 2 个问题' }).waitFor()
  expect([seat.foreign, seat.complaints]).toEqual([[], []])
  await seat.leave()
}, 120_000)

it('people come by their names, several of one name are asked for, and what another was faster in is told', async () => {
  const { db } = web.office.pool
  const [one, other] = [
    await web.office.register(web.office.water, 'handler'),
    await web.office.register(web.office.waterOffice, 'handler'),
  ]
  const ids = [one.personId, other.personId]
  await db.updateTable('person').set({ name: '陆岚' }).where('id', 'in', ids).execute()
  const problem = await assigned(staff, web.office.water)
  const clash = await assigned(staff, web.office.water)
  const seat = await web.open()
  const { page } = seat
  await seat.enter(staff.organiser.login, '/ledger')
  await page.getByLabel(`选择问题 ${problem.number} 号`).waitFor()
  const rows = [problem, clash].map(({ number }) => `${number}\t陆岚\t防汛值守`)
  await paste(page, ['编号\t经办人\t方面', ...rows, `${fresh.number}\t钱不在\t`].join('\n'))
  const dialogue = page.getByRole('dialog')
  await dialogue.getByText('责任人：有 2 位“陆岚”，请在上面选').first().waitFor()
  await dialogue.getByText('责任人：临江市水务局没有“钱不在”').waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await dialogue.getByLabel('临江市水务局的“陆岚”是哪一位').click()
  await page.locator('.ant-select-item-option').getByText('办公室').click()
  await dialogue.getByText(`责任人：${staff.handlerPerson.name} → 陆岚（`).first().waitFor()
  await staff.second.call(endpoints.changeProblem, {
    params: { problemId: clash.id },
    body: { ...clash, aspect: '乙写的', version: clash.version },
  })
  await dialogue.getByRole('button', { name: '修改 3 个问题' }).click()
  const report = page.getByRole('dialog', { name: '粘贴的结果' })
  await report.getByText('1 个没有，原因见下表').waitFor()
  await report.getByText('这个问题刚刚被别人改过').first().waitFor()
  expect(await readAgain(problem)).toMatchObject({ aspect: '防汛值守', handler: { id: other.personId } })
  expect(await readAgain(clash)).toMatchObject({ aspect: '乙写的', handler: clash.handler })
  await report.getByRole('button', { name: /撤销，恢复原来的/ }).click()
  await report.getByText(/已撤销/).waitFor()
  expect(await readAgain(problem)).toMatchObject({ aspect: problem.aspect, handler: problem.handler })
  expect([seat.foreign, seat.complaints]).toEqual([[], []])
  await seat.leave()
}, 120_000)

it('who may not change problems is asked for nothing, and a narrow screen has room for it', async () => {
  const seat = await web.open()
  await seat.enter(staff.handler.login, '/ledger')
  await paste(seat.page, '编号\t方面\n1\t防汛值守')
  expect(await seat.page.getByRole('dialog').count()).toBe(0)
  await seat.leave()
  const narrow = await web.open({ width: 390, height: 844 })
  await narrow.enter(staff.organiser.login, '/ledger')
  await paste(narrow.page, `编号\t方面\n${fresh.number}\t防汛值守`)
  await narrow.page.getByRole('dialog').getByText('将会改变 1 个').waitFor()
  expect(await fitsWidth(narrow.page)).toBe(true)
  await narrow.leave()
}, 120_000)
