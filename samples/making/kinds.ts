/** Makes samples/kinds/: one ledger as it was sent out and as it came back, in every kind of file that offices send. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { type CellValue, writeXlsx } from '@duizhao/report'

type Rows = readonly (readonly CellValue[])[]

const HEADERS = ['序号', '存在问题', '整改措施', '责任人', '整改时限', '涉及金额', '整改进展']
const SENT: Rows = [
  [1, '公务用车登记不全，抽查三个月有九次没有写里程', '没有登记不出车', '古力', '2026年6月30日', 1200, ''],
  [2, '食堂采购没有比价，两家供应商长期不变', '每季度询价三家', '蓝玉', '2026年7月31日', 2500.5, ''],
  [3, '固定资产账实不符，二十六台设备找不到', '全面盘点一次', '尚阳', '2026年9月30日', 980.25, ''],
]
const RETURNED = SENT.map((row, i) => (i === 1 ? [...row.slice(0, 5), 8600.75, '已询价三家，换了一家'] : row))

/** What LibreOffice makes of the workbook that came back, and of the same list as a table of a page. */
const BOOKS = ['xls', 'ods'] as const
const TEXTS = ['doc', 'docx', 'rtf', 'odt'] as const

/** Writes them; those LibreOffice (`soffice`) makes only where `isConverting`. */
export function makeKinds(folder: string, isConverting: boolean): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, '下发.xlsx'), workbook(SENT))
  writeFileSync(join(folder, '交回.xlsx'), workbook(RETURNED))
  writeFileSync(join(folder, '交回.csv'), list(RETURNED))
  writeFileSync(join(folder, '交回（网页）.xls'), table(RETURNED))
  writeFileSync(join(folder, '交回（网页）.doc'), page(RETURNED))
  writeFileSync(join(folder, '交回（Excel 2003 XML）.xls'), excel2003(RETURNED))
  writeFileSync(join(folder, '交回（Word 2003 XML）.doc'), word2003(RETURNED))
  writeFileSync(join(folder, '交回（单个 XML）.doc'), flatPackage(RETURNED))
  if (!isConverting) return
  const work = join(folder, '.convert')
  mkdirSync(work)
  writeFileSync(join(work, '交回.xlsx'), workbook(RETURNED))
  writeFileSync(join(work, '交回.html'), page(RETURNED))
  for (const to of BOOKS) convert(join(work, '交回.xlsx'), to, folder)
  for (const to of TEXTS) convert(join(work, '交回.html'), to, folder)
  // WPS 表格 writes .et in the same records as .xls.
  copyFileSync(join(folder, '交回.xls'), join(folder, '交回.et'))
  rmSync(work, { recursive: true })
}

function workbook(rows: Rows): Uint8Array {
  const columns = HEADERS.map((header) => ({ header, width: 16 }))
  return writeXlsx([{ name: '整改台账', columns, rows }])
}

/** The rows with something around each cell and each row. */
function laidOut(rows: Rows, cell: (words: CellValue) => string, row: (cells: string) => string): string {
  return [HEADERS, ...rows].map((cells) => row(cells.map(cell).join(''))).join('')
}

function list(rows: Rows): string {
  return [HEADERS, ...rows].map((cells) => `${cells.map((cell) => `"${cell}"`).join()}\r\n`).join('')
}

/** As systems export it: a table of a page under the name of a workbook, a page under that of a text. */
function table(rows: Rows): string {
  const lines = laidOut(
    rows,
    (cell) => `<td>${cell}</td>`,
    (cells) => `<tr>${cells}</tr>`,
  )
  return `<table border="1">${lines}</table>`
}

function page(rows: Rows): string {
  return `<html><head><meta charset="utf-8"></head><body><p>整改台账</p>${table(rows)}</body></html>`
}

function excel2003(rows: Rows): string {
  const table = laidOut(
    rows,
    (cell) => `<Cell><Data ss:Type="${typeof cell === 'number' ? 'Number' : 'String'}">${cell}</Data></Cell>`,
    (cells) => `<Row>${cells}</Row>`,
  )
  const namespace = 'urn:schemas-microsoft-com:office:spreadsheet'
  return `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="${namespace}" xmlns:ss="${namespace}"><Worksheet ss:Name="整改台账"><Table>${table}</Table></Worksheet></Workbook>`
}

function wordTable(rows: Rows): string {
  const table = laidOut(
    rows,
    (cell) => `<w:tc><w:p><w:r><w:t>${cell}</w:t></w:r></w:p></w:tc>`,
    (cells) => `<w:tr>${cells}</w:tr>`,
  )
  return `<w:p><w:r><w:t>整改台账</w:t></w:r></w:p><w:tbl>${table}</w:tbl>`
}

function word2003(rows: Rows): string {
  return `<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>${wordTable(rows)}</w:body></w:wordDocument>`
}

function flatPackage(rows: Rows): string {
  const office = 'http://schemas.openxmlformats.org'
  return `<?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/_rels/.rels" pkg:contentType="application/vnd.openxmlformats-package.relationships+xml"><pkg:xmlData><Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships></pkg:xmlData></pkg:part><pkg:part pkg:name="/word/document.xml" pkg:contentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"><pkg:xmlData><w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${wordTable(rows)}</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>`
}

function convert(file: string, to: string, folder: string): void {
  const reader = extname(file) === '.html' ? ['--infilter=HTML (StarWriter)'] : []
  const { status } = spawnSync('soffice', ['--headless', ...reader, '--convert-to', to, '--outdir', folder, file])
  if (status !== 0) throw new Error(`soffice could not make .${to}`)
}
