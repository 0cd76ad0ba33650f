import { endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf, openWebOffice, type WebOffice } from './testing/browser.ts'

let web: WebOffice
beforeAll(async () => {
  web = await openWebOffice()
})
afterAll(() => web.close())

const MATERIAL = `临江市水务局领导班子2025年度民主生活会对照检查材料

一、存在的突出问题

1.理论学习不够深入。比如，全年组织集中学习12次，其中5次以读文件代替研讨。

二、整改措施

1.每月集中研讨一次。
`

describe('the search', () => {
  it('finds papers by what they are called; a draft only for its author', async () => {
    const { office } = web
    const [author, colleague] = [
      await office.employ(office.education, 'member'),
      await office.employ(office.education, 'head'),
    ]
    const handIn = (name: string) =>
      author.call(endpoints.createPaper, {
        params: { organisationId: office.education.id },
        query: { kind: 'plan', title: `${name}渠首闸检修方案` },
        file: new File([MATERIAL], `${name}.txt`),
      })
    const [{ paper }] = [await handIn('送审的'), await handIn('没有写完的')]
    await author.call(endpoints.submitPaper, { params: { paperId: paper.id } })
    const found = async (login: string) => {
      const seat = await web.open()
      await seat.signIn(login)
      const { page } = seat
      await page.getByRole('heading', { name: '今天要做的事' }).waitFor()
      await page.keyboard.press('Control+k')
      await page.getByLabel('搜索的文字').fill('渠首闸检修')
      const entries = page.getByRole('list', { name: '搜索结果' }).getByRole('button')
      await entries.filter({ hasText: '送审的渠首闸检修方案' }).waitFor()
      return { seat, page, entries }
    }
    const own = await found(author.login)
    await expect.poll(() => own.entries.count()).toBe(2)
    await own.seat.leave()
    const others = await found(colleague.login)
    expect(await others.entries.count()).toBe(1)
    await others.page.keyboard.press('Enter')
    await others.page.getByRole('heading', { level: 1, name: '送审的渠首闸检修方案' }).waitFor()
    expect(others.seat.complaints).toEqual([])
    await others.seat.leave()
  })
})

describe('a paper', () => {
  it('is handed in, sent back, mended, approved and issued by two people in the browser', async () => {
    const { office } = web
    const author = await office.employ(office.water, 'member')
    const head = await office.employ(office.water, 'head')
    const seat = await web.open()
    await seat.signIn(author.login)
    const { page } = seat
    await page.getByRole('link', { name: '文稿', exact: true }).click()
    await page.getByRole('button', { name: '提交文稿' }).click()
    const dialogue = page.getByRole('dialog')
    const file = (text: string) => ({ name: '稿子.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
    await dialogue.locator('input[type=file]').first().setInputFiles(file(MATERIAL))
    await dialogue.getByRole('button', { name: /^提\s?交$/ }).click()
    await page.getByRole('heading', { level: 1, name: /对照检查材料/ }).waitFor()
    expect(await page.getByText(/问题 1 个、措施 1 个/).count()).toBe(1)
    const paperId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const reviewer = head.session.person.name
    await page.getByText(`送审以后由${reviewer}审核。`).waitFor()
    await page.getByRole('button', { name: /送\s?审/ }).click()
    await page.getByText(`已送审，等待${reviewer}审核。`).waitFor()
    await page.getByText(`等待${reviewer}审核。`, { exact: true }).waitFor()

    const params = { paperId }
    const { version } = (await head.call(endpoints.readPaper, { params })).paper
    await head.call(endpoints.returnPaper, { params, body: { reason: '问题没有写到人', version } })
    await page.reload()
    await page.getByText('问题没有写到人').waitFor()
    await page.getByRole('button', { name: '提交新版本' }).click()
    await dialogue
      .locator('input[type=file]')
      .first()
      .setInputFiles(file(MATERIAL.replace('每月', '每周')))
    await dialogue.getByLabel(/修改说明/).fill('写到了人')
    await dialogue.getByRole('button', { name: '提交这一版' }).click()
    await page
      .getByText(/第 2 版/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: /送\s?审/ }).click()
    await page.getByText('已送审').waitFor()
    await seat.leave()

    const other = await web.open()
    await other.signIn(head.login)
    await other.page
      .getByText(/^审核《/)
      .first()
      .click()
    await other.page.getByRole('button', { name: /审\s?定/ }).click()
    await other.page.getByRole('textbox', { name: '审核意见' }).fill('同意')
    await other.page
      .getByRole('dialog')
      .getByRole('button', { name: /审\s?定/ })
      .click()
    await other.page.getByText('已审定，接下来可以印发。').waitFor()
    await other.page.getByRole('button', { name: /印\s?发/ }).click()
    await other.page.getByLabel(/文号/).fill('江水〔2026〕3号')
    await other.page
      .getByRole('dialog')
      .getByRole('button', { name: /印\s?发/ })
      .click()
    await other.page
      .getByText(/印发，江水〔2026〕3号/)
      .first()
      .waitFor()
    expect(await faultsOf(other, ['/papers', `/papers/${paperId}`])).toEqual([])
    expect(other.complaints).toEqual([])
    await other.leave()
  })
})
