import { isUnreadable, read } from '@duizhao/engine'
import { writeXlsx } from '@duizhao/report'
import { printTable, secondsOf } from './measure.ts'

const ROWS = 5_000
const HEADERS = ['序号', '存在问题', '整改措施', '责任单位', '完成时限', '完成情况']

/** The same ledger as each kind of file an office sends; .xls, .et and .odt are left out, nothing here writes them. */
export async function benchReadingKinds(): Promise<void> {
  const rows = Array.from({ length: ROWS }, (_, i) => [
    String(i + 1),
    `第${i}号村道路养护不到位，坑槽${(i * 7) % 91}处`,
    `修补坑槽，每月巡查${(i % 5) + 1}次`,
    `单位${i % 40}`,
    `2026年${(i % 12) + 1}月`,
    i % 2 === 0 ? '正在推进' : '已完成',
  ])
  const kinds: readonly (readonly [kind: string, name: string, bytes: Uint8Array])[] = [
    [
      '.xlsx',
      '台账.xlsx',
      writeXlsx([{ name: '台账', columns: HEADERS.map((header) => ({ header, width: 16 })), rows }]),
    ],
    ['.csv', '台账.csv', textOf([HEADERS, ...rows].map((row) => row.join(',')).join('\n'))],
    ['.xls（网页）', '台账.xls', textOf(tableOf('table', 'tr', 'td', [HEADERS, ...rows]))],
    ['.xls（Excel 2003 XML）', '台账.xls', textOf(excelXml([HEADERS, ...rows]))],
    ['.doc（Word 2003 XML）', '台账.doc', textOf(wordXml([HEADERS, ...rows]))],
    ['.rtf', '台账.rtf', textOf(rtf([HEADERS, ...rows]))],
  ]
  const lines: string[][] = []
  for (const [kind, name, bytes] of kinds) {
    let cells = 0
    const seconds = await secondsOf(async () => {
      const document = await read(new Uint8Array(bytes), name)
      if (isUnreadable(document)) throw new Error(document.message)
      cells = document.tables.reduce((sum, table) => sum + table.cells.length, 0)
    })
    lines.push([kind, `${(bytes.length / 1024).toFixed(0)} KB`, `${seconds.toFixed(2)} s`, String(cells)])
  }
  printTable(['五千行的台账', '大小', '读一次', '读出的格'], lines)
}

type Rows = readonly (readonly string[])[]

const textOf = (words: string): Uint8Array => new TextEncoder().encode(words)

function tableOf(table: string, row: string, cell: string, rows: Rows): string {
  const lines = rows.map((words) => `<${row}>${words.map((each) => `<${cell}>${each}</${cell}>`).join('')}</${row}>`)
  return `<${table}>${lines.join('')}</${table}>`
}

function excelXml(rows: Rows): string {
  const lines = rows.map(
    (words) => `<Row>${words.map((each) => `<Cell><Data ss:Type="String">${each}</Data></Cell>`).join('')}</Row>`,
  )
  return `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="台账"><Table>${lines.join('')}</Table></Worksheet></Workbook>`
}

function wordXml(rows: Rows): string {
  const lines = rows.map(
    (words) => `<w:tr>${words.map((each) => `<w:tc><w:p><w:r><w:t>${each}</w:t></w:r></w:p></w:tc>`).join('')}</w:tr>`,
  )
  return `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:tbl>${lines.join('')}</w:tbl></w:body></w:wordDocument>`
}

function rtf(rows: Rows): string {
  const coded = (words: string): string =>
    [...words].map((char) => (char < '\u0080' ? char : String.raw`\u${char.charCodeAt(0)}?`)).join('')
  const places = HEADERS.map((_, i) => String.raw`\cellx${(i + 1) * 900}`).join('')
  const lines = rows.map(
    (words) =>
      String.raw`\trowd${places}` +
      words.map((each) => String.raw`\intbl ${coded(each)}\cell`).join('') +
      String.raw`\row`,
  )
  return String.raw`{\rtf1\ansi ` + lines.join('\n') + '}'
}
