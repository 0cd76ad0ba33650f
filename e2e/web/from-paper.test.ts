import { endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { staffOf } from '../../packages/server/src/testing/ledger.ts'
import { fitsWidth, openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
beforeAll(async () => {
  web = await openWebOffice()
})
afterAll(() => web.close())

const TEXT = `临江市水务局领导班子2026年度民主生活会对照检查材料

一、存在的主要问题

（一）带头改进作风方面

1.巡查记录补记不及时。比如，三月的巡查记录月底一次补齐。

2.下乡调研不够深入。全年只去了两个乡镇，多是听汇报。

3.值班管理不严：一是交接没有签字；二是替班没有登记；三是夜间没有抽查。

二、原因剖析

1.巡查责任压得不实，巡查记录没有人核对。

三、下一步整改措施

1.巡查记录当天上传，科室每周核对一次巡查记录。

2.每季度到乡镇开展一次调研，形成调研报告。
`

it(
  'problems of approved papers come into the ledger, one from two papers, and are taken back',
  { timeout: 180_000 },
  async () => {
    const { office } = web
    const staff = await staffOf(office)
    const author = await office.employ(office.water, 'member')
    const approved = async (title: string): Promise<{ paperId: string; versionId: string }> => {
      const { paper, versions } = await author.call(endpoints.createPaper, {
        params: { organisationId: office.water.id },
        query: { title },
        file: new File([TEXT], `${title}.txt`),
      })
      const params = { paperId: paper.id }
      const { version } = (await author.call(endpoints.submitPaper, { params })).paper
      await staff.head.call(endpoints.approvePaper, { params, body: { opinion: '同意', version } })
      return { paperId: paper.id, versionId: versions[0]?.id ?? '' }
    }
    const [one, two] = [await approved('班子对照检查材料'), await approved('支部对照检查材料')]
    const seat = await web.open()
    await seat.enter(staff.organiser.login, `/papers/${one.paperId}`)
    const { page } = seat
    await page.getByRole('link', { name: /问题进台账/ }).click()
    await page.getByRole('heading', { level: 1, name: '《班子对照检查材料》里的问题' }).waitFor()
    await page.getByText('请核对：里面可能有几个问题').waitFor()
    expect(await seriousFindings(page)).toEqual([])

    // Nothing is chosen before somebody does, and a deadline is asked for.
    const send = page.getByRole('button', { name: '登记进台账' })
    expect(await send.isDisabled()).toBe(true)
    await page.getByRole('button', { name: '勾选没有疑问的 2 个' }).click()
    await send.click()
    await page.getByText('第 1 个还没有完成时限').waitFor()
    await page.getByLabel('完成时限', { exact: true }).first().fill('2099年6月30日')
    await page.getByRole('button', { name: '填进选中的 2 个' }).click()
    await page
      .getByRole('region', { name: '第 2 个问题' })
      .getByRole('button', { name: /核对、补全/ })
      .click()
    await page.getByLabel('问题', { exact: true }).fill('下乡调研不够深入，全年只去了两个乡镇')
    await page.reload()
    await page.getByText('选了 2 个').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await send.click()
    await page.getByText(/已登记进台账：新登记 2 个/).waitFor()
    expect(await page.getByRole('link', { name: /已登记，\d+ 号/ }).count()).toBe(2)
    const { items } = await staff.organiser.call(endpoints.listProblems, { query: { organisationId: office.water.id } })
    expect(items.map(({ text }) => text.slice(0, 8)).toSorted()).toEqual(['下乡调研不够深入', '巡查记录补记不及'])
    const first = items.find(({ text }) => text.startsWith('巡查'))

    // The same problem in another paper becomes one more origin of the row that is there.
    await seat.visit(`/paper-versions/${two.versionId}/problems`)
    await page.getByRole('button', { name: '核对、补全第 1 个问题' }).click()
    await page.getByLabel('并入台账的问题').click()
    await page.getByTitle(`${first?.number} 号　巡查记录补记不及时。比如，三月的巡查记录月底一次补齐。`).click()
    await page.getByText(`并入 ${first?.number} 号：只给它加上这一处出处`).waitFor()
    await page.getByRole('button', { name: '拆成两个', exact: false }).nth(2).click()
    expect(await page.getByRole('region', { name: /第 \d 个问题/ }).count()).toBe(4)
    await send.click()
    await page.getByText(`已登记进台账：并入 ${first?.number} 号`).waitFor()
    await seat.visit(`/problems/${first?.id}`)
    const origins = page.getByRole('region', { name: '出自' })
    await origins.getByText('《支部对照检查材料》第 1 版').waitFor()
    await origins.getByRole('link', { name: '《班子对照检查材料》第 1 版' }).click()
    await page.getByRole('heading', { level: 1, name: '班子对照检查材料' }).waitFor()
    expect(await page.locator('.paper-text mark').textContent()).toContain('巡查记录补记不及时')

    await seat.visit('/ledger-imports')
    const list = page.getByRole('table', { name: '导入记录' })
    await list.getByRole('button', { name: /撤销这次登记 《支部/ }).click()
    const dialogue = page.getByRole('dialog', { name: '撤销这次登记' })
    await dialogue.getByLabel('理由').fill('不是同一件事')
    await dialogue.getByRole('button', { name: '撤销登记' }).click()
    await list.getByText('不是同一件事').waitFor()
    const { origins: left } = await staff.organiser.call(endpoints.readProblem, {
      params: { problemId: first?.id ?? '' },
    })
    expect(left.map(({ title }) => title)).toEqual(['《班子对照检查材料》第 1 版'])
    await page.setViewportSize({ width: 390, height: 844 })
    await seat.visit(`/paper-versions/${two.versionId}/problems`)
    await page.getByRole('region', { name: '第 1 个问题' }).waitFor()
    expect(await fitsWidth(page)).toBe(true)
    expect(seat.complaints).toEqual([])
    await seat.leave()
  },
)
