import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { isUnreadable, read } from '../read.ts'
import type { SourceDocument } from '../source-document.ts'

async function documentOf(files: Readonly<Record<string, string>>, name: string): Promise<SourceDocument> {
  const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([path, words]) => [path, strToU8(words)])))
  const document = await read(bytes, name)
  if (isUnreadable(document)) throw new Error(document.message)
  return document
}

const TEXT = `<office:document-content><office:automatic-styles><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"><style:list-level-properties><style:list-level-label-alignment text:label-followed-by="nothing"/></style:list-level-properties></text:list-level-style-number></text:list-style></office:automatic-styles>
<office:body><office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>删去</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:table-of-content><text:index-body><text:p>目录行</text:p></text:index-body></text:table-of-content>
<text:p text:style-name="Title">对照检查材料</text:p>
<text:list text:style-name="L1"><text:list-item><text:p>学习<text:span>不够</text:span>  深<text:s text:c="2"/>入<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>脚注</text:p></text:note-body></text:note></text:p></text:list-item>
<text:list-item><text:p>请示&amp;报告<text:line-break/>不及时</text:p></text:list-item></text:list>
<text:h text:outline-level="2">措施<office:annotation><text:p>批注</text:p></office:annotation></text:h>
<text:p><draw:frame><draw:text-box><text:p>文本框</text:p></draw:text-box></draw:frame></text:p>
<table:table><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>一</text:p></table:table-cell><table:table-cell><text:p>二</text:p></table:table-cell></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell><text:p>三</text:p><text:p>四</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>`

const SHEETS = `<office:document-content><office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
<number:number-style style:name="N2"><number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style><style:style style:name="ce1" style:data-style-name="N2"/>
<number:date-style style:name="N3"><number:year number:style="long"/><number:text>年</number:text><number:month/><number:text>月</number:text><number:day/><number:text>日</number:text></number:date-style><style:style style:name="ce2" style:data-style-name="N3"/></office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="台账"><table:table-row><table:table-cell table:number-columns-spanned="3" office:value-type="string"><text:p>整改台账</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row><table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2" table:style-name="ce1" office:value-type="float" office:value="11200" table:formula="of:=1"><text:p>11,200.00</text:p></table:table-cell><table:table-cell table:style-name="ce2" office:value-type="date" office:date-value="2026-06-30"><text:p>2026年6月30日</text:p></table:table-cell><table:table-cell office:value-type="string"><office:annotation><text:p>批注</text:p></office:annotation><text:p>学习</text:p><text:p>请示</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048571"><table:table-cell/></table:table-row></table:table>
<table:table table:name="底稿" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`

describe('OpenDocument', () => {
  it('text: numbering, notes, text boxes, tables', async () => {
    const { format, text, paragraphs, tables, notes } = await documentOf({ 'content.xml': TEXT }, '材料.odt')
    expect(format).toBe('odt')
    expect(text.split('\n')).toEqual([
      '对照检查材料',
      '一、学习不够 深  入',
      '二、请示&报告',
      '不及时',
      '措施',
      '文本框',
      '一\t二',
      '三',
      '四',
      '脚注',
    ])
    expect(paragraphs.map(({ style }) => style).slice(0, 6)).toEqual([
      'title',
      'body',
      'body',
      'body',
      'heading',
      'textbox',
    ])
    expect(tables[0]?.cells.map(({ row, column, rowSpan, text: words }) => [row, column, rowSpan, words])).toEqual([
      [0, 0, 2, '一'],
      [0, 1, 1, '二'],
      [1, 1, 1, '三\n四'],
    ])
    expect(notes).toEqual(['文档带有修订痕迹，按接受全部修订后的文字读取。', '文档中的自动目录没有读取。'])
  })

  it('spreadsheets: values, formats, dates, repeated and merged cells', async () => {
    const { format, tables, notes } = await documentOf({ 'content.xml': SHEETS }, '台账.ods')
    expect(format).toBe('ods')
    expect(notes).toEqual(['工作表“底稿”是隐藏的，已一并读取。'])
    const money = { text: '11,200.00', formula: true, value: { type: 'number', raw: '11200', format: '#,##0.00' } }
    expect(tables[0]?.cells).toMatchObject([
      { address: 'A1', columnSpan: 3, text: '整改台账' },
      { address: 'A4', text: '1', value: { raw: '1', format: 'General' } },
      { address: 'B4', ...money },
      { address: 'C4', ...money },
      { address: 'D4', date: '2026-06-30', value: { raw: '46203', format: 'yyyy"年"m"月"d"日"' } },
      { address: 'E4', text: '学习\n请示' },
    ])
  })

  it('with a password is refused as that', async () => {
    const manifest = '<manifest:manifest><manifest:encryption-data/></manifest:manifest>'
    const bytes = zipSync({ 'content.xml': strToU8('x'), 'META-INF/manifest.xml': strToU8(manifest) })
    expect(await read(bytes, '材料.odt')).toMatchObject({ reason: 'encrypted' })
  })
})
