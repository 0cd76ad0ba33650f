import { afterAll, beforeAll, expect, it } from 'vitest'
import { dutyListFile } from '../../packages/server/src/testing/duties.ts'
import { fitsWidth, openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
beforeAll(async () => {
  web = await openWebOffice()
})
afterAll(() => web.close())

it('last year’s responsibility list is read, put right where it is not sure, and set at once', async () => {
  const { office } = web
  const group = await office.addOrganisation(office.water, '水务局党组', 'party_group')
  const organiser = await office.register(group, 'organiser')
  const seat = await web.open()
  const { page } = seat
  await seat.enter(organiser.login, '/duty-catalogue')
  await page.getByRole('link', { name: '从责任清单导入' }).click()
  const file = dutyListFile()
  const buffer = Buffer.from(await file.arrayBuffer())
  await page.locator('input[type=file]').setInputFiles({ name: file.name, mimeType: '', buffer })
  await page.getByText('读出 4 条，选中 3 条。').waitFor()
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await seat.settle()
    expect([await fitsWidth(page), await seriousFindings(page)]).toEqual([true, []])
  }
  // What was not recognised is chosen only once it is said what counts.
  await page.getByRole('checkbox', { name: '定下：带头廉洁自律，管好身边人' }).check()
  await page.getByText('其中 1 条还没有选完成它的履职').waitFor()
  expect(await page.getByRole('button', { name: '定下选中的' }).isDisabled()).toBe(true)
  await page.getByLabel('带头廉洁自律，管好身边人，完成它的履职').click()
  await page.keyboard.type('警示')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.getByText('读出 4 条，选中 4 条。').waitFor()
  await page.getByRole('button', { name: '定下选中的' }).click()
  await page.getByText('已定下 4 项。').waitFor()
  await page.getByRole('link', { name: '看水务局党组的履职事项' }).click()
  await page.getByRole('cell', { name: '与班子成员谈心谈话', exact: true }).waitFor()
  expect([seat.foreign, seat.complaints]).toEqual([[], []])
})
