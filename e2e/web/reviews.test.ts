import { readFileSync } from 'node:fs'
import { endpoints } from '@duizhao/contract'
import { officialDocument } from '@duizhao/report'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf, openWebOffice, type Seat, type WebOffice } from './testing/browser.ts'

let web: WebOffice
beforeAll(async () => {
  web = await openWebOffice()
})
afterAll(() => web.close())

const LINES = [
  '一、上年度查摆问题整改情况',
  '上年度民主生活会查摆的问题已全部整改。',
  '二、存在的突出问题',
  '（一）学习方面存在以下10个问题',
  ...Array.from({ length: 8 }, (_, at) => `${at + 1}.学习第${at + 1}项不够扎实。比如，全年缺席集中学习${at + 2}次。`),
  '走访XX户，多数是打电话了解。',
]

/** A material in Word, as its author hands it in. */
function material(lines: readonly string[]): { name: string; mimeType: string; buffer: Buffer } {
  const blocks = lines.map((words) => ({ kind: 'paragraph' as const, words }))
  const title = '临江市水务局领导班子2025年度民主生活会对照检查材料'
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return { name: '对照检查材料.docx', mimeType, buffer: Buffer.from(officialDocument({ title, blocks })) }
}

/** Goes to the note with these words, with the keys alone. */
async function stepTo({ page }: Seat, words: string): Promise<void> {
  for (let steps = 0; steps < 40; steps += 1) {
    await page.keyboard.press('j')
    if (await page.locator('.note.open', { hasText: words }).count()) return
  }
  throw new Error(`no note says ${words}`)
}

/** Types into the field that has the focus, and goes on to the button that sends it. */
async function typeAndSend({ page }: Seat, label: string, words: string): Promise<void> {
  const dialogue = page.getByRole('dialog')
  const field = dialogue.getByLabel(label)
  await field.waitFor()
  await field.and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Control+A')
  await page.keyboard.type(words)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await dialogue.waitFor({ state: 'detached' })
}

describe('a material under review', () => {
  // Three people at three windows, one after another.
  it('is gone through with the keys alone, sent back, mended and approved', async () => {
    const { office } = web
    const author = await office.employ(office.water, 'member')
    const head = await office.employ(office.water, 'head')
    const { name, mimeType, buffer } = material(LINES)
    const { paper, versions } = await author.call(endpoints.createPaper, {
      params: { organisationId: office.water.id },
      file: new File([new Uint8Array(buffer)], name, { type: mimeType }),
    })
    const about = { params: { paperId: paper.id } }
    await author.call(endpoints.submitPaper, about)
    const versionId = versions[0]?.id ?? ''

    const seat = await web.open()
    await seat.signIn(head.login)
    const { page } = seat
    await page
      .getByText(/^审核《/)
      .first()
      .click()
    await page.getByRole('link', { name: /^审核意见/ }).click()
    await page.locator('.paper').waitFor()
    await stepTo(seat, '10')
    await page.keyboard.press('a')
    await page.locator('.note .label', { hasText: '已采纳' }).waitFor()
    await stepTo(seat, 'XX户')
    await page.keyboard.press('m')
    await typeAndSend(seat, '修改意见', '请写明走访了谁。')
    await page.locator('.note.said').waitFor()
    await stepTo(seat, 'XX户')
    await page.keyboard.press('d')
    await typeAndSend(seat, '不采纳的理由', '已在意见里说了')
    await page.locator('.note.suppressed').waitFor()
    await page.keyboard.press('?')
    await page.getByText('采纳，并到下一条没有处理的').waitFor()
    await page.keyboard.press('Escape')
    const marks = await head.call(endpoints.readReviewMarks, { params: { versionId } })
    expect(marks.verdicts.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['accepted', ''],
      ['dismissed', '已在意见里说了'],
    ])
    expect(marks.remarks.map(({ text, by }) => [text, by])).toEqual([['请写明走访了谁。', head.session.person.name]])
    expect(await faultsOf(seat, [`/paper-reviews/${versionId}`])).toEqual([])
    await page.getByRole('button', { name: '退回修改' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('一起给起草的人：采纳的意见 1 条，审核人的意见 1 条').waitFor()
    await typeAndSend(seat, '修改意见', '请按页边的意见修改。')
    await page.getByText('请按页边的意见修改。').waitFor()
    expect(seat.complaints).toEqual([])
    await seat.leave()

    const own = await web.open()
    await own.enter(author.login, `/paper-reviews/${versionId}`)
    await own.page.locator('.note.said', { hasText: '请写明走访了谁。' }).waitFor()
    expect(await own.page.getByRole('button', { name: '退回修改' }).count()).toBe(0)
    const downloading = own.page.waitForEvent('download')
    await own.page.getByRole('button', { name: '带批注的 Word' }).click()
    const commented = unzipSync(readFileSync(await (await downloading).path()))
    const comments = strFromU8(commented['word/comments.xml'] ?? new Uint8Array())
    expect(comments).toContain('请写明走访了谁。')
    expect(comments).toContain('10')
    await own.visit(`/papers/${paper.id}`)
    await own.page.getByRole('button', { name: '提交新版本' }).click()
    const dialogue = own.page.getByRole('dialog')
    const mended = LINES.map((line) => line.replace('以下10个', '以下8个').replace('XX户', '沿河5户'))
    await dialogue.locator('input[type=file]').first().setInputFiles(material(mended))
    await dialogue.getByRole('button', { name: '提交这一版' }).click()
    await own.page.getByText('第 2 版', { exact: false }).first().waitFor()
    await own.page.getByRole('button', { name: /送\s?审/ }).click()
    await own.page.getByText('已送审').waitFor()
    await own.page.getByRole('link', { name: '审核意见：第 2 版' }).click()
    await own.page.getByText(/与第 1 版相比：意见减少 2 条，没有新增意见，文字改了 2 处/).waitFor()
    expect(own.complaints).toEqual([])
    await own.leave()

    const again = await web.open()
    await again.signIn(head.login)
    await again.page.getByRole('heading', { name: '今天要做的事' }).waitFor()
    const second = (await head.call(endpoints.readPaper, about)).versions[0]?.id ?? ''
    await again.visit(`/paper-reviews/${second}`)
    expect(await again.page.locator('.note', { hasText: '10' }).count()).toBe(0)
    await again.page.getByRole('button', { name: /审\s?定/ }).focus()
    await again.page.keyboard.press('Enter')
    await typeAndSend(again, '审核意见', '同意')
    await again.page.getByRole('heading', { level: 1, name: /对照检查材料/ }).waitFor()
    expect((await head.call(endpoints.readPaper, about)).paper.state).toBe('approved')
  }, 180_000)
})
