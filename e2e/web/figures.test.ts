import { endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf, openWebOffice, type WebOffice } from './testing/browser.ts'

let web: WebOffice
beforeAll(async () => {
  web = await openWebOffice()
})
afterAll(() => web.close())

const MATERIAL = `临江市水务局领导班子2026年度民主生活会对照检查材料

今年以来，集中学习2次，每季度对意识形态进行一次研判。查摆的10个问题均已整改到位。
`

describe('figures', () => {
  it('open their rows, and a paper that says otherwise is told so, then and later', async () => {
    const { office } = web
    const organiser = await office.employ(office.water, 'organiser')
    const params = { organisationId: office.water.id }
    const enter = (kinds: ['study' | 'analysis'], onDay: string) =>
      organiser.call(endpoints.createRecord, { params, body: { kinds, onDay, subjects: ['意识形态'] } })
    const year = new Date().getFullYear()
    const study = await enter(['study'], `${year}-01-08`)
    await enter(['study'], `${year}-01-09`)
    await enter(['analysis'], `${year}-02-09`)
    const { paper, versions } = await organiser.call(endpoints.createPaper, {
      params,
      file: new File([MATERIAL.replaceAll('2026', String(year))], '对照检查材料.txt'),
    })

    const seat = await web.open()
    await seat.signIn(organiser.login)
    const { page } = seat
    await page.getByRole('button', { name: '全部菜单' }).click()
    await page.getByRole('link', { name: '数字', exact: true }).click()
    await page.getByRole('button', { name: /集中学习 2 次/ }).click()
    const rows = page.getByRole('dialog')
    await rows.getByText(`${year}年1月8日`).waitFor()
    expect(await rows.getByRole('link', { name: '集中学习' }).count()).toBe(2)
    await page.keyboard.press('Escape')

    await seat.visit(`/papers/${paper.id}`)
    await page.getByRole('link', { name: '对数：第 1 版' }).click()
    // Of the whole year, whatever day it is: all four quarters but one are missing.
    await page.getByLabel('截止日期').fill(`${year}-12-31`)
    await page.getByText('读到 4 个数：不一致 3，一致 1。').waitFor()
    await page.getByText(`缺：${year}年第二季度、${year}年第三季度、${year}年第四季度`).waitFor()
    await page.getByRole('button', { name: '记下今天的数' }).click()
    await page.getByText(/已记下/).waitFor()
    const { id: recordId, version } = study
    await organiser.call(endpoints.withdrawRecord, { params: { recordId }, body: { reason: '记错了', version } })
    await page.reload()
    await page.getByLabel('截止日期').fill(`${year}-12-31`)
    await page.getByText('现为 1').waitFor()
    const versionId = versions[0]?.id ?? ''
    expect(await faultsOf(seat, ['/figures', `/paper-figures/${versionId}`])).toEqual([])
    expect(seat.complaints).toEqual([])
    await seat.leave()
  })
})
