import { endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { assigned, staffOf } from '../../packages/server/src/testing/ledger.ts'
import { someRecord } from '../../packages/server/src/testing/records.ts'
import { fitsWidth, openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
beforeAll(async () => {
  web = await openWebOffice()
})
afterAll(() => web.close())

it('what was done and written down proves a measure, without being handed in', async () => {
  const { office } = web
  const staff = await staffOf(office)
  const { id } = await assigned(staff, office.water)
  const params = { organisationId: office.water.id }
  const body = someRecord({ name: '河湖管护专题研究' })
  const record = await staff.organiser.call(endpoints.createRecord, { params, body })
  const seat = await web.open()
  await seat.enter(staff.organiser.login, `/problems/${id}`)
  const { page } = seat
  await page.getByRole('button', { name: '上传佐证材料' }).click()
  const dialogue = page.getByRole('dialog')
  await dialogue.getByRole('radio', { name: '履职记录' }).check()
  await dialogue.getByRole('combobox', { name: '履职记录' }).click()
  await page
    .locator('.ant-select-dropdown:visible')
    .getByTitle(/河湖管护专题研究/)
    .click()
  await seat.settle()
  expect(await seriousFindings(page)).toEqual([])
  await dialogue.getByRole('button', { name: '作为佐证材料' }).click()
  const link = page.getByRole('region', { name: '佐证材料' }).getByRole('link', { name: '河湖管护专题研究' })
  await link.waitFor()
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size)
    await seat.settle()
    expect(await fitsWidth(page)).toBe(true)
    expect(await seriousFindings(page, size.width > 1000)).toEqual([])
  }
  await link.click()
  await page.getByRole('heading', { level: 1, name: '河湖管护专题研究' }).waitFor()
  expect(new URL(page.url()).pathname).toBe(`/records/${record.id}`)
  expect([seat.foreign, seat.complaints]).toEqual([[], []])
})
