import { describe, expect, it } from 'vitest'
import { findingSection, numbered } from './finding-section.ts'
import { placeWordsIn } from './place-words.ts'
import { verdictOn } from './verdict.ts'
import { sheetsOf } from '../workbook/testing/cells-of.ts'
import { plainJson } from '../plain/plain-json.ts'
import { plainPage } from '../plain/plain-page.ts'
import type { PlainReport } from '../plain/plain-report.ts'
import { plainText } from '../plain/plain-text.ts'
import { plainWorkbook } from '../plain/plain-workbook.ts'

const LONGEST = 32_767
const PAINT = { strong: String, faint: String, severity: (_: string, words: string) => words }

function reportOf(messages: readonly string[]): PlainReport {
  const findings = messages.map((message) => ({
    rule: 'agreement/problem-count',
    severity: 'error' as const,
    message,
    place: { kind: 'file', path: '会议/报告.txt' } as const,
    related: [],
  }))
  return {
    title: '检查',
    facts: ['看了1份'],
    verdict: verdictOn(findings, { looked: '1 份材料', nothing: '都对。' }),
    sections: [
      findingSection(numbered(findings), {
        heading: '要看的地方',
        placeWords: placeWordsIn([{ path: '会议/报告.txt', text: '' }]),
      }),
    ],
  }
}

describe('a list of findings in every format', () => {
  const report = reportOf(['=HYPERLINK("x")', '+1', '甲<乙>&“丙”', '第一行\n第二行'])

  it('has as many in the workbook, word by word, as the verdict says', async () => {
    const sheets = await sheetsOf(plainWorkbook(report))
    expect(sheets.get('概况')?.flat()).toEqual([
      '检查',
      '1 份材料，4 处要看，其中错误 4 处。',
      '看了1份',
      '要看的地方：4',
    ])
    const [header, ...rows] = sheets.get('要看的地方') ?? []
    expect(header).toEqual(['序号', '轻重', '说明', '位置', '规则'])
    expect(rows.map((row) => row[2])).toEqual(['=HYPERLINK("x")', '+1', '甲<乙>&“丙”', '第一行\n第二行'])
    expect(rows.map((row) => row[3])).toEqual(Array.from(rows, () => '报告.txt'))
  })

  it('has as many on the page, escaped, and on the screen', () => {
    const page = plainPage(report)
    expect(page.match(/<tr><td/g)).toHaveLength(4)
    expect(page).toContain('甲&lt;乙&gt;&amp;“丙”')
    expect(page).toContain('<h2>要看的地方（4）</h2>')
    const text = plainText(report, PAINT)
    expect(text.match(/^ {2}\d {2}轻重：错误/gm)).toHaveLength(4)
    expect(text.trimEnd().endsWith('1 份材料，4 处要看，其中错误 4 处。')).toBe(true)
  })

  it('has one sheet and a good verdict where nothing was found', async () => {
    const nothing = reportOf([])
    expect(nothing.verdict).toEqual({ tone: 'good', words: '都对。' })
    const sheets = await sheetsOf(plainWorkbook(nothing))
    expect([...sheets]).toEqual([['概况', [['检查'], ['都对。'], ['看了1份']]]])
    expect(plainPage(nothing)).not.toContain('<table')
  })

  it('keeps what a cell can hold, and cuts what it cannot, on no half character', async () => {
    const full = '长'.repeat(LONGEST)
    const sheets = await sheetsOf(plainWorkbook(reportOf([full, `${full}了`, `${'长'.repeat(LONGEST - 1)}𠮷`])))
    const lengths = sheets
      .get('要看的地方')
      ?.slice(1)
      .map((row) => String(row[2]).length)
    expect(lengths).toEqual([LONGEST, LONGEST, LONGEST - 1])
    expect(plainPage(reportOf([`${full}了`]))).toContain(`${full}了`)
  })

  it('is the result itself as JSON, with the version of its shape', () => {
    expect(JSON.parse(plainJson({ findings: ['=1'] }))).toEqual({ version: 2, result: { findings: ['=1'] } })
  })
})
