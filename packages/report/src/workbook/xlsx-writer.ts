import { strToU8, zipSync } from 'fflate'
import { columnLetters, escapeMarkup, firstOf } from '@duizhao/engine/wording'

/** A sheet as a table under one header row. */
export interface Sheet {
  readonly name: string
  /** Stands large above the table. */
  readonly title?: string
  /** Lines between title and header: 填报单位, 填报日期. */
  readonly above?: readonly string[]
  /** Lines below the table: 注, 填表人. */
  readonly below?: readonly string[]
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly CellValue[])[]
  /** Cells of a column that are one: `row` and the rows after it, as many as `rowSpan` says. From 0, below the header. */
  readonly merged?: readonly { readonly row: number; readonly column: number; readonly rowSpan: number }[]
}

export interface Column {
  readonly header: string
  /** In characters of the default face. */
  readonly width: number
  readonly kind?: 'text' | 'number' | 'percent'
}

export type CellValue = string | number | null

const NAMESPACE =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Numbers of the cell formats in STYLES. */
const FORMATS = { header: 1, text: 2, number: 3, percent: 4, title: 5, line: 6 } as const

const STYLES = `<styleSheet ${NAMESPACE}><fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font><font><sz val="20"/><name val="方正小标宋简体"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF3"/></patternFill></fill></fills>
<borders count="2"><border/><border><left style="thin"><color rgb="FFBFC7D1"/></left><right style="thin"><color rgb="FFBFC7D1"/></right><top style="thin"><color rgb="FFBFC7D1"/></top><bottom style="thin"><color rgb="FFBFC7D1"/></bottom></border></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="7"><xf/><xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
<xf borderId="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf borderId="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="top"/></xf>
<xf numFmtId="9" borderId="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="top"/></xf>
<xf fontId="2" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf><xf applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf></cellXfs></styleSheet>`

/**
 * A workbook (.xlsx, ECMA-376) of plain tables: header frozen, filtered and repeated on every page, text wrapped, A4
 * landscape. Written here because the libraries that write workbooks are unmaintained or far larger than these few parts.
 */
export function writeXlsx(sheets: readonly Sheet[]): Uint8Array {
  const numbered = sheets.map((sheet, index) => ({ sheet, number: index + 1 }))
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(numbered.map(({ number }) => number)),
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': workbookPart(sheets),
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${numbered.map(({ number }) => `<Relationship Id="rId${number}" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet${number}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
  }
  for (const { sheet, number } of numbered) parts[`xl/worksheets/sheet${number}.xml`] = sheetPart(sheet)
  // A fixed date: the same result gives the same bytes.
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(PROLOGUE + xml)])), {
    mtime: '2000-01-01T00:00:00',
  })
}

function contentTypes(numbers: readonly number[]): string {
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const sheets = numbers
    .map(
      (number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
    )
    .join('')
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${sheets}</Types>`
}

/** The row of the header, from 1. */
function headerRow({ title, above = [] }: Sheet): number {
  return (title === undefined ? 0 : 1) + above.length + 1
}

/** The table without what stands above and below it, as in `A3:F20`. */
function tableRange(sheet: Sheet): { readonly first: string; readonly last: string } {
  const row = headerRow(sheet)
  return { first: `A${row}`, last: `${columnLetters(sheet.columns.length - 1)}${row + sheet.rows.length}` }
}

function workbookPart(sheets: readonly Sheet[]): string {
  const list = sheets
    .map(({ name }, index) => `<sheet name="${escapeMarkup(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('')
  const names = sheets.map((sheet, index) => {
    const { first, last } = tableRange(sheet)
    const quoted = `'${escapeMarkup(sheet.name).replaceAll('&apos;', '&apos;&apos;')}'!`
    const absolute = `${quoted}${`${first}:${last}`.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`
    const row = headerRow(sheet)
    const filter =
      (sheet.merged ?? []).length > 0
        ? ''
        : `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${absolute}</definedName>`
    return `${filter}<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}$${row}:$${row}</definedName>`
  })
  return `<workbook ${NAMESPACE}><sheets>${list}</sheets><definedNames>${names.join('')}</definedNames></workbook>`
}

function sheetPart(sheet: Sheet): string {
  const { columns, rows, title, above = [], below = [], merged = [] } = sheet
  const widths = columns
    .map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('')
  const at = headerRow(sheet)
  const lines = [
    ...(title === undefined ? [] : [wideRow(1, title, 'title')]),
    ...above.map((words, i) => wideRow(at - above.length + i, words, 'line')),
  ]
  const header = `<row r="${at}" ht="24" customHeight="1">${columns.map(({ header: words }, index) => textCell(`${columnLetters(index)}${at}`, words, FORMATS.header)).join('')}</row>`
  const body = rows.map((row, index) => {
    const cells = row.map((value, column) =>
      cell(`${columnLetters(column)}${at + index + 1}`, value, columns[column]?.kind ?? 'text'),
    )
    return `<row r="${at + index + 1}" ht="${rowHeight(row, columns)}">${cells.join('')}</row>`
  })
  const end = at + rows.length
  const notes = below.map((words, i) => wideRow(end + i + 1, words, 'line'))
  const last = columnLetters(columns.length - 1)
  const areas = [
    ...[...Array(at - 1).keys()].map((i) => `A${i + 1}:${last}${i + 1}`),
    ...merged.map(
      ({ row, column, rowSpan }) =>
        `${columnLetters(column)}${at + row + 1}:${columnLetters(column)}${at + row + rowSpan}`,
    ),
    ...below.map((_, i) => `A${end + i + 1}:${last}${end + i + 1}`),
  ]
  const { first, last: corner } = tableRange(sheet)
  const merges =
    areas.length === 0
      ? ''
      : `<mergeCells count="${areas.length}">${areas.map((area) => `<mergeCell ref="${area}"/>`).join('')}</mergeCells>`
  // A filter would take merged rows apart.
  const filter = merged.length === 0 ? `<autoFilter ref="${first}:${corner}"/>` : ''
  return `<worksheet ${NAMESPACE}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}${end + below.length}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="${at}" topLeftCell="A${at + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>${lines.join('')}${header}${body.join('')}${notes.join('')}</sheetData>${filter}${merges}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>`
}

/** A row that is one cell over the whole table. */
function wideRow(row: number, words: string, format: 'title' | 'line'): string {
  const height = format === 'title' ? 36 : 20
  return `<row r="${row}" ht="${height}" customHeight="1">${textCell(`A${row}`, words, FORMATS[format])}</row>`
}

function cell(reference: string, value: CellValue, kind: 'text' | 'number' | 'percent'): string {
  if (value === null || value === '') return `<c r="${reference}" s="${FORMATS[kind]}"/>`
  if (typeof value === 'number') return `<c r="${reference}" s="${FORMATS[kind]}"><v>${value}</v></c>`
  return textCell(reference, value, FORMATS.text)
}

const LINE_POINTS = 15
/** Excel's highest row. */
const HIGHEST_POINTS = 409

/** About the height that shows all of a row's words: not every program fits rows to wrapped text by itself. */
function rowHeight(row: readonly CellValue[], columns: readonly Column[]): number {
  const lines = row.map((value, column) =>
    typeof value === 'string' ? countLines(value, columns[column]?.width ?? 10) : 1,
  )
  return Math.min(HIGHEST_POINTS, LINE_POINTS * Math.max(1, ...lines) + 3)
}

/** Lines a text takes in a column; a Chinese character is as wide as two others. */
function countLines(words: string, width: number): number {
  return words.split('\n').reduce((sum, line) => {
    const wide = line.match(/[\u2e80-\uffef“”‘’…—]/g)?.length ?? 0
    return sum + Math.max(1, Math.ceil((line.length + wide) / (width - 1)))
  }, 0)
}

/** Excel holds at most this many characters in a cell. */
const LONGEST_CELL = 32_767

function textCell(reference: string, words: string, format: number): string {
  return `<c r="${reference}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${escapeMarkup(firstOf(words, LONGEST_CELL))}</t></is></c>`
}
