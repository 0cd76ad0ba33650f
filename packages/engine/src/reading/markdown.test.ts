import { describe, expect, it } from 'vitest'
import { readMarkdown } from './markdown.ts'
import type { Paragraph, SourceDocument, Table } from './source-document.ts'

function documentOf(text: string): SourceDocument {
  const document = readMarkdown(new TextEncoder().encode(text), '材料.md')
  if ('reason' in document) throw new Error(document.message)
  return document
}

/** Each paragraph as "style: words". */
function shown(text: string): string[] {
  const document = documentOf(text)
  const styleOf = ({ style, level, bold }: Paragraph): string => `${style}${level ?? ''}${bold ? ' bold' : ''}`
  return document.paragraphs.map((paragraph) => `${styleOf(paragraph)}: ${text.slice(paragraph.start, paragraph.end)}`)
}

function grid(table: Table | undefined): string[] {
  return (table?.cells ?? []).map(({ row, column, rowSpan, columnSpan, text }) => {
    const size = rowSpan > 1 || columnSpan > 1 ? ` ${rowSpan}×${columnSpan}` : ''
    return `${row},${column}${size} ${text.replaceAll('\n', '/')}`
  })
}

describe('paragraphs of a Markdown file', () => {
  it('have the styles their marks say', () => {
    const text = '# 标题\n\n**一、问题**\n\n正文**重点**。\n\n**（****一****）****学习**\n\n原因\n---\n\n根源\n===\n'
    expect(shown(text)).toEqual([
      'heading1: # 标题',
      'body bold: **一、问题**',
      'body: 正文**重点**。',
      'body bold: **（****一****）****学习**',
      'heading2: 原因',
      'heading1: 根源',
    ])
  })

  it('leave out lines that show nothing and keep blanks to be filled in', () => {
    expect(shown('#\n\n&nbsp;\n\n---\n\n***\n\n____\n\n　　正文\r\n')).toEqual(['body: ____', 'body: 正文'])
  })

  it('a rule under a sentence does not make it a heading', () => {
    expect(shown('以上汇报，请批评指正。\n---\n')).toEqual(['body: 以上汇报，请批评指正。'])
  })
})

describe('pipe tables', () => {
  const text = '前言\n\n| 序号 | 问题 |\n|---|:-:|\n| 1 | **学习**不深<br>作风不实 |\n| 2 | 甲\\|乙 |\n\n后语'

  it('become cells with the words as shown and their places in the file', () => {
    const { tables, paragraphs } = documentOf(text)
    expect(tables).toHaveLength(1)
    expect(grid(tables[0])).toEqual(['0,0 序号', '0,1 问题', '1,0 1', '1,1 学习不深/作风不实', '2,0 2', '2,1 甲|乙'])
    const cell = tables[0]?.cells[3]
    expect(text.slice(cell?.start, cell?.end)).toBe('**学习**不深<br>作风不实')
    expect(paragraphs.map(({ style }) => style)).toEqual(['body', 'cell', 'cell', 'cell', 'body'])
  })

  it('may lack the outer bars, the rule or the words of the header', () => {
    expect(grid(documentOf('序号 | 问题\n--- | ---\n1 | 学习不深').tables[0])).toEqual([
      '0,0 序号',
      '0,1 问题',
      '1,0 1',
      '1,1 学习不深',
    ])
    expect(grid(documentOf('| 序号 | 问题 |\n| 1 | 学习不深 |').tables[0])).toHaveLength(4)
    expect(grid(documentOf('|  |  |\n|--|--|\n| 序号 | 问题 |\n| 1 |  |').tables[0])).toEqual([
      '0,0 序号',
      '0,1 问题',
      '1,0 1',
      '1,1 ',
    ])
  })

  it('a bar in running text makes no table', () => {
    expect(documentOf('甲|乙同志发言\n\n丙|丁同志发言').tables).toEqual([])
  })
})

describe('HTML tables', () => {
  it('keep merged cells', () => {
    const rows = '<tr><th rowspan="2">序号</th><th colspan=2>问题</th></tr>\n<tr><td>表述</td><td>表现</td></tr>'
    const text = `前言\n<table border="1">\n${rows}\n<tr><td>1</td><td><p>学习</p><p>不深</p></td><td>&nbsp;</td></tr></table>\n后语`
    const { tables, paragraphs } = documentOf(text)
    expect(grid(tables[0])).toEqual([
      '0,0 2×1 序号',
      '0,1 1×2 问题',
      '1,1 表述',
      '1,2 表现',
      '2,0 1',
      '2,1 学习/不深',
      '2,2 ',
    ])
    expect([tables[0]?.rowCount, tables[0]?.columnCount]).toEqual([3, 3])
    expect(paragraphs.map(({ style }) => style)).toEqual(['body', ...Array(6).fill('cell'), 'body'])
  })

  it('without end are text', () => {
    expect(documentOf('<table>\n<tr><td>1</td></tr>\n后语').tables).toEqual([])
  })

  it('may be longer than a call takes arguments', () => {
    const rows = '| 1 | 二 |\n'.repeat(200_000)
    const document = readMarkdown(new TextEncoder().encode(`| 序号 | 问题 |\n|---|---|\n${rows}`), '台账.md')
    expect('paragraphs' in document && document.paragraphs.length).toBe(200_001)
  })
})
