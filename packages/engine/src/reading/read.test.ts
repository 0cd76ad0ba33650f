import CFB from 'cfb'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { isUnreadable, LARGEST_FILE, read } from './read.ts'
import type { SourceDocument } from './source-document.ts'
import { encodeGb18030, encodeUtf16 } from './testing/encode.ts'
import { makeDoc } from './testing/make-doc.ts'
import { makeXls, makeXlsStream } from './testing/make-xls.ts'
import { makePdf } from './testing/make-pdf.ts'

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function hex(digits: string): Uint8Array {
  return Uint8Array.from(digits.padEnd(64, '0').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

function compound(...streams: readonly string[]): Uint8Array {
  const container = CFB.utils.cfb_new()
  for (const stream of streams) CFB.utils.cfb_add(container, `/${stream}`, new Uint8Array(5000))
  return new Uint8Array(CFB.write(container, { type: 'array' }))
}

function zip(...names: readonly string[]): Uint8Array {
  return zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<a/>')])))
}

const WORDS = '临江市档案局对照检查材料\n会前，认真开展了学习。\n一、学习不够深入。'
const DOCUMENT_XML = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${WORDS.split(
  '\n',
)
  .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
  .join('')}</w:body></w:document>`
const DOCX = zipSync({
  '[Content_Types].xml': strToU8(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
  'word/document.xml': strToU8(DOCUMENT_XML),
})
const XLSX = zipSync({
  '[Content_Types].xml': strToU8(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
  ),
  'xl/workbook.xml': strToU8(
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>',
  ),
  'xl/_rels/workbook.xml.rels': strToU8(
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
  'xl/worksheets/sheet1.xml': strToU8(
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>问题</t></is></c><c r="B1"><v>3</v></c></row></sheetData></worksheet>',
  ),
})
const DOC = makeDoc({ runs: [{ words: WORDS.replaceAll('\n', '\r') + '\r' }] })
const PDF = makePdf([{ words: [{ words: 'Learning is not deep enough yet.', x: 80, y: 700 }] }])
const MARKDOWN =
  '# 标题\n\n**一、问题**\n\n| 序号 | 问题 |\n|---|---|\n| 1 | 不深 |\n\n<table><tr><td>甲</td></tr></table>\n'
const WORKBOOK = {
  formats: ['#,##0.00'],
  sheets: [
    {
      name: '台账',
      merged: [[0, 0, 0, 1]] as const,
      cells: [
        { row: 0, column: 0, value: '整改台账' },
        { row: 1, column: 0, value: 11200, format: 0 },
        { row: 1, column: 1, value: { result: '学习' } },
      ],
    },
  ],
}
const XLS = makeXls(WORKBOOK)
const RTF = utf8(
  String.raw`{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 Song;}}\f0\u23398?{\listtext 1.}\'d1\'a7{\field{\*\fldinst TOC}{\fldrslt a}}\par\trowd\cellx100\clvmrg\cellx200\intbl a\cell b\cell\row{\footnote c}}`,
)
const WORD_XML =
  '<w:wordDocument><w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:nfc w:val="37"/></w:lvl></w:listDef></w:lists><w:body><w:p><w:r><w:t>学习</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>一</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:wordDocument>'
const EXCEL_XML =
  '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="台账"><Table><Row><Cell ss:MergeAcross="2"><Data ss:Type="Number">1</Data></Cell><Cell ss:Index="9"><Data>学习</Data></Cell></Row></Table></Worksheet></Workbook>'
const ODF =
  '<office:document><office:body><office:text><text:list><text:list-item><text:p>学习<text:s text:c="3"/></text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell table:number-rows-spanned="3"><text:p>一</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document>'
const HTML = '<html><body><p>一、问题</p><table><tr><td>甲</td><td>乙</td></tr></table></body></html>'

describe('files are read by what they contain', () => {
  it.each<[name: string, bytes: Uint8Array, format: string, notes: readonly string[]]>([
    ['材料.txt', utf8(WORDS), 'txt', []],
    ['材料.txt', utf8('# 标题\n\n## 一、问题\n\n正文'), 'md', []],
    ['材料.md', utf8(WORDS), 'md', []],
    ['材料', encodeGb18030(WORDS), 'txt', []],
    ['材料.docx', DOCX, 'docx', []],
    ['材料.doc', DOCX, 'docx', ['文件名的后缀是 .doc，内容其实是 Word 文档（.docx），已按内容读取。']],
    ['材料.docx', DOC, 'doc', ['文件名的后缀是 .docx，内容其实是旧版 Word 文档（.doc），已按内容读取。']],
    ['材料.wps', DOC, 'wps', []],
    ['材料.pdf', utf8(WORDS), 'txt', ['文件名的后缀是 .pdf，内容其实是纯文本，已按内容读取。']],
    ['台账.xls', XLSX, 'xlsx', []],
    ['材料.TXT', PDF, 'pdf', ['文件名的后缀是 .txt，内容其实是 PDF 文件，已按内容读取。']],
    ['材料.doc', utf8(HTML), 'html', ['文件内容其实是网页（HTML），只读取了其中的文字和表格。']],
  ])('%s %#', async (name, bytes, format, notes) => {
    expect(await read(bytes, name)).toMatchObject({ name, format, notes })
  })
})

describe('files that cannot be read get one sentence that says what they are and one that says what to do', () => {
  const huge = Object.defineProperty(new Uint8Array(0), 'length', { value: 2 * LARGEST_FILE })
  const toXlsx = '请在 Excel 或 WPS 中打开，另存为 .xlsx。'
  const saveAs = '请在 Word 或 WPS 中打开，另存为 .docx。'
  const damaged = [
    'damaged',
    '已损坏或不完整，无法读取。',
    '请在 Word 或 WPS 中打开并另存，打不开时请对方重新发送。',
  ] as const
  const workbookEncrypted = ['encrypted', '设有密码，无法读取。', '请在 Excel 或 WPS 中取消密码后另存一份。'] as const
  const encrypted = ['encrypted', '设有密码，无法读取。', '请在 Word 或 WPS 中取消密码后另存一份。'] as const

  it.each<[name: string, bytes: Uint8Array, reason: string, what: string, todo: string]>([
    ['空.docx', new Uint8Array(0), 'empty', '是空文件。', '请确认文件已保存完整，重新发送或导出。'],
    ['空白.txt', utf8(' \r\n　'), 'empty', '里面没有文字。', '请确认文件已保存完整，重新发送或导出。'],
    ['巨大.txt', huge, 'too_large', '超过 100 MB，没有读取。', '请删去其中的图片或拆分后再试。'],
    ['加密.docx', compound('EncryptionInfo', 'EncryptedPackage'), ...encrypted],
    ['加密.doc', makeDoc({ runs: [{ words: '学习\r' }], flags: 0x0300 }), ...encrypted],
    ['截断.docx', DOCX.subarray(0, DOCX.length / 2), ...damaged],
    ['截断.doc', DOC.subarray(0, 700), ...damaged],
    ['截断.pdf', PDF.subarray(0, 150), ...damaged],
    ['清零.docx', new Uint8Array(3000), ...damaged],
    [
      '乱码.txt',
      new Uint8Array(3000),
      'unsupported',
      '不是文字文件，内容无法识别。',
      '请另存为 .docx、.pdf（文字版）、.txt 或 .xlsx。',
    ],
    [
      '老.doc',
      makeDoc({ runs: [{ words: '学习\r' }], version: 104 }),
      'unsupported',
      '是 Word 95 或更早版本的文件，不能读取。',
      saveAs,
    ],
    ['加密.xlsx', compound('EncryptionInfo', 'EncryptedPackage'), ...workbookEncrypted],
    ['台账.xls', hex('0904060000001000'), 'unsupported', '是 Excel 4.0 的工作簿，不能读取。', toXlsx],
    ['台账.xls', zip('xl/workbook.bin'), 'unsupported', '是二进制的 Excel 工作簿（.xlsb），不能读取。', toXlsx],
    ['材料.doc', hex('dba52d00310001'), 'unsupported', '是 Word 2.0 的文件，不能读取。', saveAs],
    ['材料.doc', hex('ff57504300'), 'unsupported', '是 WordPerfect 的文件，不能读取。', saveAs],
    [
      '汇报.ppt',
      compound('PowerPoint Document'),
      'unsupported',
      '是演示文稿，不能读取。',
      '请把要审的文字另存为 .docx。',
    ],
    [
      '汇报.pptx',
      zip('[Content_Types].xml', 'ppt/presentation.xml'),
      'unsupported',
      '是演示文稿，不能读取。',
      '请把要审的文字另存为 .docx。',
    ],
    ['材料.wps', compound('CONTENTS'), 'unsupported', '是微软 Works 的文件，不能读取。', saveAs],
    [
      '材料.doc',
      utf8('MIME-Version: 1.0\nContent-Type: multipart/related'),
      'unsupported',
      '是单个文件网页（.mht），不能读取。',
      saveAs,
    ],
    [
      '材料.doc',
      utf8('<?xml version="1.0"?>\n<!DOCTYPE a><w:wordDocument/>'),
      'bomb',
      '里面声明了文档类型（DOCTYPE），正常的 Office 文件没有，为安全起见没有读取。',
      '请向提供者核实文件来源，在 Word、Excel 或 WPS 中另存后再试。',
    ],
    [
      '材料.ofd',
      zip('OFD.xml'),
      'unsupported',
      '是 OFD 版式文件，不能读取。',
      '请在阅读器中导出为 .pdf（文字版）或 .docx。',
    ],
    [
      '绘图.odg',
      zipSync({ 'content.xml': strToU8('<office:document-content><office:body/></office:document-content>') }),
      'unsupported',
      '是 OpenDocument 的演示文稿或绘图，不能读取。',
      '请把要审的文字另存为 .docx。',
    ],
    ['材料.zip', zip('材料.txt'), 'unsupported', '是压缩包，不能读取。', '请先解压，再读取其中的文件。'],
    ['材料.rar', hex('526172211a0700'), 'unsupported', '是压缩包，不能读取。', '请先解压，再读取其中的文件。'],
    [
      '照片.docx',
      hex('ffd8ffe000104a464946'),
      'unsupported',
      '是图片，不能读取。',
      '请提供文字版，或先用文字识别软件转换并校对。',
    ],
    ['安装.doc', hex('4d5a900003'), 'unsupported', '是程序，不能读取。', '不要打开它，请向提供者核实来源。'],
    ['录音.mp3', hex('49443303'), 'unsupported', '是音频或视频，不能读取。', '请提供文字稿。'],
  ])('%s: %s', async (name, bytes, reason, what, todo) => {
    expect(await read(bytes, name)).toEqual({ name, reason, message: `“${name}”${what}`, todo })
  })
})

/** What every document read must keep to. */
function checkSpans({ text, paragraphs, tables }: SourceDocument): void {
  let end = 0
  for (const paragraph of paragraphs) {
    expect(paragraph.start).toBeGreaterThanOrEqual(end)
    expect(paragraph.end).toBeGreaterThan(paragraph.start)
    end = paragraph.end
  }
  expect(end).toBeLessThanOrEqual(text.length)
  for (const table of tables) {
    for (const cell of table.cells) {
      expect(cell.start).toBeGreaterThanOrEqual(table.start)
      expect(cell.end).toBeGreaterThanOrEqual(cell.start)
      expect(cell.end).toBeLessThanOrEqual(table.end)
      expect(cell.row + cell.rowSpan).toBeLessThanOrEqual(Math.max(table.rowCount, cell.row + 1))
      expect(cell.column).toBeLessThan(table.columnCount)
    }
  }
}

describe('damaged files', () => {
  it('the number of a list whose end is lost does not reach into the next line', async () => {
    const damaged = RTF.slice(0, 197)
    for (const at of [79, 87]) damaged[at] = 0
    const result = await read(damaged, '材料.rtf')
    if (isUnreadable(result)) throw new Error(result.message)
    checkSpans(result)
  })

  const files: readonly [name: string, bytes: Uint8Array, runs: number][] = [
    ['材料.docx', DOCX, 300],
    ['台账.xlsx', XLSX, 300],
    ['材料.doc', DOC, 500],
    ['材料.pdf', PDF, 60],
    ['台账.xls', XLS, 400],
    ['台账.xls', makeXlsStream(WORKBOOK), 400],
    ['材料.rtf', RTF, 500],
    ['材料.doc', utf8(WORD_XML), 300],
    ['台账.xls', utf8(EXCEL_XML), 300],
    ['材料.fodt', utf8(ODF), 300],
    ['台账.csv', utf8('序号,问题\n1,"学习, 不够""深入"'), 300],
    ['台账.xls', utf8(HTML), 300],
    ['材料.md', utf8(MARKDOWN), 500],
    ['材料.html', utf8(HTML), 500],
    ['材料.txt', encodeGb18030(WORDS), 500],
    ['材料.txt', encodeUtf16(`\ufeff${WORDS}`, 'little'), 500],
  ]

  it.each(files)(
    '%s %# never throws, and what is read keeps its promises',
    async (name, bytes, numRuns) => {
      const change = fc.record({ at: fc.nat(bytes.length - 1), byte: fc.nat(255) })
      const damage = fc.record({
        changes: fc.array(change, { maxLength: 12 }),
        end: fc.oneof(fc.constant(bytes.length), fc.nat(bytes.length)),
      })
      await fc.assert(
        fc.asyncProperty(damage, async ({ changes, end }) => {
          const damaged = bytes.slice()
          for (const { at, byte } of changes) damaged[at] = byte
          const result = await read(damaged.subarray(0, end), name)
          if (!isUnreadable(result)) checkSpans(result)
          else expect(result.message).toMatch(/^“.+”.+。$/)
        }),
        { numRuns },
      )
    },
    60_000,
  )

  it('of any bytes never throw', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('a.docx', 'a.pdf', 'a.md', 'a'),
        async (bytes, name) => {
          const result = await read(bytes, name)
          if (!isUnreadable(result)) checkSpans(result)
        },
      ),
    )
  })
})
