import { endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Employee } from '../../packages/server/src/testing/office.ts'
import { faultsOf, fitsWidth, openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
let organiser: Employee
beforeAll(async () => {
  web = await openWebOffice()
  organiser = await web.office.employ(web.office.water, 'organiser')
})
afterAll(() => web.close())

it(
  'a round goes from the form to the slips, the answers on a phone, the results, and back to the groups',
  { timeout: 300_000 },
  async () => {
    const seat = await web.open()
    const { page } = seat
    await seat.enter(organiser.login, '/rounds')
    await page.getByText('还没有征求过意见、评议过。先点“准备征求意见或评议”').waitFor()
    await page.getByRole('button', { name: '准备征求意见' }).click()
    const form = page.getByRole('dialog', { name: '准备征求意见' })
    await form.getByText('谁看得见什么').waitFor()
    await form.getByLabel('名称', { exact: true }).fill('2026年度民主生活会征求意见')
    await form.getByLabel('截止日期').fill('2099年12月31日')
    await form.getByLabel('群体名称').fill('机关基层代表')
    await form.getByLabel('邀请人数').fill('3')
    await form.getByText('一共 3 人，少于 5 人谁写的都猜得出').waitFor()
    for (const [index, name] of ['服务对象', '下属单位'].entries()) {
      await form.getByRole('button', { name: '再加一个群体' }).click()
      await form
        .getByLabel('群体名称')
        .nth(index + 1)
        .fill(name)
    }
    await form.getByLabel('邀请人数').first().fill('6')
    await form.getByLabel('征求的方面').fill('带头学习\n带头担当')
    expect(await seriousFindings(page)).toEqual([])
    await form.getByRole('button', { name: '存下，先不开始' }).click()
    await page.getByRole('heading', { name: '2026年度民主生活会征求意见', level: 1 }).waitFor()
    const path = new URL(page.url()).pathname
    expect(await faultsOf(seat, ['/rounds', path])).toEqual([])

    await page.getByRole('button', { name: '开始征集' }).click()
    const sure = page.getByRole('dialog', { name: /^开始征集/ })
    await sure.getByRole('button', { name: '开始征集' }).click()
    await page.getByRole('heading', { name: '钥匙和纸条', level: 1 }).waitFor()
    expect(await page.getByRole('button', { name: '都办好了' }).isDisabled()).toBe(true)
    const keys: string[] = []
    for (const ordinal of ['第一把', '第二把', '第三把']) {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: `存${ordinal}`, exact: true }).click()
      keys.push(await (await download).path())
    }
    const slips = page.getByRole('region', { name: '纸条：机关基层代表' })
    const codes = await slips.locator('code').allTextContents()
    const others = await page.getByRole('region', { name: '纸条：服务对象' }).locator('code').allTextContents()
    expect([codes.length, others.length]).toEqual([6, 9])
    expect(await seriousFindings(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await fitsWidth(page)).toBe(true)
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.emulateMedia({ media: 'print' })
    expect(await slips.isVisible()).toBe(true)
    expect(await page.getByText('只显示这一次').isVisible()).toBe(false)
    await page.emulateMedia({ media: null })
    await page.getByLabel('纸条都印好了').check()
    await page.getByRole('button', { name: '都办好了' }).click()

    const phone = await web.open({ width: 390, height: 844 })
    const answers = async (code: string, text: string): Promise<void> => {
      await phone.page.goto(`${web.address}/health`)
      await phone.page.goto(`${web.address}/answer`)
      await phone.page.getByLabel('纸条上的码').fill(code.toLowerCase())
      await phone.page.getByRole('button', { name: '打开' }).click()
      await phone.page.getByLabel('意见').first().fill(text)
      await phone.page.getByRole('button', { name: '交出意见' }).click()
      await phone.page.getByRole('heading', { name: '收到了' }).waitFor()
    }
    // As whoever scans the picture comes: the code is behind #, and is gone from the address at once.
    const asked: { readonly url: string; readonly cookie: string | undefined }[] = []
    phone.page.on('request', (request) => asked.push({ url: request.url(), cookie: request.headers()['cookie'] }))
    await phone.page.goto(`${web.address}/answer#${codes[0]}`)
    await phone.page.getByRole('heading', { name: '2026年度民主生活会征求意见' }).waitFor()
    expect(phone.page.url()).toBe(`${web.address}/answer`)
    await phone.page.getByText('做不到的').waitFor()
    expect([await seriousFindings(phone.page), await fitsWidth(phone.page)]).toEqual([[], true])
    await phone.page.getByRole('button', { name: '交出意见' }).click()
    await phone.page.getByText('还没有写意见').waitFor()
    await phone.page.getByLabel('意见').fill('班子调研少，报告里的例子三年没有换')
    await phone.page.getByLabel('方面').selectOption('带头担当')
    await phone.page.getByRole('button', { name: '再写一条' }).click()
    await phone.page.getByLabel('意见').nth(1).fill('会议太多')
    await phone.page.getByRole('button', { name: '交出意见' }).click()
    await phone.page.getByText('2 条意见已经封好收下').waitFor()
    expect(asked.filter(({ url }) => url.includes(codes[0] ?? ''))).toEqual([])
    expect(new Set(asked.map(({ cookie }) => cookie))).toEqual(new Set([undefined]))
    for (const [index, code] of codes.slice(1, 5).entries()) await answers(code, `代表的意见 ${index}`)
    await answers(others[0] ?? '', '窗口排队太久')
    await phone.page.goto(`${web.address}/health`)
    await phone.page.goto(`${web.address}/answer#${codes[1]}`)
    await phone.page.getByText('用这张纸条交的意见已经收到').waitFor()

    await page.getByRole('button', { name: '收回意见' }).click()
    const close = page.getByRole('dialog', { name: '收回意见' })
    await close.getByLabel('两把钥匙文件').setInputFiles(keys.slice(0, 1))
    await close.getByRole('button', { name: '收回，打开意见' }).click()
    await close.getByText('要两把不同的钥匙').first().waitFor()
    await close.getByLabel('两把钥匙文件').setInputFiles(keys.slice(1))
    await close.getByRole('button', { name: '收回，打开意见' }).click()
    await page.getByText('意见已经打开').waitFor()
    const list = page.getByRole('table', { name: '收到的意见' })
    await list.getByText('窗口排队太久').waitFor()
    // Six answers of two groups, one alone: none is told apart, or the one could be subtracted.
    await page.getByText('不写明是这个群体的').first().waitFor()
    expect(await list.getByRole('cell', { name: '机关基层代表', exact: true }).count()).toBe(0)
    expect(await faultsOf(seat, [path])).toEqual([])
    await page.setViewportSize({ width: 1440, height: 900 })

    expect(await page.getByRole('button', { name: '公布结果' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: '列入台账：班子调研少' }).click()
    const register = page.getByRole('dialog', { name: '意见列入台账' })
    await register.getByLabel('完成时限').fill('2099年6月30日')
    await register.getByRole('button', { name: '列入台账' }).click()
    await list.getByRole('link', { name: /已列入台账/ }).waitFor()
    await page.getByRole('button', { name: '写结果：会议太多' }).click()
    const ending = page.getByRole('dialog', { name: '意见的结果' })
    await ending.getByText('不采纳').click()
    await ending.getByLabel('说明或理由').fill('上级规定的会不能少')
    await ending.getByRole('button', { name: '写上结果' }).click()
    await list.getByText('不采纳：上级规定的会不能少').waitFor()
    const roundId = path.split('/').at(-1) ?? ''
    const { items } = await organiser.call(endpoints.listOpinions, { params: { roundId } })
    for (const { id, version } of items.filter(({ outcome }) => outcome === null)) {
      const body = { ending: 'explained' as const, reason: '已经在会上说明', version }
      await organiser.call(endpoints.endOpinion, { params: { opinionId: id }, body })
    }
    await page.reload()
    await page.getByRole('button', { name: '公布结果' }).click()
    await page.getByText('已公布').waitFor()

    await phone.page.goto(`${web.address}/health`)
    await phone.page.goto(`${web.address}/answer#${others[8]}`)
    await phone.page.getByText('不采纳：上级规定的会不能少').waitFor()
    await phone.page.getByText('【带头担当】班子调研少').waitFor()
    expect([await seriousFindings(phone.page), await fitsWidth(phone.page)]).toEqual([[], true])
    expect([seat.complaints, phone.complaints, phone.foreign]).toEqual([[], [], []])
    await phone.leave()
    await seat.leave()
  },
)
