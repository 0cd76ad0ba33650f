import { endpoints } from '@duizhao/contract'
import { writeXlsx } from '@duizhao/report'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { register } from '../../packages/server/src/testing/ledger.ts'
import type { Employee } from '../../packages/server/src/testing/office.ts'
import { fitsWidth, openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
let organiser: Employee
let group: WebOffice['office']['city']
beforeAll(async () => {
  web = await openWebOffice()
  const { office } = web
  organiser = await office.employ(office.city, 'organiser')
  const admin = await office.employ(office.city, 'system_admin')
  group = await office.addOrganisation(office.water, '水务局党组', 'party_group')
  await office.addOrganisation(office.water, '机关党支部', 'branch')
  for (const name of ['王建国', '欧阳明', '李卫东'])
    await admin.call(endpoints.createPerson, {
      params: { organisationId: office.water.id },
      body: { name, position: '干部', email: '', isPartyMember: true },
    })
})
afterAll(() => web.close())

/** A list of two as offices keep it. */
function list(): Uint8Array {
  const columns = ['姓名', '职务', '分管科室', '所在支部', '任职时间'].map((header) => ({ header, width: 12 }))
  const rows = [
    ['欧阳 明', '党组成员、副局长', '分管办公室', '机关党支部', '2024年3月'],
    ['李卫东', '派驻纪检监察组组长', '', '机关党支部', '2023年1月至今'],
  ]
  return writeXlsx([{ name: '班子成员', columns, rows }])
}

it('posts are entered, imported, ended, withdrawn and looked up on another day', { timeout: 180_000 }, async () => {
  const seat = await web.open()
  const { page } = seat
  await seat.enter(organiser.login, `/organisations/${group.id}?tab=posts`)

  await page.getByRole('button', { name: '登记任职' }).click()
  const form = page.getByRole('dialog', { name: /登记水务局党组的任职/ })
  await form.getByLabel('姓名').fill('王建国')
  await page.getByTitle(/^王建国/).click()
  await form.getByLabel('职务全称').fill('党组书记、局长')
  await form.getByLabel('任职的第一天').fill('2024-03-01')
  await form.getByRole('button', { name: '登记任职' }).click()
  const table = page.getByRole('table', { name: '任职' })
  await table.getByText('党组书记、局长').waitFor()

  await page.getByRole('link', { name: '从 Excel 导入' }).click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '班子.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(list()) })
  await page.getByText('登记 2 项，修改 0 项，不变 0 项。').waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await page.getByRole('button', { name: '确认写入' }).click()
  await page.getByRole('link', { name: '看水务局党组的任职' }).click()
  await table.getByText('2024年3月1日起').first().waitFor()
  await expect.poll(() => table.getByRole('row').count()).toBe(4)
  expect(await seriousFindings(page)).toEqual([])
  expect(await fitsWidth(page)).toBe(true)

  await table.getByRole('button', { name: '免去：欧阳明的党组成员、副局长' }).click()
  await page.getByRole('dialog').getByLabel('任职的最后一天').fill('2025-06-30')
  await page.getByRole('dialog').getByRole('button', { name: '免去职务' }).click()
  await page.getByText('已免去，欧阳明任职到2025年6月30日为止。').waitFor()
  await expect.poll(() => table.getByRole('row').count()).toBe(3)
  await page.getByLabel('任职截至日期').fill('2025-06-30')
  await expect.poll(() => table.getByRole('row').count()).toBe(4)

  await table.getByRole('button', { name: '撤回：李卫东的派驻纪检监察组组长' }).click()
  await page.getByRole('dialog').getByLabel('撤回原因').fill('录到了别人名下')
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
  await expect.poll(() => table.getByRole('row').count()).toBe(3)
  await page.getByLabel('历任都列出').check()
  await table.getByText('录到了别人名下').waitFor()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '分工表（Word）' }).click()
  expect((await download).suggestedFilename()).toBe('水务局党组分工表.docx')
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await fitsWidth(page)).toBe(true)
  expect([seat.foreign, seat.complaints]).toEqual([[], []])
  await seat.leave()
})

it('who leads is chosen from those in charge first, then the team as it sits, then the others', async () => {
  const { office } = web
  const unit = await office.addOrganisation(office.city, '临江市水文站')
  const by = await office.employ(unit, 'organiser')
  const enter = async (role: 'head' | 'deputy', caption: string, leadIds: string[]) => {
    const { personId, login } = await office.register(unit, 'team_member')
    await by.call(endpoints.createPost, {
      params: { organisationId: unit.id },
      body: { personId, role, caption, seat: null, leadIds, branchId: null, fromOn: '2024-03-01', toOn: null },
    })
    const { items } = await by.call(endpoints.listPeople, {
      params: { organisationId: unit.id },
      query: { limit: 50 },
    })
    return items.find(({ id }) => id === personId)?.name ?? login
  }
  const head = await enter('head', '站长', [])
  const deputy = await enter('deputy', '副站长', [])
  const inCharge = await enter('deputy', '分管副站长', [unit.id])
  const { id } = await register(by, unit)
  const seat = await web.open()
  await seat.enter(by.login, `/problems/${id}`)
  const { page } = seat
  await page.getByRole('button', { name: '分派', exact: true }).click()
  await page.getByRole('dialog').getByLabel('责任领导').click()
  const offered = page.locator('.ant-select-item-option-content')
  await offered.filter({ hasText: '，分管）' }).waitFor()
  const shown = await offered.allInnerTexts()
  expect(shown.length).toBeGreaterThan(3)
  expect(shown.slice(0, 3).map((each) => each.split('（')[0])).toEqual([inCharge, head, deputy])
  await offered.first().click()
  await page.getByRole('dialog').getByRole('button', { name: '分派', exact: true }).click()
  await page.getByRole('status').getByText('已完成：分派').waitFor()
  const { lead } = await by.call(endpoints.readProblem, { params: { problemId: id } })
  expect(lead?.name).toBe(inCharge)
  await seat.leave()
})
