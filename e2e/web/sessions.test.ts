import { readFile } from 'node:fs/promises'
import { endpoints } from '@duizhao/contract'
import { read } from '@duizhao/engine'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { someMeeting } from '../../packages/server/src/testing/meetings.ts'
import type { Employee } from '../../packages/server/src/testing/office.ts'
import { givePost } from '../../packages/server/src/testing/records.ts'
import { fitsWidth, openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
let organiser: Employee
let team: readonly Employee[]
let path: string

beforeAll(async () => {
  web = await openWebOffice()
  const { office } = web
  organiser = await office.employ(office.water, 'organiser')
  team = await Promise.all([1, 2, 3].map(() => office.employ(office.water, 'member')))
  for (const [at, { session }] of team.entries())
    await givePost(office, {
      ...{ personId: session.person.id, bodyId: office.water.id },
      role: at === 0 ? 'head' : 'deputy',
    })
  const { id } = await organiser.call(endpoints.createMeeting, {
    params: { organisationId: office.water.id },
    body: someMeeting({ name: '2026年度民主生活会' }),
  })
  path = `/meetings/${id}/session`
})
afterAll(() => web.close())

it(
  'two record a session: the quorum fails and holds, the line drops, nothing is lost; it ends with minutes and problems',
  { timeout: 240_000 },
  async () => {
    const names = team.map(({ session }) => session.person.name)
    const [head = '', second = '', third = ''] = names
    const one = await web.open()
    await one.signIn(organiser.login)
    await one.page.getByRole('heading', { name: '今天要做的事' }).waitFor()
    await one.page.goto(`${web.address}${path}`)
    await one.page.getByLabel('地点').fill('三楼会议室')
    await one.page.getByRole('button', { name: '开始' }).click()

    const { page } = one
    const quorum = page.getByRole('status').filter({ hasText: '应到 3 人' })
    await quorum.filter({ hasText: '够了' }).waitFor()
    await page.getByRole('button', { name: `${second}请假` }).click()
    await page.getByRole('button', { name: `${third}缺席` }).click()
    await quorum.filter({ hasText: '不够：应到 3 人，至少到 2 人，现在 1 人' }).waitFor()
    await page.getByRole('button', { name: `${second}到了` }).click()
    await quorum.filter({ hasText: '够了' }).waitFor()
    await page.getByRole('button', { name: /^自我批评和相互批评/ }).click()
    expect(await seriousFindings(page)).toEqual([])

    await page.getByText('修改召开日期、地点、主持人').click()
    await page.getByLabel('地点').fill('五楼会议室')
    await page.getByRole('button', { name: '改好' }).click()

    // One types a line, Enter writes it down and goes on to the next.
    const line = page.getByPlaceholder('一行说一个人')
    await line.fill('我下基层少，全年只去了4次')
    await line.press('Enter')
    await page.getByText(`${head}自我批评`).waitFor()
    expect(await page.getByLabel('提出人').inputValue()).toBe(team[1]?.session.person.id)
    await line.pressSequentially('工作认真负责，是我们的榜样')
    await line.press('Enter')
    await page.getByText('只有表扬').waitFor()

    // The other recorder, in another browser, with the post of the head.
    const two = await web.open()
    const { page: other } = two
    await two.signIn(team[0]?.login ?? '')
    await other.getByRole('heading', { name: '今天要做的事' }).waitFor()
    await other.goto(`${web.address}${path}`)
    await other.getByRole('button', { name: /^自我批评和相互批评/ }).click()
    await other.getByText('工作认真负责').waitFor()

    // The line drops for the one; what he types stays, over a page opened anew, and arrives when it is back.
    await page.route('**/api/meetings/**', (route) =>
      route.request().method() === 'GET' ? route.continue() : route.abort(),
    )
    await page.getByLabel('批评对象').selectOption({ label: third })
    await page.getByLabel('提出人').selectOption({ label: head })
    await line.fill('督促不够，三份报告都迟交了')
    await line.press('Enter')
    await page.getByText('连不上服务：1 行还没有送到').waitFor()
    await line.fill('还没有打完的半句')
    await page.reload()
    await page.getByText('连不上服务：1 行还没有送到').waitFor()
    await page.getByRole('button', { name: /^自我批评和相互批评/ }).click()
    expect(await line.inputValue()).toBe('还没有打完的半句')
    const otherLine = other.getByPlaceholder('一行说一个人')
    await other.getByLabel('批评对象').selectOption({ label: third })
    await other.getByLabel('提出人').selectOption({ label: second })
    await otherLine.fill('学习抓得不紧')
    await otherLine.press('Enter')
    await other.getByText('学习抓得不紧').waitFor()
    await page.unroute('**/api/meetings/**')
    await other.getByText('督促不够，三份报告都迟交了').waitFor()
    await page.getByText('学习抓得不紧').waitFor()
    await page.getByText('相互批评：应有 6 组，已有 3 组').waitFor()

    await line.fill('')
    await page.getByRole('button', { name: '结束会议' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '结束会议' }).click()
    await page.getByText('· 已结束').waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '会议记录（Word）' }).click(),
    ])
    const bytes = await readFile(await download.path())
    const document = await read(new Uint8Array(bytes), '会议记录.docx')
    const minutes = 'text' in document ? document.text : ''
    expect(minutes).toContain(`${second}：学习抓得不紧`)
    expect(minutes).toContain('地点：五楼会议室')

    // A remark becomes a problem of the ledger.
    await page.getByRole('button', { name: `列入台账：${head}对${third}` }).click()
    const dialogue = page.getByRole('dialog')
    await dialogue.getByText('督促不够，三份报告都迟交了').waitFor()
    expect(await dialogue.getByLabel('问题').inputValue()).toBe('')
    await dialogue.getByLabel('问题').fill('对分管科室督促不够')
    await dialogue.getByLabel('整改措施').fill('每周核对一次进度')
    await dialogue.getByLabel('完成时限').fill('2099-06-30')
    await dialogue.getByRole('button', { name: '列入台账' }).click()
    await page.getByText('已列入台账', { exact: false }).first().waitFor()
    await dialogue.waitFor({ state: 'hidden' })
    expect(await seriousFindings(page)).toEqual([])

    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${web.address}${path}`)
    await page.getByRole('navigation', { name: '议程' }).waitFor()
    await page.getByText('已记 4 条').waitFor()
    expect(await fitsWidth(page)).toBe(true)
    expect(await seriousFindings(page, false)).toEqual([])
    expect([one.foreign, one.complaints]).toEqual([[], []])
    await two.leave()
    await page.setViewportSize({ width: 1440, height: 900 })
    await one.leave()

    // Whom it is about sees what became of it.
    const absent = await web.open()
    await absent.enter(team[2]?.login ?? '', '/own-matters')
    await absent.page.getByText('督促不够，三份报告都迟交了').waitFor()
    await absent.page.getByText(/已列入台账，\d+ 号，已分派/).waitFor()
    expect(await seriousFindings(absent.page)).toEqual([])
    await absent.leave()
  },
)
