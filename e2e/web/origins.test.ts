import { endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { someRecord } from '../../packages/server/src/testing/records.ts'
import { fitsWidth, openWebOffice, type Seat, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
beforeAll(async () => {
  web = await openWebOffice()
})
afterAll(() => web.close())

const TEXT =
  '临江市水务局检查情况报告\n\n一、发现的问题\n\n1.三月的巡查记录月底一次补齐，缺了12次。\n\n2.下乡调研少。\n'

/** Marks words of the text as a mouse would. */
async function mark({ page }: Seat, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const [text] = document.querySelector('.paper-text')?.childNodes ?? []
    const at = text?.textContent?.indexOf(wanted) ?? -1
    if (text === undefined || at < 0) throw new Error('no such words')
    const range = document.createRange()
    range.setStart(text, at)
    range.setEnd(text, at + wanted.length)
    const selection = document.getSelection()
    selection?.removeAllRanges()
    selection?.addRange(range)
  }, words)
}

async function looksRight(seat: Seat, width: number): Promise<void> {
  await seat.page.setViewportSize({ width, height: width > 1000 ? 900 : 844 })
  await seat.settle()
  expect(await fitsWidth(seat.page)).toBe(true)
  expect(await seriousFindings(seat.page, width > 1000)).toEqual([])
}

it(
  'words marked in a paper become a problem that says where they stand; a meeting names what went through it',
  { timeout: 180_000 },
  async () => {
    const { office } = web
    const organiser = await office.employ(office.water, 'organiser')
    const params = { organisationId: office.water.id }
    const { paper } = await organiser.call(endpoints.createPaper, { params, file: new File([TEXT], '检查报告.txt') })
    const body = someRecord({ kinds: ['decision'], name: '第三次局务会' })
    const record = await organiser.call(endpoints.createRecord, { params, body })
    const seat = await web.open()
    await seat.enter(organiser.login, `/papers/${paper.id}`)
    const { page } = seat

    await page.getByRole('button', { name: '关联研究的会议' }).click()
    const dialogue = page.getByRole('dialog')
    await dialogue.getByRole('combobox', { name: '研究的会议' }).click()
    await page
      .locator('.ant-select-dropdown:visible')
      .getByTitle(/第三次局务会/)
      .click()
    await dialogue.getByRole('button', { name: /写\s?明/ }).click()
    await page.getByRole('link', { name: '第三次局务会' }).waitFor()
    await looksRight(seat, 1440)
    await looksRight(seat, 390)
    await page.setViewportSize({ width: 1440, height: 900 })

    await page.getByRole('link', { name: /^查看正文/ }).click()
    await page.locator('.paper-text').waitFor()
    await mark(seat, '三月的巡查记录月底一次补齐，缺了12次')
    await page.getByRole('region', { name: '选中的一段' }).getByText('三月的巡查记录').waitFor()
    await looksRight(seat, 1440)
    await looksRight(seat, 390)
    await page.getByRole('button', { name: '登记为问题' }).click()
    await dialogue.getByLabel('完成时限').fill('2099-06-30')
    await dialogue.getByRole('button', { name: /^登\s?记$/ }).click()
    const origin = page.getByRole('region', { name: '出自' })
    await origin.getByText('“三月的巡查记录月底一次补齐，缺了12次”').waitFor()
    await looksRight(seat, 1440)
    await looksRight(seat, 390)
    await origin.getByRole('link').click()
    await page.locator('.paper-text mark').waitFor()
    expect(await page.locator('.paper-text mark').textContent()).toBe('三月的巡查记录月底一次补齐，缺了12次')

    await seat.visit(`/records/${record.id}`)
    await page.getByRole('region', { name: '研究的文稿' }).getByRole('link').waitFor()
    await page.getByRole('button', { name: '登记为问题' }).first().click()
    await dialogue.getByText('看不到原文的人看不到出处').waitFor()
    expect([seat.foreign, seat.complaints]).toEqual([[], []])
  },
)
