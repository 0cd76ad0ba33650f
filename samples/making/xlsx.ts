/** Writes a workbook as Excel does: shared strings, merged cells, dates as serial numbers with a Chinese format. */
import { strToU8, zipSync } from 'fflate'
import { relationshipsXml } from './docx-parts.ts'
import { mergesOf } from './table-rows.ts'
import { serialOf } from './xlsx-date.ts'

/** A sheet: its name and rows of cells, `<` and `^` for merged ones, `{yyyy-mm-dd}` for a date cell. */
export interface Sheet {
  readonly name: string
  readonly rows: string[][]
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const officeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The bytes of the workbook. */
export function writeXlsx(sheets: readonly Sheet[]): Uint8Array {
  const strings: string[] = []
  const files: Record<string, string> = {
    '_rels/.rels': relationshipsXml([['officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relationshipsXml([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/workbook.xml': `${declaration}<workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets.map((sheet, index) => `<sheet name="${sheet.name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/styles.xml': stylesXml,
  }
  sheets.forEach((sheet, index) => (files[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet, strings)))
  files['xl/sharedStrings.xml'] =
    `${declaration}<sst ${main} count="${strings.length}" uniqueCount="${strings.length}">${strings.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join('')}</sst>`
  files['[Content_Types].xml'] = contentTypes(sheets.length)
  const entries = Object.entries(files).map(
    ([name, content]) => [name, [strToU8(content), { mtime: new Date(2025, 0, 1) }]] as const,
  )
  return zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0], { level: 9 })
}

function sheetXml({ rows }: Sheet, strings: string[]): string {
  const data = rows.map((cells, row) => {
    const xml = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row + 1}`, strings))
    return `<row r="${row + 1}">${xml.join('')}</row>`
  })
  const merges = mergesOf(rows).map(
    ({ row, column, rowSpan, columnSpan }) =>
      `<mergeCell ref="${columnName(column)}${row + 1}:${columnName(column + columnSpan - 1)}${row + rowSpan}"/>`,
  )
  const merged = merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`
  return `${declaration}<worksheet ${main}><cols><col min="1" max="1" width="6" customWidth="1"/><col min="2" max="12" width="22" customWidth="1"/></cols><sheetData>${data.join('')}</sheetData>${merged}</worksheet>`
}

function cellXml(cell: string, address: string, strings: string[]): string {
  if (cell === '<' || cell === '^') return `<c r="${address}" s="1"/>`
  const [, date] = /^\{(\d{4}-\d{2}-\d{2})\}$/.exec(cell) ?? []
  if (date !== undefined) return `<c r="${address}" s="2"><v>${serialOf(date)}</v></c>`
  if (/^\d+$/.test(cell)) return `<c r="${address}" s="1"><v>${cell}</v></c>`
  strings.push(cell)
  return `<c r="${address}" s="1" t="s"><v>${strings.length - 1}</v></c>`
}

function columnName(column: number): string {
  return String.fromCharCode(65 + column)
}

function contentTypes(sheetCount: number): string {
  const sheets = Array.from(
    { length: sheetCount },
    (_, index) => [`worksheets/sheet${index + 1}`, 'worksheet'] as const,
  )
  const parts = [
    ['workbook', 'sheet.main'],
    ['styles', 'styles'],
    ['sharedStrings', 'sharedStrings'],
    ...sheets,
  ] as const
  return (
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
    parts
      .map(([part, type]) => `<Override PartName="/xl/${part}.xml" ContentType="${officeType}.${type}+xml"/>`)
      .join('') +
    '</Types>'
  )
}

const stylesXml =
  `${declaration}<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>` +
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf applyAlignment="1"><alignment wrapText="1" vertical="center"/></xf><xf numFmtId="176" applyNumberFormat="1"/></cellXfs></styleSheet>'
