import { endpoints } from '@duizhao/contract'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  assigned,
  type LedgerStaff,
  rectified,
  register,
  requestStrikeOff,
  someProblem,
  staffOf,
} from '../../packages/server/src/testing/ledger.ts'
import { openWebOffice, type Seat, type WebOffice } from './testing/browser.ts'

let web: WebOffice
let staff: LedgerStaff
beforeAll(async () => {
  web = await openWebOffice()
  staff = await staffOf(web.office)
})
afterAll(() => web.close())

/** A picture of one pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** What a hand does from the home page to the end: pressed and typed, each counted. */
interface Hand {
  readonly seat: Seat
  press(on: Locator): Promise<void>
  type(into: Locator, text: string): Promise<void>
  counted(): { readonly pressed: number; readonly typed: number }
}

async function handOf(login: string, viewport?: { width: number; height: number }): Promise<Hand> {
  const seat = await web.open(viewport)
  await seat.signIn(login)
  await seat.page.getByRole('heading', { name: '今天要做的事' }).waitFor()
  await seat.settle()
  let [pressed, typed] = [0, 0]
  return {
    seat,
    press: async (on) => {
      await on.click()
      pressed += 1
    },
    type: async (into, text) => {
      await into.fill(text)
      typed += 1
    },
    counted: () => ({ pressed, typed }),
  }
}

describe('what is done often takes few steps from the home page', () => {
  it('registering a problem', async () => {
    const { seat, press, type, counted } = await handOf(staff.organiser.login)
    const { page } = seat
    await press(page.getByRole('link', { name: '台账', exact: true }))
    await press(page.getByRole('button', { name: '登记问题' }))
    const dialogue = page.getByRole('dialog')
    await type(dialogue.getByLabel('问题', { exact: true }), '值班记录漏记三次')
    await type(dialogue.getByLabel('完成时限'), '2099年6月30日')
    await press(dialogue.getByRole('button', { name: '登记' }))
    await page.getByRole('heading', { level: 1, name: /值班记录漏记三次/ }).waitFor()
    expect(counted()).toEqual({ pressed: 3, typed: 2 })
    await seat.leave()
  })

  it('approving what waits', async () => {
    const { id, text } = await rectified(staff, web.office.water)
    await requestStrikeOff(staff.handler, id)
    const { seat, press, type, counted } = await handOf(staff.head.login)
    const { page } = seat
    await press(page.getByRole('main').getByRole('link', { name: text }).first())
    await press(page.getByRole('button', { name: '确认并上报' }).first())
    const dialogue = page.getByRole('dialog')
    await type(dialogue.getByLabel('确认意见'), '看过现场，和记录一致')
    await press(dialogue.getByRole('button', { name: '确认并上报' }))
    await dialogue.waitFor({ state: 'detached' })
    expect(counted()).toEqual({ pressed: 3, typed: 1 })
    await seat.leave()
  })

  it('reporting progress with a picture on a phone, where no measure is planned yet: eight taps once', async () => {
    // What is due soon stands on the home page.
    const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
    const { id, text } = await assigned(staff, web.office.water, someProblem('other', soon))
    const { seat, press, type, counted } = await handOf(staff.handler.login, { width: 390, height: 844 })
    const { page } = seat
    await press(page.getByRole('main').getByRole('link', { name: text }).first())
    await press(page.getByRole('button', { name: '报告进展' }).first())
    const dialogue = page.getByRole('dialog')
    await type(dialogue.getByLabel('进展情况'), '值班记录已经补齐')
    const asked = page.waitForEvent('filechooser')
    await press(dialogue.getByText('选文件'))
    await (await asked).setFiles({ name: '现场.png', mimeType: 'image/png', buffer: PICTURE })
    await press(dialogue.getByRole('button', { name: '报告进展' }))
    await dialogue.waitFor({ state: 'detached' })
    expect(counted()).toEqual({ pressed: 4, typed: 1 })
    const { progress, evidence } = await staff.handler.call(endpoints.readProblem, { params: { problemId: id } })
    expect(progress.map(({ text }) => text)).toEqual(['值班记录已经补齐'])
    expect(evidence.map(({ name }) => name)).toEqual(['现场.png'])
    await seat.leave()
  })

  it('finding a problem by its number, once impossible: by the key or by the button', async () => {
    const { id, number, text } = await register(staff.organiser, web.office.water)
    const { seat, press, type, counted } = await handOf(staff.organiser.login)
    const { page } = seat
    await press(page.getByRole('button', { name: '搜索', exact: true }))
    await type(page.getByLabel('搜索的文字'), `${number}号`)
    await press(page.getByRole('list', { name: '搜索结果' }).getByRole('button', { name: text }))
    await page.getByRole('heading', { level: 1, name: text }).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/problems/${id}`)
    expect(counted()).toEqual({ pressed: 2, typed: 1 })
    // By the keyboard alone.
    await seat.visit('/')
    await page.keyboard.press('Control+k')
    await page.getByLabel('搜索的文字').fill(`№${number}`)
    await page.getByRole('list', { name: '搜索结果' }).getByText(text).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: text }).waitFor()
    await seat.leave()
  })

  it('giving four problems a leader, and nothing else of them changes', async () => {
    const four = await Promise.all([1, 2, 3, 4].map(() => register(staff.organiser, web.office.water)))
    const { seat, press, type, counted } = await handOf(staff.organiser.login)
    const { page } = seat
    await press(page.getByRole('link', { name: '台账', exact: true }))
    for (const { number } of four)
      await press(page.getByRole('checkbox', { name: `选择问题 ${number} 号`, exact: true }))
    await press(page.getByRole('button', { name: /^分派/ }))
    const dialogue = page.getByRole('dialog')
    await type(dialogue.getByLabel('责任领导'), staff.leaderPerson.name)
    await press(page.locator('.ant-select-item-option', { hasText: staff.leaderPerson.name }).first())
    await press(dialogue.getByRole('button', { name: '分派 4 个问题' }))
    await dialogue.getByText('已分派').first().waitFor()
    expect(counted()).toEqual({ pressed: 8, typed: 1 })
    for (const before of four) {
      const after = await staff.organiser.call(endpoints.readProblem, { params: { problemId: before.id } })
      expect(after.lead?.id).toBe(staff.leaderPerson.personId)
      const kept = ({ handler, class: kind, dueOn, source, aspect, text, cause, goal }: typeof before) =>
        JSON.stringify([handler, kind, dueOn, source, aspect, text, cause, goal])
      expect(kept(after)).toBe(kept(before))
    }
    await seat.leave()
  })
})
