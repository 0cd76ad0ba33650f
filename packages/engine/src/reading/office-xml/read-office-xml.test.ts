import { describe, expect, it } from 'vitest'
import { isUnreadable, read } from '../read.ts'
import type { SourceDocument } from '../source-document.ts'

async function documentOf(xml: string, name: string): Promise<SourceDocument> {
  const document = await read(new TextEncoder().encode(xml), name)
  if (isUnreadable(document)) throw new Error(document.message)
  return document
}

const WORD_2003 = `

<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>
<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="x" xmlns:aml="a">
<w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/><w:suff w:val="Nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:listDef>
<w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists>
<w:styles><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>
<w:body><wx:sect><wx:sub-section>
<w:p><w:pPr><w:pStyle w:val="1"/><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/></w:listPr></w:pPr><w:r><w:t>问题</w:t></w:r></w:p>
<w:p><w:r><w:t>学习 </w:t></w:r><aml:annotation aml:id="1" w:type="Word.Insertion"><aml:content><w:r><w:t>不够</w:t></w:r></aml:content></aml:annotation><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>很</w:delText></w:r></aml:content></aml:annotation><aml:annotation w:type="Word.Comment"><aml:content><w:p><w:r><w:t>批注</w:t></w:r></w:p></aml:content></aml:annotation><st1:date xmlns:st1="s"><w:r><w:t>深入</w:t></w:r></st1:date><w:r><w:footnote><w:p><w:r><w:t>脚注</w:t></w:r></w:p></w:footnote></w:r></w:p>
<w:tbl><w:tr><w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>序号</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>一</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>二</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
</wx:sub-section></wx:sect></w:body></w:wordDocument>`

const FLAT = `<?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?>
<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/_rels/.rels" pkg:contentType="application/vnd.openxmlformats-package.relationships+xml"><pkg:xmlData><Relationships xmlns="r"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships></pkg:xmlData></pkg:part>
<pkg:part pkg:name="/word/media/a.png" pkg:contentType="image/png"><pkg:binaryData>AAAA</pkg:binaryData></pkg:part>
<pkg:part pkg:name="/word/document.xml" pkg:contentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"><pkg:xmlData><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>学习不够深入&amp;</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part></pkg:package>`

const EXCEL_2003 = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="d"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></Style><Style ss:ID="m"><NumberFormat ss:Format="Standard"/></Style></Styles>
<Worksheet ss:Name="台账"><Table><Row><Cell ss:MergeAcross="2"><Data ss:Type="String">整改台账</Data></Cell></Row>
<Row ss:Index="3"><Cell><Data ss:Type="Number">1</Data></Cell><Cell ss:Index="3" ss:StyleID="m"><Data ss:Type="Number">11200</Data></Cell><Cell ss:StyleID="d" ss:Formula="=TODAY()"><Data ss:Type="DateTime">2026-06-30T00:00:00.000</Data></Cell><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>学习</B>不够&#10;深入</ss:Data></Cell></Row></Table></Worksheet>
<Worksheet ss:Name="底稿"><Table><Row><Cell><Data ss:Type="Boolean">1</Data></Cell></Row></Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>`

describe('Office files of one XML', () => {
  it('Word 2003: numbering, changes, notes, tables', async () => {
    const { format, text, paragraphs, tables, notes } = await documentOf(WORD_2003, '材料.doc')
    expect(format).toBe('word-xml')
    expect(text.split('\n')).toEqual(['一、问题', '学习 不够深入', '序号\t一', '二', '脚注'])
    expect(paragraphs[0]).toMatchObject({ style: 'heading', level: 1, label: '一、' })
    expect(tables[0]?.cells[0]).toMatchObject({ rowSpan: 2, text: '序号' })
    expect(notes).toEqual([
      '文件名的后缀是 .doc，内容其实是 Word 的 XML 文件，已按内容读取。',
      '文档带有修订痕迹，按接受全部修订后的文字读取。',
    ])
  })

  it('a flat package', async () => {
    expect((await documentOf(FLAT, '材料.doc')).text).toBe('学习不够深入&')
  })

  it('Excel 2003: places, merged cells, formats, dates, rich text', async () => {
    const { format, tables, notes } = await documentOf(EXCEL_2003, '台账.xls')
    expect(format).toBe('excel-xml')
    expect(notes).toEqual(['工作表“底稿”是隐藏的，已一并读取。'])
    expect(tables[0]?.cells).toMatchObject([
      { address: 'A1', columnSpan: 3, text: '整改台账' },
      { address: 'A3', text: '1', value: { type: 'number', raw: '1' } },
      { address: 'C3', text: '11,200.00', value: { raw: '11200', format: '#,##0.00' } },
      { address: 'D3', text: '2026年6月30日', date: '2026-06-30', formula: true },
      { address: 'E3', text: '学习不够\n深入' },
    ])
  })
})
