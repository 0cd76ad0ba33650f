import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../source-document.ts'
import { docxOf, paragraph } from '../testing/docx-of.ts'
import { readDocx } from './read-docx.ts'

function documentOf(body: string): SourceDocument {
  const document = readDocx(docxOf(body), '清单.docx')
  if ('reason' in document) throw new Error(document.message)
  return document
}

const table = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`
const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`
const cell = (words: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${words
    .split('/')
    .map((line) => paragraph(line))
    .join('')}</w:tc>`
const RESTART = '<w:vMerge w:val="restart"/>'
const CONTINUE = '<w:vMerge/>'

/** Each cell as `row,column rows×columns words`. */
function drawn({ tables }: SourceDocument): string[] {
  return (tables[0]?.cells ?? []).map(
    ({ row: r, column, rowSpan, columnSpan, text }) => `${r},${column} ${rowSpan}×${columnSpan} ${text}`,
  )
}

describe('tables', () => {
  it('stand in the text with tabs and line breaks, each cell with its span', () => {
    const document = documentOf(
      paragraph('前') +
        table(row(cell('序号'), cell('问题')), row(cell('1'), cell('学习不够/不经常'))) +
        paragraph('后'),
    )
    expect(document.text).toBe('前\n序号\t问题\n1\t学习不够\n不经常\n后')
    const [found] = document.tables
    expect(document.text.slice(found?.start, found?.end)).toBe('序号\t问题\n1\t学习不够\n不经常')
    expect(found?.cells.every(({ start, end, text }) => document.text.slice(start, end) === text)).toBe(true)
    expect(document.paragraphs.map(({ style }) => style)).toEqual([
      'body',
      'cell',
      'cell',
      'cell',
      'cell',
      'cell',
      'body',
    ])
  })

  it('count merged cells once, with the rows and columns they cover', () => {
    const document = documentOf(
      table(
        row(cell('标题', '<w:gridSpan w:val="3"/>')),
        row(cell('甲', RESTART), cell('乙'), cell('丙', RESTART)),
        row(cell('', CONTINUE), cell('丁'), cell('', CONTINUE)),
        row(cell('戊', RESTART), cell('己'), cell('庚')),
      ),
    )
    expect(drawn(document)).toEqual([
      '0,0 1×3 标题',
      '1,0 2×1 甲',
      '1,1 1×1 乙',
      '1,2 2×1 丙',
      '2,1 1×1 丁',
      '3,0 1×1 戊',
      '3,1 1×1 己',
      '3,2 1×1 庚',
    ])
    expect(document.tables[0]).toMatchObject({ rowCount: 4, columnCount: 3 })
    expect(document.text).toBe('标题\n甲\t乙\t丙\n丁\n戊\t己\t庚')
  })

  it('begin rows further right, read rows in controls, leave out deleted rows', () => {
    const document = documentOf(
      table(
        `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell('甲')}</w:tr>`,
        `<w:sdt><w:sdtContent>${row(cell('乙'), `<w:sdt><w:sdtContent>${cell('丙')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
        `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('删')}</w:tr>`,
      ),
    )
    expect(drawn(document)).toEqual(['0,2 1×1 甲', '1,0 1×1 乙', '1,1 1×1 丙'])
  })

  it('inside cells are words of the cell, empty ones nothing', () => {
    const inner = `<w:tc>${paragraph('外')}${table(row(cell('内一'), cell('内二')), row(cell('内三')))}${table(row(cell('')))}<w:p/></w:tc>`
    const document = documentOf(table(row(inner, cell('旁'))))
    expect(drawn(document)).toEqual(['0,0 1×1 外\n内一\t内二\n内三', '0,1 1×1 旁'])
    expect(document.tables).toHaveLength(1)
  })

  it('keep empty cells, and stay small whatever the spans say', () => {
    const document = documentOf(
      table(row(cell(''), cell('甲'), cell('', '<w:gridSpan w:val="2000000000"/>')), row(cell(''))) + paragraph('后'),
    )
    expect(document.text).toBe('\t甲\t\n\n后')
    expect(document.tables[0]?.columnCount).toBeLessThanOrEqual(2000)
  })
})
