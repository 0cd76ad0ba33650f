import { endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { feedbackPaper, seated } from '../../packages/server/src/testing/feedback.ts'
import type { Employee } from '../../packages/server/src/testing/office.ts'
import { faultsOf, fitsWidth, openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
let organiser: Employee
let head: Employee
beforeAll(async () => {
  web = await openWebOffice()
  organiser = await web.office.employ(web.office.water, 'organiser')
  head = await web.office.employ(web.office.water, 'head')
})
afterAll(() => web.close())

const TEXT = `中共临江市委第二巡察组关于巡察市水务局党组的反馈意见

一、贯彻上级部署方面

（一）落实节水任务不够有力

1.用水计划管理不严。2025年有9家单位超计划用水，没有加价。

2.管网改造进度迟缓。北街工程停工五个月。

二、意见建议

（一）提高站位。要认真整改。
`

it(
  'a feedback paper is confirmed item by item, claimed, brought into the ledger, and counted',
  { timeout: 240_000 },
  async () => {
    const { water } = web.office
    await seated(organiser, water, { personId: head.session.person.id, role: 'head' })
    await feedbackPaper({ author: organiser, approver: head }, water, TEXT)
    const body = { name: '市委第三轮巡察', edition: 'patrol' as const, fedBackOn: '2026-01-05' }
    const { id } = await organiser.call(endpoints.registerInspection, { params: { organisationId: water.id }, body })
    const path = `/inspections/${water.id}/${id}`

    const seat = await web.open()
    await seat.enter(organiser.login, path)
    const { page } = seat
    await page.getByRole('link', { name: '从反馈意见登记' }).click()
    await page.getByLabel('第 1 条的问题').waitFor()
    expect(await page.getByLabel('第 1 条的大类').inputValue()).toBe('贯彻上级部署方面')
    await page.getByLabel('第 2 条的方面').fill('管网改造')
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: '登记选中的 2 条' }).click()
    await page.getByText('已登记 2 条').waitFor()
    await page.getByRole('button', { name: '撤销这次登记' }).click()
    await page.getByRole('button', { name: '登记选中的 2 条' }).click()
    await page.getByRole('link', { name: '看登记的问题' }).click()
    await page.getByRole('status').filter({ hasText: '1 大类、2 个方面、2 条问题；还有 2 条没有列入台账' }).waitFor()

    await page.getByRole('button', { name: '列入台账：第 1 条' }).click()
    const form = page.getByRole('dialog', { name: '反馈的问题列入台账' })
    await form.getByLabel('完成时限').fill('2099年6月30日')
    await form.getByRole('button', { name: '列入台账' }).click()
    await page.getByRole('status').filter({ hasText: '还有 1 条没有列入台账' }).waitFor()
    await page.getByRole('button', { name: '登记答复' }).click()
    const answer = page.getByRole('dialog', { name: '登记答复' })
    await answer.getByLabel('答复', { exact: true }).fill('已书面答复市委巡察办')
    await answer.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText('已书面答复市委巡察办').waitFor()
    await seat.leave()

    const own = await web.open()
    await own.enter(head.login, '/')
    await own.page.getByText('认领反馈的问题：还有 2 条没有人认领').click()
    await own.page.getByRole('button', { name: '认领反馈的问题' }).click()
    const claim = own.page.getByRole('dialog', { name: '认领反馈的问题' })
    for (const box of await claim.getByRole('checkbox').all()) await box.check()
    await claim.getByRole('button', { name: '认领', exact: true }).click()
    await own.page.getByRole('status').filter({ hasText: '都有人认领' }).waitFor()
    await own.visit('/figures')
    await own.page.getByRole('button', { name: '反馈的问题 2 个，看由哪几行算出' }).waitFor()
    await own.page.getByRole('button', { name: '反馈问题正在推进 1 个，看由哪几行算出' }).waitFor()
    expect(await faultsOf(own, [path, `${path}/feedback`, '/feedback'])).toEqual([])
    expect([...seat.complaints, ...own.complaints]).toEqual([])
    await own.leave()

    const phone = await web.open({ width: 390, height: 844 })
    await phone.enter(head.login, path)
    await phone.page.getByRole('heading', { name: '反馈的问题' }).waitFor()
    expect(await fitsWidth(phone.page)).toBe(true)
    await phone.leave()
  },
)
