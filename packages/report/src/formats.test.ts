import { describe, expect, it } from 'vitest'
import { countBySeverity } from './outcome/outcome.ts'
import { summarise } from './outcome/summary.ts'
import { outcomeOf } from './outcome/testing/outcome-of.ts'
import { resultPage } from './html/result-page.ts'
import type { PageDocument, PageOverview } from '@duizhao/view/data'
import { jsonResultSchema, toJsonResult } from './json/json-result.ts'
import { toText } from './text/text.ts'
import { sheetsOf } from './workbook/testing/cells-of.ts'
import { toWorkbook } from './workbook/workbook.ts'

const COPIED =
  '去年八月溪口断面的水尺被冲歪，站里的人打了三次电话我都说忙完再看，拖了十九天才派人校正，这期间报上去的水位全是估出来的，预报员后来在会上说起，我还怪他们不早说。'
const TEXTS = {
  '甲.txt': `个人对照检查材料\n水文站 乔慕白\n一、存在的问题\n1.=1+1的账也算不清，走访XX户。\n2.${COPIED}`,
  '乙.txt': `个人对照检查材料\n水文站 纪长风\n一、存在的问题\n1.仪器“<借>出”不登记，走访XX户，到过2025年2月30日的现场。\n2.${COPIED}`,
  '丙.txt': '',
}
const SETTINGS = {
  suppressions: [{ file: '甲.txt', rule: 'residue/placeholder', text: 'XX户', reason: '保密' }],
}
const PAINT = { strong: String, faint: String, severity: (_: string, words: string) => words }
const ASSETS = { style: '', script: '', styleHash: '', scriptHash: '' }

/** The data that lies in a page. */
function embedded<Data>(page: string, id: string): Data {
  const [, json = 'null'] =
    new RegExp(`<script type="application/json" id="${id}">(.*?)</script>`, 's').exec(page) ?? []
  return JSON.parse(json) as Data
}

const column = (rows: readonly (readonly unknown[])[], header: string): unknown[] => {
  const [headers = [], ...rest] = rows
  return rest.map((row) => row[headers.indexOf(header)])
}

describe('the text on a screen', () => {
  it('tells what is said of several places once, and names the places', async () => {
    const outcome = await outcomeOf({ '甲.txt': `材料\n${'学习xjp讲话，走访群众。\n'.repeat(12)}又见xjp。` })
    const text = toText(outcome, PAINT)
    expect(text.match(/residue\/abbreviated-name/g)).toHaveLength(1)
    expect(text).toContain('（共 13 处，另见 3:3、4:3、5:3、6:3、7:3、8:3、9:3、10:3 等）')
    expect(text).toContain('错误 13')
  })
})

describe('one outcome in every format', () => {
  it('has as many findings of each severity as were found', async () => {
    const outcome = await outcomeOf(TEXTS, SETTINGS)
    const findings = outcome.documents.flatMap((document) => document.findings)
    const { error, warning, advice } = countBySeverity(findings)
    expect(error).toBeGreaterThan(1)
    expect(warning).toBeGreaterThan(1)
    const counts = `错误 ${error}、疑点 ${warning}、建议 ${advice}`
    expect(summarise(outcome)).toContain(
      `审核意见 ${findings.length} 处（${counts}）；已决定不采纳 1 处；1 对材料雷同；1 个文件未能读取`,
    )

    const text = toText(outcome, PAINT)
    expect(text.match(/^ {2}[甲乙]\.txt:\d+:\d+ (?:错误|疑点|建议) /gm)).toHaveLength(findings.length)
    expect(text.match(/^ {2}[甲乙]\.txt:\d+:\d+ 不采纳 /gm)).toHaveLength(1)

    const json = jsonResultSchema.parse(JSON.parse(JSON.stringify(toJsonResult(outcome))))
    expect(countBySeverity(json.documents.flatMap((document) => document.findings))).toEqual({ error, warning, advice })
    expect(json.documents.flatMap(({ suppressed = [] }) => suppressed.map(({ reason }) => reason))).toEqual(['保密'])
    expect(json.documents.flatMap((document) => (document.error === undefined ? [] : [document.path]))).toEqual([
      '丙.txt',
    ])

    const sheets = await sheetsOf(toWorkbook(outcome))
    const overview = sheets.get('总览') ?? []
    const sum = (header: string): number =>
      column(overview, header).reduce<number>((all, each) => all + Number(each), 0)
    expect(['错误', '疑点', '建议', '不采纳'].map(sum)).toEqual([error, warning, advice, 1])
    const listed = sheets.get('审核意见') ?? []
    expect(column(listed, '不采纳的理由').filter((reason) => reason !== null)).toEqual(['保密'])
    expect(listed).toHaveLength(1 + findings.length + 1)

    const page = resultPage(outcome, ASSETS)
    const drawn = [0, 1].flatMap((i) => embedded<PageDocument>(page, `document-${i}`).findings)
    expect(countBySeverity(drawn.filter(({ reason }) => reason === undefined))).toEqual({ error, warning, advice })
    const told = embedded<PageOverview>(page, 'overview')
    expect(told.summary).toBe(summarise(outcome))
    expect(told.documents.reduce((all, each) => all + each.error + each.warning + each.advice, 0)).toBe(findings.length)
    expect(drawn.filter(({ pair }) => pair === 0)).toHaveLength(2)
  })

  it('quotes the same words: texts that look like formulas or markup stay texts', async () => {
    const outcome = await outcomeOf(TEXTS, SETTINGS)
    const sheets = await sheetsOf(toWorkbook(outcome))
    const problems = column(sheets.get('问题清单') ?? [], '问题')
    expect(problems.map((words) => String(words).slice(0, 6))).toContain('=1+1的账')
    expect(problems.some((words) => String(words).includes('“<借>出”'))).toBe(true)
    const page = resultPage(outcome, ASSETS)
    expect(page).not.toContain('<借>')
    expect(embedded<PageDocument>(page, 'document-1').text).toBe(TEXTS['乙.txt'])
  })

  it('keeps shares and line numbers as numbers', async () => {
    const outcome = await outcomeOf(TEXTS)
    const sheets = await sheetsOf(toWorkbook(outcome))
    const [pair] = outcome.similarity
    const alike = sheets.get('雷同比对') ?? []
    expect(column(alike, '占甲')).toEqual(pair?.passages.map(() => pair.shareOfA))
    expect(column(alike, '相同的文字（取自甲）').join('')).toContain('溪口断面的水尺被冲歪')
    expect(column(sheets.get('审核意见') ?? [], '行').every((line) => typeof line === 'number' && line >= 1)).toBe(true)
  })

  it('says so where there is nothing: headers stand alone, totals are nought', async () => {
    const outcome = await outcomeOf({})
    expect(summarise(outcome)).toBe(
      '审核 0 份材料，读出问题 0 个；审核意见 0 处（错误 0、疑点 0、建议 0）；没有发现雷同。',
    )
    const sheets = await sheetsOf(toWorkbook(outcome))
    expect([...sheets.keys()]).toEqual(['总览', '审核意见', '问题清单', '雷同比对', '未能读取'])
    expect([...sheets.values()].map((rows) => rows.length)).toEqual([1, 1, 1, 1, 1])
    expect(jsonResultSchema.parse(toJsonResult(outcome))).toEqual({ version: 1, documents: [], similarity: [] })
  })
})
