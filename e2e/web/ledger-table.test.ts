import { endpoints } from '@duizhao/contract'
import { isUnreadable, read } from '@duizhao/engine'
import { writeXlsx } from '@duizhao/report'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type LedgerStaff, staffOf } from '../../packages/server/src/testing/ledger.ts'
import { fitsWidth, openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

const MANY = 130

let web: WebOffice
let staff: LedgerStaff
let numbers: readonly number[]
beforeAll(async () => {
  web = await openWebOffice()
  staff = await staffOf(web.office)
  const columns = ['序号', '存在问题', '完成时限'].map((header) => ({ header, width: 12 }))
  const rows = Array.from({ length: MANY }, (_, at) => [
    at + 1,
    `第${at + 1}处河段的巡查记录缺了两个月`,
    '2099年6月30日',
  ])
  const file = new File([new Uint8Array(writeXlsx([{ name: '台账', columns, rows }]))], '整改台账.xlsx')
  const { id } = await staff.organiser.call(endpoints.previewLedgerImport, {
    params: { organisationId: web.office.water.id },
    file,
  })
  await staff.organiser.call(endpoints.confirmLedgerImport, { params: { importId: id }, body: {} })
  const query = { sort: 'number', limit: 200 } as const
  numbers = (await staff.organiser.call(endpoints.listProblems, { query })).items.map(({ number }) => number)
})
afterAll(() => web.close())

it('the ledger is a table: sorted, counted as a whole, columns chosen, a problem found by its number', async () => {
  const seat = await web.open()
  const { page } = seat
  await seat.enter(staff.organiser.login, '/ledger')
  await page.getByRole('status').getByText(`共 ${MANY} 个问题，列出前 100 个。`).waitFor()
  const heights = await page.locator('.ledger-row').evaluateAll((rows) => rows.map((row) => row.clientHeight))
  expect(Math.max(...heights)).toBeLessThanOrEqual(44)
  for (const width of [905, 1024, 1366, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    expect([width, await fitsWidth(page)]).toEqual([width, true])
    const [table, text] = await Promise.all([
      page.locator('.ledger').evaluate((own) => own.scrollWidth - own.clientWidth),
      page
        .locator('.cell-text')
        .first()
        .evaluate((cell) => cell.clientWidth),
    ])
    expect([width, table]).toEqual([width, 0])
    expect(text).toBeGreaterThan(width * 0.14)
  }
  expect(await seriousFindings(page)).toEqual([])

  const head = page.getByRole('columnheader', { name: '编号', exact: true })
  const firstNumber = () => page.locator('.cell-number').first().innerText()
  await head.getByRole('button').click()
  await expect.poll(firstNumber).toBe(String(numbers[0]))
  await head.getByRole('button').click()
  await expect.poll(firstNumber).toBe(String(numbers.at(-1)))
  expect(await head.getAttribute('aria-sort')).toBe('descending')
  expect(new URL(page.url()).search).toBe('?sort=number&isDescending=true')

  // By any column; what a long list is sorted by is sorted by the service, not among the rows read.
  const handlers = page.getByRole('columnheader', { name: '责任人' })
  await handlers.getByRole('button').click()
  await expect.poll(() => handlers.getAttribute('aria-sort')).toBe('ascending')
  expect(new URL(page.url()).search).toBe('?sort=handler')
  await page.goBack()
  await expect.poll(firstNumber).toBe(String(numbers.at(-1)))

  await page.getByRole('button', { name: '选栏目' }).click()
  await page.getByRole('checkbox', { name: '登记日期' }).check()
  await page.getByRole('button', { name: '登记日期往后移' }).click()
  await page.keyboard.press('Escape')
  const heads = () => page.getByRole('columnheader').allInnerTexts()
  expect((await heads()).slice(-2)).toEqual(['状态', '登记日期'])
  await page.reload()
  await page.getByRole('columnheader', { name: '登记日期' }).waitFor()
  expect((await heads()).slice(-2)).toEqual(['状态', '登记日期'])

  await page.evaluate(() => scrollTo(0, 2_000))
  await expect.poll(() => head.isVisible()).toBe(true)
  expect((await head.boundingBox())?.y).toBeLessThan(80)

  const words = page.getByLabel('编号或问题内容')
  await words.fill(`${numbers[77]}号`)
  await words.press('Enter')
  await page.getByRole('status').getByText('共 1 个问题。').waitFor()
  expect(await firstNumber()).toBe(String(numbers[77]))
  expect([seat.foreign, seat.complaints]).toEqual([[], []])
  await seat.leave()
}, 120_000)

it('all that is filtered is printed, with unit and day, and the head on every sheet', async () => {
  const seat = await web.open()
  const { page } = seat
  await seat.enter(staff.organiser.login, '/ledger')
  await page.evaluate(() => {
    window.print = () => {
      document.title = '打印了'
    }
  })
  await page.getByRole('button', { name: '打印全部' }).click()
  await page.waitForFunction(() => document.title === '打印了')
  const pdf = await page.pdf({ format: 'A4', landscape: true })
  const printed = await read(new Uint8Array(pdf), '台账.pdf')
  if (isUnreadable(printed)) throw new Error(printed.message)
  const text = printed.text.replaceAll(/\s/gu, '')
  expect(text).toContain('单位：临江市水务局')
  expect(text).toContain(`共${MANY}个问题`)
  for (const at of [1, 65, MANY]) expect(text).toContain(`第${at}处河段`)
  // What every sheet begins with is no text of its own to who reads the file; that it is repeated is said by its style.
  await page.emulateMedia({ media: 'print' })
  const { display, breakInside } = await page
    .locator('.ledger-heads')
    .evaluate((head) => ({ display: getComputedStyle(head).display, breakInside: getComputedStyle(head).breakInside }))
  expect([display, breakInside]).toEqual(['table-header-group', 'avoid'])
  await page.emulateMedia({ media: null })
  await seat.leave()
}, 120_000)

it('on a phone its rows are cards', async () => {
  const seat = await web.open({ width: 390, height: 844 })
  await seat.enter(staff.organiser.login, '/ledger')
  await seat.page.getByText('第1处河段').waitFor()
  expect(await fitsWidth(seat.page)).toBe(true)
  await seat.leave()
}, 60_000)
