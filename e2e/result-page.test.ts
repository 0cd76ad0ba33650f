import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requireChromium } from '../tools/chromium.ts'

const root = resolve(import.meta.dirname, '..')

/** A made-up material of a made-up unit; `unit` and `own` make two of them differ where honest ones would. */
function material(unit: string, own: string): string {
  return `${unit}领导班子2024年度民主生活会对照检查材料

按照市委统一安排，现将对照检查情况报告如下。

一、存在的突出问题

（一）带头严守政治纪律和政治规矩方面

1.理论学习不够深入。比如，全年组织集中学习12次，其中5次以读文件代替研讨，${own}。

2.请示报告不够及时。比如，7月份一项重要工作拖了两周才报告，反映出对的要求的要求理解不深。

（二）带头履行全面从严治党政治责任方面

1.压力传导不到位，对下属单位的督促停留在开会发文上，XX同志分管的领域检查偏少，没有形成闭环。

二、原因分析

一是理想信念有所松懈，把业务工作当成硬任务，把党性锻炼当成软指标，久而久之降低了标准。

三、整改措施

一是完善学习制度，每季度至少安排一次专题研讨，由办公室负责，于2025年6月底前完成。
`
}

const copied =
  '这一段是两家单位完全相同的话，讲的是在推进重点项目时习惯于坐在办公室里听汇报，对基层反映的堵点难点没有沉下身子逐个研究，往往以文件落实文件、以会议落实会议，群众的获得感不强'

let browser: Browser
let page: Page
let address: string
const complaints: string[] = []

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-page-'))
  mkdirSync(join(folder, '材料'))
  writeFileSync(join(folder, '材料/甲.txt'), material('临江市水务局', copied))
  writeFileSync(
    join(folder, '材料/乙.txt'),
    material('临江市档案馆', `${copied}。</script><script>document.title='坏了'</script>`),
  )
  writeFileSync(join(folder, '材料/空.txt'), '')
  const { stderr } = spawnSync(
    process.execPath,
    [join(root, 'packages/cli/src/main.ts'), 'review', '材料', '--format', 'html', '--out', '结果'],
    { cwd: folder, encoding: 'utf8' },
  )
  expect(stderr).toContain('审核结果.html')
  address = pathToFileURL(join(folder, '结果/审核结果.html')).href
  browser = await chromium.launch({ executablePath: requireChromium(), args: ['--no-sandbox'] })
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== address) complaints.push(request.url())
  })
  await page.goto(address)
})

afterAll(async () => {
  await browser?.close()
})

/** Opens a place of the page and gives its script time to draw. */
async function open(place: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), place)
  await page.waitForTimeout(50)
}

describe('the result page', () => {
  it('lists the documents, sorted and narrowed as asked', async () => {
    expect(await page.locator('.list tbody tr').count()).toBe(2)
    await page.getByRole('button', { name: '标题' }).or(page.locator('.list th.title button')).click()
    expect(await page.locator('.list th.title').getAttribute('aria-sort')).toBe('ascending')
    await page.getByLabel('按标题或文件名找').fill('档案')
    expect(await page.locator('.list tbody tr').count()).toBe(1)
    await page.getByLabel('按标题或文件名找').fill('')
  })

  it('opens a document with every finding in the margin, level with its text', async () => {
    await page.locator('a.name', { hasText: '水务局' }).click()
    await page.waitForSelector('.paper')
    const levels = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.note')].map((note) => {
        const mark = document.querySelector(`.mark[data-keys*=" ${note.dataset['key']} "]`)
        return {
          beside:
            note.getBoundingClientRect().left >
            (document.querySelector('.paper')?.getBoundingClientRect().right ?? Infinity) - 1,
          off: note.getBoundingClientRect().top - (mark?.getBoundingClientRect().top ?? NaN),
        }
      }),
    )
    expect(levels.length).toBeGreaterThan(1)
    expect(levels.every(({ beside }) => beside)).toBe(true)
    expect(Math.min(...levels.map(({ off }) => Math.abs(off)))).toBeLessThan(20)
  })

  it('moves from finding to finding with j and k, and to other documents with brackets', async () => {
    await page.keyboard.press('j')
    expect(await page.locator('.note.open').getAttribute('data-key')).toBe('f0')
    await page.keyboard.press('j')
    expect(await page.locator('.note.open').getAttribute('data-key')).toBe('f1')
    expect(await page.locator('.note.open .head').evaluate((head) => head === document.activeElement)).toBe(true)
    await page.keyboard.press('k')
    expect(await page.locator('.note.open').getAttribute('data-key')).toBe('f0')
    const before = await page.locator('h1').textContent()
    await page.keyboard.press((await page.evaluate(() => location.hash)) === '#d0' ? ']' : '[')
    await page.waitForFunction((old) => document.querySelector('h1')?.textContent !== old, before)
    await page.keyboard.press('?')
    expect(await page.locator('#keys').isVisible()).toBe(true)
    await page.keyboard.press('Escape')
  })

  it('joins a mark and its card when either is pointed at', async () => {
    await open('d0')
    await page.locator('.mark.error').first().hover()
    expect(await page.locator('.note.joined').count()).toBeGreaterThan(0)
  })

  it('jumps from the structure to the text', async () => {
    await open('d0')
    await page.locator('.structure a.measure').first().click()
    await page.waitForFunction(() => {
      const place = document.querySelector('[id="d0-measure-1"]')?.getBoundingClientRect()
      return place !== undefined && place.top > 0 && place.top < innerHeight
    })
  })

  it('hides a severity and remembers it', async () => {
    await open('d0')
    await page.locator('.toggle').first().click()
    expect(await page.locator('.note.error:visible').count()).toBe(0)
    await open('d1')
    expect(await page.locator('.note.error:visible').count()).toBe(0)
    await page.locator('.toggle').first().click()
    expect(await page.locator('.note.error:visible').count()).toBeGreaterThan(0)
  })

  it('shows what two documents share side by side, level and joined', async () => {
    await open('similarity')
    await page.locator('.pair-link').first().click()
    await page.waitForSelector('.bands path.chosen')
    const tops = await page.evaluate(() =>
      [...document.querySelectorAll('.pane')].map(
        (pane) =>
          (pane.querySelector('.passage.chosen')?.getBoundingClientRect().top ?? NaN) -
          pane.getBoundingClientRect().top,
      ),
    )
    expect(tops).toHaveLength(2)
    expect(tops.every((top) => top >= 0 && top < 900)).toBe(true)
  })

  it('says what could not be read and what to do', async () => {
    await open('unreadable')
    expect(await page.locator('.unreadable li').count()).toBe(1)
    expect(await page.locator('.unreadable .todo').textContent()).toContain('请')
  })

  it('scrolls sideways nowhere on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    for (const place of ['overview', 'd0', 'd1', 'similarity', 's0', 'unreadable']) {
      await open(place)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), place).toBeLessThanOrEqual(390)
    }
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  it('prints every document with its findings as notes', async () => {
    await open('overview')
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await page.locator('#paper .paper').count()).toBe(2)
    expect(await page.locator('#paper .note').count()).toBeGreaterThan(2)
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    expect(await page.locator('#paper > *').count()).toBe(0)
  })

  it('loads nothing, complains of nothing and runs no words of a document', async () => {
    expect(complaints).toEqual([])
    expect(await page.title()).toContain('对照')
  })
})
