import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Employee } from '../../packages/server/src/testing/office.ts'
import { givePost } from '../../packages/server/src/testing/records.ts'
import { faultsOf, fitsWidth, openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

const MEMBERS = 6

let web: WebOffice
let organiser: Employee
const names: string[] = []
beforeAll(async () => {
  web = await openWebOffice()
  const { office } = web
  const branch = await office.addOrganisation(office.city, '水务局机关党支部', 'branch')
  organiser = await office.employ(branch, 'organiser')
  for (let at = 0; at < MEMBERS; at += 1) {
    const member = await office.employ(office.waterOffice, 'member')
    names.push(member.session.person.name)
    const role = at === 0 ? 'secretary' : 'party_member'
    await givePost(office, { personId: member.session.person.id, bodyId: branch.id, role })
  }
})
afterAll(() => web.close())

it(
  'an appraisal goes from the form to the ballots on a phone, the votes, the grades, and the record of it',
  { timeout: 300_000 },
  async () => {
    const seat = await web.open()
    const { page } = seat
    await seat.enter(organiser.login, '/rounds')
    await page.getByRole('button', { name: '准备征求意见或评议' }).click()
    const form = page.getByRole('dialog', { name: '准备征求意见或评议' })
    await form.getByText('民主评议党员').click()
    await form.getByText('一张票填了什么不存').waitFor()
    expect(await form.getByLabel('征求的方面').count()).toBe(0)
    await form.getByLabel('名称', { exact: true }).fill('2026年度民主评议党员')
    await form.getByLabel('截止日期').fill('2099年12月31日')
    await form.getByLabel('群体名称').fill('支部党员')
    await form.getByLabel('邀请人数').fill('3')
    await form.getByText('请用纸质票').waitFor()
    await form.getByLabel('邀请人数').fill(String(MEMBERS))
    await form.getByText('不选就是支部的全体正式党员').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await form.getByRole('button', { name: '存下，先不开始' }).click()
    await page.getByRole('heading', { name: '2026年度民主评议党员', level: 1 }).waitFor()
    await page.getByText(names.join('、')).waitFor()
    const path = new URL(page.url()).pathname

    await page.getByRole('button', { name: '开始征集' }).click()
    await page
      .getByRole('dialog', { name: /^开始征集/ })
      .getByRole('button', { name: '开始征集' })
      .click()
    await page.getByRole('heading', { name: '钥匙和纸条', level: 1 }).waitFor()
    const keys: string[] = []
    for (const ordinal of ['第一把', '第二把', '第三把']) {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: `存${ordinal}`, exact: true }).click()
      keys.push(await (await download).path())
    }
    const codes = await page.getByRole('region', { name: '纸条：支部党员' }).locator('code').allTextContents()
    expect(codes).toHaveLength(MEMBERS)
    await page.getByLabel('纸条都印好了').check()
    await page.getByRole('button', { name: '都办好了' }).click()

    const phone = await web.open({ width: 390, height: 844 })
    const open = async (code: string): Promise<void> => {
      await phone.page.goto(`${web.address}/health`)
      await phone.page.goto(`${web.address}/answer#${code}`)
      await phone.page.getByRole('heading', { name: '2026年度民主评议党员' }).waitFor()
    }
    const choose = (name: string, grade: string): Promise<void> =>
      phone.page.getByRole('group', { name, exact: true }).getByLabel(grade, { exact: true }).check()
    await open(codes[0] ?? '')
    expect([await seriousFindings(phone.page), await fitsWidth(phone.page)]).toEqual([[], true])
    await phone.page.getByRole('button', { name: '投票' }).click()
    await phone.page.getByText('还没有选').waitFor()
    await choose(names[0] ?? '', '优秀')
    const asked: string[] = []
    phone.page.once('dialog', (dialog) => {
      asked.push(dialog.message())
      void dialog.accept()
    })
    await phone.page.getByRole('button', { name: '投票' }).click()
    await phone.page.getByText('票已经封好收下').waitFor()
    expect(asked).toEqual(['还有 5 行没有选，按弃权算。就这样投票？'])
    for (const code of codes.slice(1)) {
      await open(code)
      for (const [at, name] of names.entries()) await choose(name, at < 3 ? '优秀' : '合格')
      await phone.page.getByRole('button', { name: '投票' }).click()
      await phone.page.getByText('票已经封好收下').waitFor()
    }
    await open(codes[1] ?? '')
    await phone.page.getByText('用这张纸条交的票已经收到').waitFor()

    await page.getByRole('button', { name: '收回，计票' }).click()
    const close = page.getByRole('dialog', { name: '收回，计票' })
    await close.getByLabel('两把钥匙文件').setInputFiles(keys.slice(1))
    await close.getByRole('button', { name: '收回，计票' }).click()
    await page.getByText('票已经数好').waitFor()
    const table = page.getByRole('table', { name: '得票' })
    const first = table.getByRole('row', { name: new RegExp(names[0] ?? '') })
    expect((await first.getByRole('cell').allTextContents()).slice(1)).toEqual([
      ...['6', '0', '0', '0', '0', '优秀', '还没有评定'],
    ])
    expect(await faultsOf(seat, ['/rounds', path])).toEqual([])
    await page.setViewportSize({ width: 1440, height: 900 })

    await page.getByRole('button', { name: '评定等次' }).click()
    const decide = page.getByRole('dialog', { name: '评定等次' })
    for (const [at, name] of names.entries())
      await decide
        .getByRole('radiogroup', { name, exact: true })
        .getByLabel(at < 3 ? '优秀' : '合格', { exact: true })
        .check()
    expect(await seriousFindings(page)).toEqual([])
    await decide.getByRole('button', { name: '写上等次' }).click()
    await page.getByText('优秀3人，超过党员总数6人的三分之一（2人），请核对').waitFor()
    await page.getByText('评定：优秀3人，合格3人，基本合格0人，不合格0人').waitFor()

    await page.getByRole('link', { name: '记入履职记录' }).click()
    const record = page.getByRole('dialog', { name: '记一笔' })
    await record.getByText('民主评议党员').filter({ visible: true }).first().waitFor()
    expect(await record.getByLabel('参加人数').inputValue()).toBe(String(MEMBERS))
    expect([seat.complaints, phone.complaints, phone.foreign]).toEqual([[], [], []])
    await phone.leave()
    await seat.leave()
  },
)
