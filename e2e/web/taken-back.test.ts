import { readFileSync } from 'node:fs'
import { endpoints } from '@duizhao/contract'
import { writeXlsx } from '@duizhao/report'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInAs } from '../../packages/server/src/testing/client.ts'
import { importRows, register, someProblem, staffOf } from '../../packages/server/src/testing/ledger.ts'
import { fitsWidth, openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
beforeAll(async () => {
  web = await openWebOffice()
})
afterAll(() => web.close())

const buffer = readFileSync(new URL('../../samples/ledgers/units-2026.xlsx', import.meta.url))
const file = { name: '整改台账.xlsx', mimeType: 'application/octet-stream', buffer }

it('an import is undone where it was written, and in the list of imports', { timeout: 180_000 }, async () => {
  const place = await web.office.addOrganisation(web.office.city, '临江市水利工程处')
  const { login } = await web.office.register(place, 'organiser')
  const by = await web.office.employ(place, 'organiser')
  const seat = await web.open()
  await seat.enter(login, '/ledger-import')
  const { page } = seat
  const query = { organisationId: place.id, standing: 'all' } as const
  const count = async () => (await by.call(endpoints.countProblems, { query })).all
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: '写入台账' }).click()
  await page.getByText('已写入：新登记').waitFor()
  const written = await count()
  expect(written).toBeGreaterThan(10)
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  const dialogue = page.getByRole('dialog', { name: '撤销这次导入' })
  await dialogue.getByText(`新登记的 ${written} 个问题全部撤回`).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await dialogue.getByLabel('理由').fill('导错了文件')
  await dialogue.getByRole('button', { name: '撤销导入' }).click()
  await page.getByText(`已撤销这次导入：撤回 ${written} 个问题`).waitFor()
  expect(await page.getByRole('button', { name: '撤销这次导入' }).count()).toBe(0)
  expect(await count()).toBe(0)

  const rows = [1, 2].map((at) => [at, '其他', someProblem().text, '每周巡查', '2099年1月5日', '', '', ''])
  await importRows(by, place, rows)
  const { items } = await by.call(endpoints.listProblems, { query })
  const [acted] = items
  const params = { problemId: acted?.id ?? '' }
  await by.call(endpoints.changeProblem, {
    params,
    body: { ...someProblem(), version: acted?.version ?? 1 },
  })
  await seat.visit('/ledger-imports')
  const list = page.getByRole('table', { name: '导入记录' })
  await list.getByText('导错了文件').waitFor()
  await list.getByRole('button', { name: /撤销这次导入 整改台账/ }).click()
  await dialogue.getByLabel('理由').fill('重复导入')
  await dialogue.getByRole('button', { name: '撤销导入' }).click()
  await dialogue.getByText('2 个问题里有 1 个已经有人办过').waitFor()
  await dialogue.getByText(`问题 ${acted?.number} 号：修改问题`).waitFor()
  expect(await dialogue.getByLabel('理由').inputValue()).toBe('重复导入')
  expect(await count()).toBe(2)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await fitsWidth(page)).toBe(true)
  expect(seat.complaints).toEqual([])
  await seat.leave()
})

it('a problem registered by mistake is taken back on its page', { timeout: 120_000 }, async () => {
  const staff = await staffOf(web.office)
  const problem = await register(staff.organiser, web.office.water)
  const seat = await web.open()
  await seat.enter(staff.organiser.login, `/problems/${problem.id}`)
  const { page } = seat
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: '登记有误，撤回' }).click()
  const dialogue = page.getByRole('dialog', { name: `撤回登记有误的问题 ${problem.number} 号` })
  await dialogue.getByLabel('理由').fill('和上月的重复')
  expect(await seriousFindings(page)).toEqual([])
  await dialogue.getByRole('button', { name: '撤回这个问题' }).click()
  await page.getByText('已完成：登记有误，撤回。登记有误，已经撤回，不再整改，也不再统计。').waitFor()
  expect(await page.getByRole('button', { name: '分派' }).count()).toBe(0)
  await page.getByText('和上月的重复').waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await fitsWidth(page)).toBe(true)
  await seat.leave()
})

it('an import of people is undone below where it was made, or says of whom not', { timeout: 120_000 }, async () => {
  const place = await web.office.addOrganisation(web.office.city, '临江市防汛抗旱中心')
  const { login } = await web.office.register(place, 'system_admin')
  const columns = (...headers: string[]) => headers.map((header) => ({ header, width: 12 }))
  const bytes = writeXlsx([
    {
      name: '人员',
      columns: columns('姓名', '所在组织', '职务', '账号'),
      rows: [['古月明', '', '干部', 'guyueming']],
    },
  ])
  const seat = await web.open()
  await seat.enter(login, '/import')
  const { page } = seat
  const put = async (name: string) => {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
    await page.getByRole('button', { name: '确认写入' }).click()
    await page.getByText('已写入：').waitFor()
  }
  const list = page.getByRole('table', { name: '导入记录' })
  const dialogue = page.getByRole('dialog', { name: '撤销这次导入' })
  await put('错的花名册.xlsx')
  await list.getByRole('button', { name: /撤销这次导入 错的花名册/ }).click()
  await dialogue.getByText('新增的 1 项全部删除').waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await dialogue.getByLabel('理由').fill('导成了去年的')
  await dialogue.getByRole('button', { name: '撤销导入' }).click()
  await page.getByText('已撤销：删除 1 项，还原 0 项。').waitFor()
  await list.getByText('导成了去年的').waitFor()

  await page.getByRole('button', { name: '再导入一个文件' }).click()
  await put('对的花名册.xlsx')
  const password = await page.getByRole('table', { name: '初始口令' }).locator('.number').innerText()
  await signInAs(web.office.app, 'guyueming', password)
  await list.getByRole('button', { name: /撤销这次导入 对的花名册/ }).click()
  await dialogue.getByLabel('理由').fill('又错了')
  await dialogue.getByRole('button', { name: '撤销导入' }).click()
  await dialogue.getByText('古月明：登录过').waitFor()
  expect(await dialogue.getByLabel('理由').inputValue()).toBe('又错了')
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await fitsWidth(page)).toBe(true)
})
