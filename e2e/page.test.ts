import { globSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isUnreadable, read } from '@duizhao/engine'
import type { JsonResult } from '@duizhao/report'
import { unzipSync, zipSync } from 'fflate'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runCli } from '../packages/cli/src/testing/run-cli.ts'
import { requireChromium } from '../tools/chromium.ts'
import { buildPage } from '../tools/page.ts'

const root = resolve(import.meta.dirname, '..')
const samples = join(root, 'samples')
const materials = ['team-2024-water.md', 'copy-team-2024-transport.md'].map((name) => join(samples, 'materials', name))
const ledgers = join(samples, 'ledgers')

let browser: Browser
let context: BrowserContext
let page: Page
let address: string
let requests: string[]
let complaints: string[]

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-page-'))
  const path = join(folder, 'duizhao.html')
  writeFileSync(path, await buildPage())
  address = pathToFileURL(path).href
  browser = await chromium.launch({ executablePath: requireChromium(), args: ['--no-sandbox'] })
  context = await browser.newContext({ acceptDownloads: true })
  await context.setOffline(true)
  page = await context.newPage()
  page.on('request', (request) => requests.push(request.url()))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
})

afterAll(() => browser.close())

/** The page opened anew from disk, with the network off; every request and complaint is written down. */
beforeEach(async () => {
  requests = []
  complaints = []
  await page.setViewportSize({ width: 1440, height: 900 })
  // Over another address: to where it is already it would only go on.
  await page.goto('about:blank')
  await page.goto(address)
  return async () => {
    expect(requests.filter((url) => !url.startsWith(address) && !/^(?:blob|about):/.test(url))).toEqual([])
    expect(complaints).toEqual([])
    await page.evaluate(() => localStorage.clear())
  }
})

async function give(
  slot: string,
  files: readonly string[] | { name: string; mimeType: string; buffer: Buffer }[],
): Promise<void> {
  await page.locator(`input[data-slot="${slot}"]:not([data-folder])`).setInputFiles(files as string[])
}

async function choose(tool: string): Promise<void> {
  await page.locator(`input[name=tool][value=${tool}]`).check()
}

async function downloaded(button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`[data-download="${button}"]`).click(),
  ])
  return readFileSync(await download.path())
}

async function commandLine(...args: readonly string[]): Promise<unknown> {
  return JSON.parse((await runCli(samples, ...args)).out) as unknown
}

const nameOf = (path: string): string => path.split('/').at(-1) ?? path

describe('the one-file application', () => {
  it('reviews materials exactly as the command line does', async () => {
    await give('files', materials)
    await page.locator('#run-button').click()
    await page.locator('#menu a').first().waitFor()
    const here = JSON.parse((await downloaded('json')).toString()) as JsonResult
    const there = (await commandLine(
      'review',
      ...materials.map((path) => `materials/${nameOf(path)}`),
      '--format',
      'json',
    )) as JsonResult
    const plain = ({ documents, similarity }: JsonResult): unknown => ({
      documents: documents
        .map(({ path, ...rest }) => ({ ...rest, path: nameOf(path) }))
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
      similarity: similarity.map(({ shareOfA, shareOfB, passages }) => [
        new Set([shareOfA, shareOfB]),
        passages.length,
      ]),
    })
    expect(plain(here)).toEqual(plain(there))
    expect(here.documents.flatMap(({ findings }) => findings).length).toBeGreaterThan(5)
    await page.goto(`${address}#d0`)
    await page.locator('.note').first().waitFor()
    expect((await downloaded('html')).toString()).toContain('审核结果 · 对照')
    expect(Object.keys(unzipSync(await downloaded('xlsx')))).toContain('xl/workbook.xml')
  })

  it('reads PDF, Word and Excel, gives the Word file back with comments, and goes on past bad files', async () => {
    const bad = { name: '坏.docx', mimeType: '', buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0]) }
    const empty = { name: '空.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) }
    const word = {
      name: '班子.docx',
      mimeType: '',
      buffer: readFileSync(join(samples, 'folders/faults/一、会前准备/17领导班子对照检查材料.docx')),
    }
    await give('files', [bad, empty, word])
    await page.locator('#run-button').click()
    await page.locator('#menu a', { hasText: '未能读取 2' }).waitFor()
    const annotated = await read(await downloaded('annotated'), '班子（审核意见）.docx')
    expect(isUnreadable(annotated)).toBe(false)
  })

  it('reads PDF files, also with old Chinese encodings', async () => {
    const [pdf = ''] = globSync('*.pdf', { cwd: join(samples, 'materials') })
    await give('files', [join(samples, 'materials', pdf)])
    await page.locator('#run-button').click()
    await page.locator('#menu a').first().waitFor()
    const { documents } = JSON.parse((await downloaded('json')).toString()) as JsonResult
    expect(documents[0]?.characters).toBeGreaterThan(500)
  })

  it('opens a .zip and reads what is in it, file by file', async () => {
    const [first = '', second = ''] = materials
    const zip = zipSync({
      [`材料/${nameOf(first)}`]: readFileSync(first),
      [nameOf(second)]: readFileSync(second),
      '材料/照片.jpg': new Uint8Array([0xff, 0xd8, 0xff]),
    })
    await give('files', [{ name: '交回.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) }])
    await page.locator('#run-button').click()
    await page.locator('[data-download="json"]').waitFor()
    const result = JSON.parse((await downloaded('json')).toString()) as JsonResult
    expect(result.documents.map(({ path }) => path)).toEqual([
      `交回.zip/${nameOf(second)}`,
      `交回.zip/材料/${nameOf(first)}`,
    ])
  })

  it('finds who copied whom', async () => {
    await choose('compare')
    await give('files', materials)
    await page.locator('#run-button').click()
    await page.locator('main', { hasText: '97%' }).waitFor()
  })

  it.each([
    [
      'check',
      { files: ['folders/faults/二、会议期间/28会议记录.docx', 'folders/faults/二、会议期间/27签到表.xlsx'] },
      'check',
      '会议材料检查',
    ],
    [
      'reconcile',
      { files: ['反馈意见.docx', '整改方案.docx', '整改台账.xlsx'].map((name) => `inspections/county-2025/${name}`) },
      'reconcile',
      '逐项核对',
    ],
    ['lint', { files: ['ledgers/meeting-2025.xlsx'] }, 'ledger lint', '台账检查'],
    [
      'diff',
      { old: ['ledgers/merge/整改任务台账（下发）.xlsx'], new: ['ledgers/merge/交通局.xlsx'] },
      'ledger diff',
      '台账比较',
    ],
  ])('%s says what the command line says', async (tool, slots: Record<string, string[]>, command, name) => {
    await choose(tool)
    for (const [slot, files] of Object.entries(slots))
      await give(
        slot,
        files.map((file) => join(samples, file)),
      )
    await page.locator('#run-button').click()
    await page.locator('.static-result').waitFor()
    const here = (await downloaded(`${name}.json`)).toString()
    const there = JSON.stringify(
      await commandLine(...command.split(' '), ...Object.values(slots).flat(), '--format', 'json'),
      null,
      2,
    )
    const folders = /(?:folders\/faults\/[^/"]+\/|inspections\/county-2025\/|ledgers\/merge\/|ledgers\/)/g
    expect(JSON.parse(here)).toEqual(JSON.parse(there.replace(folders, '')))
  })

  it('merges returned copies and fills the superior’s form, and gives the workbooks', async () => {
    await choose('merge')
    await give('base', [join(ledgers, 'merge/整改任务台账（下发）.xlsx')])
    await give('copies', [join(ledgers, 'merge/县政府办公室.xlsx'), join(ledgers, 'merge/交通局.xlsx')])
    await page.locator('#run-button').click()
    await page.locator('.static-result', { hasText: '冲突' }).waitFor()
    const merged = await read(await downloaded('整改任务台账（下发）（汇总）.xlsx'), '汇总.xlsx')
    expect(!isUnreadable(merged) && merged.text).toContain('农村客运补贴资金拨付不及时')
    await page.locator('.brand').click()
    await choose('fill')
    await give('form', [join(ledgers, 'form-2026.xlsx')])
    await give('data', [join(ledgers, 'inspection-2025.xlsx')])
    await page.locator('#run-button').click()
    await page.locator('.static-result', { hasText: '填了 15 个问题' }).waitFor()
    const filled = await read(await downloaded('form-2026（已填）.xlsx'), '已填.xlsx')
    expect(!isUnreadable(filled) && filled.text).toContain('保障房空置率高')
  })

  it('stops when asked', async () => {
    const many = Array.from({ length: 60 }, (_, i) => ({
      name: `${i}.md`,
      mimeType: '',
      buffer: readFileSync(materials[i % 2] ?? ''),
    }))
    await give('files', many)
    await page.locator('#run-button').click()
    await page.locator('#cancel-button').click()
    await page.locator('#status', { hasText: '已经停下' }).waitFor()
    await page.locator('#run-button').waitFor()
  })

  it('keeps settings only if asked, and wipes everything', async () => {
    const stored = (): Promise<number> => page.evaluate(() => localStorage.length)
    await give('files', materials)
    expect(await stored()).toBe(0)
    await page.locator('#settings-button').click()
    await page.locator('#unit').fill('临江市水务局、水务局')
    await page.locator('#settings .primary').click()
    expect(await stored()).toBe(0)
    await page.locator('#settings-button').click()
    expect(await page.locator('#unit').inputValue()).toBe('临江市水务局、水务局')
    await page.locator('#kept').check()
    await page.locator('#settings .primary').click()
    expect(await stored()).toBe(1)
    await page.reload()
    await page.locator('#settings-button').click()
    expect(await page.locator('#unit').inputValue()).toBe('临江市水务局、水务局')
    await page.locator('#wipe-button').click()
    expect(await stored()).toBe(0)
    expect(await page.locator('.given').count()).toBe(0)
  })

  it.each([390, 1440])('fits %i pixels and has no serious fault of access', async (width) => {
    await page.setViewportSize({ width, height: 844 })
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    const look = async (): Promise<void> => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      // The page's own policy keeps scripts out; the browser's tools stand above it.
      const client = await context.newCDPSession(page)
      await client.send('Runtime.evaluate', { expression: axe })
      const { result } = await client.send('Runtime.evaluate', {
        expression:
          "axe.run().then(({ violations }) => JSON.stringify(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0].html.slice(0, 120)])))",
        awaitPromise: true,
      })
      expect(JSON.parse(String(result.value))).toEqual([])
    }
    await look()
    await choose('lint')
    await give('files', [join(ledgers, 'meeting-2025.xlsx')])
    await page.locator('#run-button').click()
    await page.locator('.static-result').waitFor()
    await look()
  })
})
