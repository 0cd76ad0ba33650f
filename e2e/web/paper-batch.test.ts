import { officialDocument } from '@duizhao/report'
import { endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { staffOf } from '../../packages/server/src/testing/ledger.ts'
import { fitsWidth, openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
beforeAll(async () => {
  web = await openWebOffice()
})
afterAll(() => web.close())

/** A material as .docx. */
function material(name: string, title: string, paragraphs: readonly string[]) {
  const blocks = paragraphs.map((words) => ({ kind: 'paragraph' as const, words }))
  const buffer = Buffer.from(officialDocument({ title, blocks }))
  return { name, mimeType: 'application/octet-stream', buffer }
}
const own = (name: string, person: string) =>
  material(name, '个人对照检查材料', [person, '一、存在的主要问题', `1.学习不够深入，${name}里写的。`])

it('ten files are dropped, two in doubt are asked about, and all are put in', { timeout: 180_000 }, async () => {
  const { office } = web
  const staff = await staffOf(office)
  const people = [staff.leaderPerson, staff.handlerPerson]
  const members = await Promise.all([1, 2, 3, 4].map(() => office.register(office.water, 'member')))
  const files = [
    ...[...people, ...members].map(({ name }, at) => own(`成员${at + 1}.docx`, name)),
    material('班子.docx', '临江市水务局领导班子对照检查材料', ['一、存在的主要问题', '1.巡查记录补记不及时。']),
    material('方案.docx', '临江市水务局2026年度民主生活会方案', ['一、时间', '2026年12月20日。']),
    own('没有这个人.docx', '查无此人'),
    material('便条.docx', '便条', ['下周三上午开会。']),
  ]
  const seat = await web.open()
  await seat.enter(staff.organiser.login, '/papers')
  const { page } = seat
  await page.getByRole('link', { name: '批量提交' }).click()
  await page.getByRole('heading', { level: 1, name: '批量提交文稿' }).waitFor()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([...files, ...files.slice(0, 1).map((file) => ({ ...file, name: '又一份.docx' }))])
  await page.getByText('已收下 11 / 11 个').waitFor({ timeout: 60_000 })
  await page.getByText('有 2 份要说明，排在前面。').waitFor()
  await page.getByRole('region', { name: '重复的' }).getByText('和这一批里的“成员1.docx”是同一个文件').waitFor()
  expect(await seriousFindings(page)).toEqual([])

  // What is kept is there after the page is opened again.
  await page.reload()
  await page.getByText('有 2 份要说明，排在前面。').waitFor()
  const pick = async (label: string, words: string): Promise<void> => {
    await page.getByRole('combobox', { name: label }).click()
    await page.getByTitle(words).last().click()
  }
  await pick('种类：便条.docx', '其他')
  await page.getByRole('combobox', { name: '作者：没有这个人.docx' }).fill(staff.leaderPerson.name)
  await page.locator(`.ant-select-item-option[title^="${staff.leaderPerson.name}（"]`).last().click()
  await page.getByRole('button', { name: '提交 10 份' }).click()
  await page.getByText('这一批提交了 10 份文稿').waitFor()
  const { items } = await staff.head.call(endpoints.listPapers, { params: { organisationId: office.water.id } })
  expect(items.map(({ kind, state }) => `${kind} ${state}`)).toEqual(
    Array.from({ length: 7 }, () => 'personal submitted'),
  )
  const mine = await staff.organiser.call(endpoints.listPapers, {
    params: { organisationId: office.water.id },
    query: { mine: true },
  })
  expect(mine.items.map(({ kind }) => kind).toSorted()).toEqual(['other', 'plan', 'team'])
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await fitsWidth(page)).toBe(true)
  expect(seat.complaints).toEqual([])
  await seat.leave()
})
