import { afterAll, beforeAll, expect, it } from 'vitest'
import { receivedIncoming } from '../../packages/server/src/testing/inbox.ts'
import type { Employee } from '../../packages/server/src/testing/office.ts'
import { faultsOf, fitsWidth, openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
let organiser: Employee
let school: Employee
beforeAll(async () => {
  web = await openWebOffice()
  organiser = await web.office.employ(web.office.water, 'organiser')
  school = await web.office.employ(web.office.education, 'handler')
  await receivedIncoming(organiser, web.office.water.id, { receivedOn: '2026-03-02', text: '河堤的灯坏了半年没有修' })
})
afterAll(() => web.close())

it(
  'what came in is registered, passed on, taken over on a phone, told what is missing, and answered',
  { timeout: 240_000 },
  async () => {
    const seat = await web.open()
    const { page } = seat
    await seat.enter(organiser.login, '/inbox')
    await page.getByRole('table', { name: '来件' }).getByText('河堤的灯坏了半年没有修').waitFor()
    await page.getByRole('button', { name: '登记来件' }).click()
    const form = page.getByRole('dialog', { name: '登记来件' })
    await form.getByText('检举控告不在这里登记').waitFor()
    await form.getByText('信访事项').click()
    await form.getByText('15 日内告知受理与否，受理之日起 60 日内办结').waitFor()
    expect(await form.getByLabel('办理期限').count()).toBe(0)
    await form.getByText('请求事项').click()
    await form.getByRole('button', { name: '登记', exact: true }).click()
    await form.getByText('请写明来件的内容').waitFor()
    await form.getByLabel('内容').fill('孩子转学的证明不知道到哪里开')
    await form.getByLabel('来件人姓名、名称').fill('周来信')
    expect(await seriousFindings(page)).toEqual([])
    await form.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByRole('heading', { name: '请求事项：孩子转学的证明不知道到哪里开' }).waitFor()
    await page.getByText('周来信').waitFor()
    const path = new URL(page.url()).pathname

    await page.getByRole('button', { name: '转办', exact: true }).click()
    const passing = page.getByRole('dialog', { name: '转办' })
    await passing.getByLabel('转给的单位').click()
    await passing.getByLabel('转给的单位').fill('教育局')
    await page.getByTitle('临江市教育局（临江市委）').click()
    await passing.getByLabel('转办理由').fill('转学的证明由教育局开')
    await passing.getByRole('button', { name: '转办', exact: true }).click()
    await page.getByText('临江市教育局，还没有接收').waitFor()
    expect(await faultsOf(seat, ['/inbox', path])).toEqual([])

    const phone = await web.open({ width: 390, height: 844 })
    await phone.enter(school.login, '/inbox')
    await phone.page.getByText('转来待接收的').click()
    await phone.page.getByRole('link', { name: '孩子转学的证明不知道到哪里开' }).click()
    await phone.page.getByText('不在这里显示').waitFor()
    await phone.page.getByRole('button', { name: '接收转办' }).click()
    await phone.page.getByText('周来信').waitFor()
    for (const text of ['户口本的复印件', '还要原学校的证明']) {
      await phone.page.getByRole('button', { name: '一次告知' }).click()
      const telling = phone.page.getByRole('dialog', { name: '一次告知' })
      await telling.getByLabel('还缺什么').fill(text)
      await telling.getByRole('button', { name: '一次告知' }).click()
      await phone.page.getByRole('table', { name: '经过' }).getByText(text).waitFor()
    }
    await phone.page.getByText('告知缺什么已经 2 次').waitFor()
    await phone.page.getByRole('button', { name: '办结' }).click()
    const ending = phone.page.getByRole('dialog', { name: '办结' })
    await ending.getByLabel('答复').fill('证明已经开好，电话告知来取')
    expect([await seriousFindings(phone.page), await fitsWidth(phone.page)]).toEqual([[], true])
    await ending.getByRole('button', { name: '办结' }).click()
    await phone.page.getByText('已经办好：证明已经开好，电话告知来取').waitFor()
    expect([await seriousFindings(phone.page), await fitsWidth(phone.page)]).toEqual([[], true])
    expect([seat.complaints, phone.complaints, phone.foreign]).toEqual([[], [], []])
    await phone.leave()
    await seat.leave()
  },
)
