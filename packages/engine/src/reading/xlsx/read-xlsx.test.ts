import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../source-document.ts'
import { docxOf, paragraph } from '../testing/docx-of.ts'
import { wordsRow, xlsxOf, type TestSheet, type XlsxParts } from '../testing/xlsx-of.ts'
import { readXlsx } from './read-xlsx.ts'

function documentOf(sheets: readonly TestSheet[], parts?: XlsxParts): SourceDocument {
  const document = readXlsx(xlsxOf(sheets, parts), '台账.xlsx')
  if ('reason' in document) throw new Error(document.message)
  return document
}

const sheet = (rows: string, after = ''): TestSheet => ({ name: '台账', rows, after })
const cellTexts = (document: SourceDocument): string[] =>
  document.tables.flatMap(({ cells }) => cells.map(({ address, text }) => `${address} ${text}`))

describe('workbooks', () => {
  it('are read sheet by sheet, names first, cells with their spans', () => {
    const document = documentOf([
      { name: '台账', rows: wordsRow(1, '序号', '问题') + wordsRow(2, '1', '学习不够\n不经常') },
      { name: '空表', rows: '<row r="1"><c r="A1" s="0"/></row>' },
      { name: '备查', rows: wordsRow(1, '说明'), state: 'hidden' },
    ])
    expect(document.text).toBe('台账\n序号\t问题\n1\t学习不够\n不经常\n备查\n说明')
    expect(document.tables.map(({ name, rowCount, columnCount }) => [name, rowCount, columnCount])).toEqual([
      ['台账', 2, 2],
      ['备查', 1, 1],
    ])
    for (const { cells } of document.tables)
      for (const { start, end, text } of cells) expect(document.text.slice(start, end)).toBe(text)
    const [first] = document.tables
    expect(document.text.slice(first?.start, first?.end)).toBe('序号\t问题\n1\t学习不够\n不经常')
    expect(document.paragraphs.map(({ start, end }) => document.text.slice(start, end))).toEqual([
      '台账',
      '序号',
      '问题',
      '1',
      '学习不够',
      '不经常',
      '备查',
      '说明',
    ])
    expect(document.notes).toEqual(['工作表“备查”是隐藏的，已一并读取。'])
  })

  it('share strings, rich ones joined, without phonetic guides', () => {
    const strings = [
      '<t>问题</t>',
      '<r><rPr><b/></rPr><t>学习</t></r><r><t xml:space="preserve"> 不够</t></r><rPh sb="0" eb="1"><t>xue</t></rPh>',
      '<t>甲_x000D_\n乙</t>',
    ]
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>9</v></c></row>'
    expect(cellTexts(documentOf([sheet(rows)], { strings }))).toEqual(['A1 问题', 'B1 学习 不够', 'C1 甲\n乙'])
  })

  it('hold text only: what is none is left out, where it is written as a code too', () => {
    const strings = ['<t>缺_x0000_记_xD800_录_xDC00_</t>', '<t>好_xD83D__xDE00_</t>']
    const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    expect(cellTexts(documentOf([sheet(rows)], { strings }))).toEqual(['A1 缺记录', 'B1 好😀'])
  })

  it('show formula results, truth values, errors, numbers and dates', () => {
    const rows =
      '<row r="1"><c r="A1" t="str"><f>A2&amp;"项"</f><v>8项</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#REF!</v></c>' +
      '<c r="D1" s="1"><v>0.5</v></c><c r="E1" s="2"><v>45382</v></c><c r="F1" t="d"><v>2024-03-31T00:00:00</v></c><c r="G1"><f>1+1</f><v>2</v></c><c r="H1"><f>X</f></c></row>'
    const document = documentOf([sheet(rows)], { formats: [0, 9, 'yyyy"年"m"月"d"日"'] })
    expect(document.text).toBe('台账\n8项\tTRUE\t#REF!\t50%\t2024年3月31日\t2024/3/31\t2')
    expect(document.tables[0]?.cells.map(({ date }) => date)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      '2024-03-31',
      '2024-03-31',
      undefined,
    ])
  })

  it('show numbers in General where the format is an empty one, and text with what its format adds', () => {
    const rows =
      '<row r="1"><c r="A1" s="1"><v>12</v></c><c r="B1" s="2" t="inlineStr"><is><t>7</t></is></c><c r="C1" s="2"><v>7</v></c></row>'
    const document = documentOf([sheet(rows)], { formats: [0, '', '0;-0;0;"第"@"号"'] })
    expect(cellTexts(document)).toEqual(['A1 12', 'B1 第7号', 'C1 7'])
    expect(document.tables[0]?.cells.map(({ value }) => value)).toMatchObject([
      { type: 'number', raw: '12', format: 'General' },
      { type: 'text', raw: '7' },
      { type: 'number', raw: '7' },
    ])
  })

  it('count dates from 1904 where the workbook says so', () => {
    const document = documentOf([sheet('<row r="1"><c r="A1"><v>0</v></c></row>')], { formats: [14], uses1904: true })
    expect(document.tables[0]?.cells[0]?.date).toBe('1904-01-01')
  })

  it('give merged cells their area, cut to the words of the sheet, and hide what lies under them', () => {
    const rows = wordsRow(1, '标题', '藏') + wordsRow(2, '甲', '乙', '丙') + wordsRow(3, '', '丁')
    const document = documentOf([
      sheet(
        rows,
        '<mergeCells><mergeCell ref="A1:XFD1"/><mergeCell ref="A2:A3"/><mergeCell ref="C2:C1048576"/><mergeCell ref="x"/></mergeCells>',
      ),
    ])
    expect(
      document.tables[0]?.cells.map(({ address, rowSpan, columnSpan }) => `${address} ${rowSpan}×${columnSpan}`),
    ).toEqual(['A1 1×3', 'A2 2×1', 'B2 1×1', 'C2 2×1', 'B3 1×1'])
    expect(document.tables[0]).toMatchObject({ rowCount: 3, columnCount: 3 })
  })

  it('stay small when a sheet is formatted to its last row and column', () => {
    const empty = Array.from(
      { length: 20_000 },
      (_, i) => `<row r="${i + 2}" s="1" customFormat="1"><c r="A${i + 2}" s="1"/><c r="XFD${i + 2}" s="1"/></row>`,
    )
    const document = documentOf([
      sheet(wordsRow(1, '问题') + empty.join('') + '<row r="1048576"><c r="C1048576" s="1"/></row>'),
    ])
    expect(document.text).toBe('台账\n问题')
    expect(document.tables[0]).toMatchObject({ rowCount: 1, columnCount: 1 })
  })

  it('find the place of cells without references, and put rows in order', () => {
    expect(
      cellTexts(documentOf([sheet('<row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c><v>3</v></c></row>')])),
    ).toEqual(['A1 1', 'C1 2', 'A2 3'])
    const places =
      '<row r="1"><c r="A1" s="0"/><c><v>1</v></c></row><row r="3"/><row><c r="B4" s="0"/>\n<c><v>2</v></c><c r="E4"/><c r="F4"><v>3</v></c></row>'
    expect(cellTexts(documentOf([sheet(places)]))).toEqual(['B1 1', 'C4 2', 'F4 3'])
    expect(cellTexts(documentOf([sheet(wordsRow(5, '后') + wordsRow(2, '前'))]))).toEqual(['A2 前', 'A5 后'])
  })

  it('that are none, empty or endless are refused with the reason', () => {
    const reasonOf = (bytes: Uint8Array): string | undefined => {
      const result = readXlsx(bytes, '台账.xlsx')
      return 'reason' in result ? result.reason : undefined
    }
    const whole = xlsxOf([sheet(wordsRow(1, '问题'))])
    expect(reasonOf(docxOf(paragraph('文')))).toBe('unsupported')
    expect(reasonOf(xlsxOf([sheet('')]))).toBe('empty')
    expect(reasonOf(whole.subarray(0, whole.length - 200))).toBe('damaged')
    const repeated = Array.from(
      { length: 3000 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>0</v></c></row>`,
    )
    expect(reasonOf(xlsxOf([sheet(repeated.join(''))], { strings: [`<t>${'长'.repeat(30_000)}</t>`] }))).toBe('bomb')
  })
})
