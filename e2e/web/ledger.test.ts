import { endpoints } from '@duizhao/contract'
import { ledgerSheet, type LedgerSheetProblem, writeXlsx } from '@duizhao/report'
import { isUnreadable, read } from '@duizhao/engine'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Registered } from '../../packages/server/src/testing/office.ts'
import { assigned, register, someProblem, staffOf, struckOff } from '../../packages/server/src/testing/ledger.ts'
import { faultsOf, openWebOffice, type Seat, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
let people: Readonly<Record<'organiser' | 'leader' | 'handler' | 'head' | 'reviewer', Registered>>
beforeAll(async () => {
  web = await openWebOffice()
  const { office } = web
  people = {
    organiser: await office.register(office.water, 'organiser'),
    leader: await office.register(office.water, 'team_member'),
    handler: await office.register(office.water, 'handler'),
    head: await office.register(office.water, 'head'),
    reviewer: await office.register(office.city, 'reviewer'),
  }
})
afterAll(() => web.close())

const measure = (text: string, deadline: string): LedgerSheetProblem['measures'][number] => ({
  text,
  lead: '',
  unit: '河长制科',
  coUnit: '',
  owner: '',
  deadline,
  progress: '',
  evidence: '',
  state: '',
  strikeOffDate: '',
})

const brought: readonly LedgerSheetProblem[] = [
  {
    source: '巡察反馈',
    category: '河湖管护',
    text: '沿江三处河段的日常巡查记录缺了两个月',
    class: '限期整改',
    measures: [measure('补齐巡查记录并建账', '2099年3月底前'), measure('每周巡查一次并拍照', '2099年6月30日')],
    remark: '',
  },
  {
    source: '审计',
    category: '财务管理',
    text: '两笔维修费没有验收单就付了款',
    class: '限期整改',
    measures: [measure('补办验收并修订付款办法', '2099-04-15')],
    remark: '',
  },
]

function ledgerFile(): { name: string; mimeType: string; buffer: Buffer } {
  const facts = { title: '临江市水务局整改台账', unit: '临江市水务局', date: '2026年1月5日' }
  return {
    name: '整改台账.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(writeXlsx([ledgerSheet(facts, brought)])),
  }
}

async function open(person: Registered): Promise<Seat> {
  const seat = await web.open()
  await seat.signIn(person.login)
  await seat.page.getByRole('heading', { name: '今天要做的事' }).waitFor()
  return seat
}

/** Opens the problem through the ledger. */
async function openProblem({ page }: Seat, text: string): Promise<void> {
  await page.getByRole('link', { name: '台账', exact: true }).click()
  await page
    .getByRole('link', { name: new RegExp(text) })
    .first()
    .click()
  await page.getByRole('heading', { name: new RegExp(text) }).waitFor()
}

/** Presses an action of the problem's page, one of the seldom ones behind 更多, and returns its dialogue. */
async function act({ page }: Seat, action: string) {
  const actions = page.getByRole('group', { name: '可以做的' })
  const button = actions.getByRole('button', { name: action, exact: true })
  const more = actions.getByRole('button', { name: '更多' })
  await button.or(more).first().waitFor()
  if (await button.isVisible()) await button.click()
  else {
    await more.click()
    await page.getByRole('menuitem', { name: action, exact: true }).click()
  }
  return page.getByRole('dialog')
}

async function pick(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label, { exact: true }).fill(text)
  await page.locator('.ant-select-item-option', { hasText: text }).first().click()
}

const isGone = (page: Page): Promise<void> => page.getByRole('dialog').waitFor({ state: 'detached' })

describe('the whole loop with four people', () => {
  it('goes from an Excel ledger to the strike-off and out again', { timeout: 240_000 }, async () => {
    const organiser = await open(people.organiser)
    const { page } = organiser
    await page.goto(`${web.address}/ledger-import`)
    await page.locator('input[type=file]').setInputFiles(ledgerFile())
    await page.getByRole('button', { name: '写入台账' }).click()
    await page.getByText('已写入：新登记 2 个').waitFor()

    await openProblem(organiser, '沿江三处河段')
    await act(organiser, '分派')
    await pick(page, '责任领导', people.leader.name)
    await pick(page, '责任人', people.handler.name)
    await page.getByRole('dialog').getByRole('button', { name: '分派' }).click()
    await isGone(page)
    await page.getByText('已分派').first().waitFor()

    const handler = await open(people.handler)
    await openProblem(handler, '沿江三处河段')
    let dialogue = await act(handler, '报告进展')
    await dialogue.getByRole('checkbox').first().waitFor()
    for (const box of await dialogue.getByRole('checkbox').all()) await box.check()
    await dialogue.getByLabel('进展情况').fill('三处河段的记录已经补齐，建了台账')
    await handler.page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: '巡查台账.txt', mimeType: 'text/plain', buffer: Buffer.from('一月到三月的巡查记录') })
    expect(await seriousFindings(handler.page)).toEqual([])
    await dialogue.getByRole('button', { name: '报告进展' }).click()
    await isGone(handler.page)
    await handler.page.getByText('巡查台账.txt').first().waitFor()
    expect(await handler.page.getByRole('status').innerText()).toBe('已完成：报告进展。接下来：申请销号。')

    dialogue = await act(handler, '申请延期')
    await dialogue.getByLabel('延期至').fill('2099-09-30')
    await dialogue.getByLabel('理由').fill('汛期不能上堤')
    await dialogue.getByRole('button', { name: '申请延期' }).click()
    await isGone(handler.page)

    await page.reload()
    dialogue = await act(organiser, '决定延期')
    await dialogue.getByLabel('同意延期').check()
    await dialogue.getByRole('button', { name: '决定延期' }).click()
    await isGone(page)
    await page.getByText('2099年9月30日').first().waitFor()

    const askToStrikeOff = async (): Promise<void> => {
      await handler.page.reload()
      const asking = await act(handler, '申请销号')
      await asking.getByLabel('整改成效').fill('补齐巡查记录 24 次')
      await asking.getByRole('button', { name: '申请销号' }).click()
      await isGone(handler.page)
    }
    await askToStrikeOff()
    const head = await open(people.head)
    await openProblem(head, '沿江三处河段')
    dialogue = await act(head, '退回并说明')
    await dialogue.getByLabel('缺少的内容和要补的内容').fill('请补上四月的记录')
    await dialogue.getByRole('button', { name: '退回并说明' }).click()
    await isGone(head.page)
    await head.page.getByText(/申请过，.*退回：请补上四月的记录。补齐以后重新申请/).waitFor()
    await askToStrikeOff()
    await head.page.reload()
    dialogue = await act(head, '确认并上报')
    // What shows it lies beside the decision, as words that cannot run.
    await dialogue.getByText('一月到三月的巡查记录').waitFor()
    expect(await seriousFindings(head.page)).toEqual([])
    await dialogue.getByLabel('确认意见').fill('已看过现场')
    await dialogue.getByRole('button', { name: '确认并上报' }).click()
    await isGone(head.page)

    const reviewer = await open(people.reviewer)
    await openProblem(reviewer, '沿江三处河段')
    dialogue = await act(reviewer, '核验通过，销号')
    await dialogue.getByLabel('核验意见').fill('核对台账，同意销号')
    await dialogue.getByRole('button', { name: '核验通过，销号' }).click()
    await isGone(reviewer.page)
    await reviewer.page.getByText('已销号').first().waitFor()

    await page.getByRole('link', { name: '统计', exact: true }).click()
    await page.getByRole('heading', { name: /整改情况/ }).waitFor()
    const figures = await page.locator('.figures').innerText()
    expect(figures.replaceAll(/\s+/g, ' ')).toContain('问题总数 2 已完成 1')

    await page.getByRole('link', { name: '台账', exact: true }).click()
    await page.getByRole('link', { name: '已销号', exact: true }).click()
    await page.getByText('沿江三处河段').waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 Excel' }).click(),
    ])
    const sheet = await read(new Uint8Array(readFileSync(await download.path())), '台账.xlsx')
    if (isUnreadable(sheet)) throw new Error(sheet.message)
    for (const words of ['沿江三处河段', '补齐巡查记录并建账', '已完成', '巡查台账.txt'])
      expect(sheet.text).toContain(words)
    for (const seat of [organiser, handler, head, reviewer]) {
      expect([seat.foreign, seat.complaints]).toEqual([[], []])
      await seat.leave()
    }
  })
})

describe('two editors at once', () => {
  it('lose nothing: both texts are shown, and one chooses', { timeout: 120_000 }, async () => {
    const { office } = web
    const other = await office.employ(office.water, 'organiser')
    const problem = await register(other, office.water)
    const seat = await open(people.organiser)
    const { page } = seat
    await page.goto(`${web.address}/problems/${problem.id}`)
    const dialogue = await act(seat, '修改问题')
    await dialogue.getByLabel('原因', { exact: true }).fill('甲写的原因')
    const { source, aspect, text, cause, goal, class: kind, dueOn, version } = problem
    const fields = { source, aspect, text, cause, goal, class: kind, dueOn, version }
    await other.call(endpoints.changeProblem, {
      params: { problemId: problem.id },
      body: { ...fields, cause: '乙写的原因', goal: '乙写的目标' },
    })
    await dialogue.getByRole('button', { name: '保存修改' }).click()
    const both = dialogue.getByRole('radiogroup', { name: '原因：用哪一份' })
    await both.waitFor()
    expect(await both.innerText()).toContain('甲写的原因')
    expect(await both.innerText()).toContain('乙写的原因')
    await dialogue.getByRole('button', { name: '保存修改' }).click()
    await isGone(page)
    const after = await other.call(endpoints.readProblem, { params: { problemId: problem.id } })
    expect([after.cause, after.goal]).toEqual(['甲写的原因', '乙写的目标'])
    expect([seat.foreign, seat.complaints]).toEqual([[], []])
    await seat.leave()
  })
})

describe('an overdue problem', () => {
  it('gets its notice as Word and an answer; the look-back reopens it as a new one', { timeout: 120_000 }, async () => {
    const { office } = web
    const staff = await staffOf(office)
    const late = await assigned(staff, office.water, someProblem('other', '2026-01-09'))
    const organiser = await open(people.organiser)
    const { page } = organiser
    await page.goto(`${web.address}/problems/${late.id}`)
    await page
      .getByText(/超期 \d+ 个工作日/)
      .first()
      .waitFor()
    let dialogue = await act(organiser, '发督办单')
    await dialogue.getByRole('button', { name: '发督办单' }).click()
    await isGone(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '督办单和回执（Word）' }).click(),
    ])
    const notice = await read(new Uint8Array(readFileSync(await download.path())), '督办单.docx')
    if (isUnreadable(notice)) throw new Error(notice.message)
    for (const words of ['临江市水务局', late.text, '回执']) expect(notice.text).toContain(words)
    const handler = await open(people.handler)
    await handler.page.goto(`${web.address}/problems/${late.id}`)
    dialogue = await act(handler, '答复督办单')
    await dialogue.getByLabel('整改情况和下一步').fill('正在补录，本月底完成')
    await dialogue.getByRole('button', { name: '答复督办单' }).click()
    await isGone(handler.page)
    await handler.page.getByText('正在补录，本月底完成').first().waitFor()

    const closed = await struckOff(staff, office.water)
    const reviewer = await open(people.reviewer)
    await reviewer.page.goto(`${web.address}/problems/${closed.id}`)
    dialogue = await act(reviewer, '回头看：反弹')
    await dialogue.getByLabel('检查情况').fill('三处河段又没有记录')
    await dialogue.getByRole('button', { name: '回头看：反弹' }).click()
    await isGone(reviewer.page)
    await reviewer.page.getByText('已反弹').first().waitFor()
    const { heirs } = await staff.organiser.call(endpoints.readProblem, { params: { problemId: closed.id } })
    expect(heirs.map(({ relation }) => relation)).toEqual(['relapse'])
    for (const seat of [organiser, handler, reviewer]) {
      expect([seat.foreign, seat.complaints]).toEqual([[], []])
      await seat.leave()
    }
  })
})

it(
  'the ledger’s pages are free of serious findings and fit the width, of a screen and of a phone',
  { timeout: 240_000 },
  async () => {
    const clerk = await web.office.employ(web.office.water, 'organiser')
    const { id } = await register(clerk, web.office.water)
    const seat = await open(people.organiser)
    const paths = [
      '/',
      '/ledger',
      `/problems/${id}`,
      '/board',
      '/statistics',
      '/notices',
      '/inspections',
      '/ledger-import',
      '/ledger-imports',
    ]
    expect(await faultsOf(seat, paths)).toEqual([])
    expect([seat.foreign, seat.complaints]).toEqual([[], []])
    await seat.leave()
  },
)
