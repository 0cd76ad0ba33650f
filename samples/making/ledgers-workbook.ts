/**
 * Writes a workbook with what Excel and WPS leave in one: fonts, borders, hidden columns, a frozen header, print set-up,
 * print titles, data validation, conditional formats, formulas with their cached values, document properties.
 */
import { strToU8, zipSync } from 'fflate'
import { contentTypes, documentProperties, workbookRelationships } from './ledgers-package.ts'
import { styleNumber, stylesXml } from './ledgers-styles.ts'
import type { StyleName } from './ledgers-styles.ts'
import { serialOf } from './xlsx-date.ts'

/** What a cell holds; `rich` is a shared string of several runs, the second one bold. */
export type CellValue =
  | string
  | number
  | null
  | { readonly date: string }
  | { readonly formula: string; readonly value: string | number }
  | { readonly rich: readonly string[] }

export interface CellOf {
  readonly value: CellValue
  readonly style: StyleName
}

export interface RowOf {
  readonly cells: readonly CellOf[]
  readonly height?: number
  readonly hidden?: boolean
}

export interface SheetOf {
  readonly name: string
  readonly columns: readonly { readonly width: number; readonly hidden?: boolean }[]
  readonly rows: readonly RowOf[]
  readonly merges: readonly string[]
  /** The first cell that scrolls, e.g. "D5". */
  readonly frozen?: string
  /** Rows repeated on each printed page, e.g. "3:4". */
  readonly titleRows?: string
  readonly printArea?: string
  readonly validations?: readonly { readonly area: string; readonly list: string }[]
  /** Cells that hold the word are coloured. */
  readonly highlights?: readonly { readonly area: string; readonly word: string }[]
  readonly header?: string
  readonly footer?: string
  readonly filter?: string
}

export interface WorkbookOf {
  readonly sheets: readonly SheetOf[]
  readonly application: 'excel' | 'wps'
  readonly author: string
  readonly title: string
}

interface Strings {
  readonly list: string[]
  readonly places: Map<string, number>
  uses: number
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const relation = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** The bytes of the workbook, the same on every run. */
export function writeWorkbook(book: WorkbookOf): Uint8Array {
  const strings: Strings = { list: [], places: new Map(), uses: 0 }
  const sheets = book.sheets.map((sheet, index) => sheetXml(sheet, index, strings))
  const chain = calcChainXml(book.sheets)
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(book, chain !== null),
    ...documentProperties(book),
    'xl/workbook.xml': workbookXml(book),
    'xl/_rels/workbook.xml.rels': workbookRelationships(book.sheets.length, chain !== null),
    'xl/styles.xml': stylesXml,
  }
  sheets.forEach((xml, index) => (files[`xl/worksheets/sheet${index + 1}.xml`] = xml))
  files['xl/sharedStrings.xml'] =
    `${declaration}<sst ${main} count="${strings.uses}" uniqueCount="${strings.list.length}">${strings.list.join('')}</sst>`
  if (chain !== null) files['xl/calcChain.xml'] = chain
  const entries = Object.entries(files).map(
    ([name, content]) => [name, [strToU8(content), { mtime: new Date(2025, 0, 1) }]] as const,
  )
  return zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0], { level: 9 })
}

/** "A" for 0, "AA" for 26. */
export function columnName(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26))
  return column < 26 ? rest : columnName(Math.floor(column / 26) - 1) + rest
}

function sheetXml(sheet: SheetOf, index: number, strings: Strings): string {
  const width = Math.max(...sheet.rows.map(({ cells }) => cells.length))
  const cols = sheet.columns.map(
    (column, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${column.width + 0.625}"${column.hidden === true ? ' hidden="1"' : ''} customWidth="1"/>`,
  )
  const merges = sheet.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return (
    `${declaration}<worksheet ${main} ${relation}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<dimension ref="A1:${columnName(width - 1)}${sheet.rows.length}"/>${viewXml(sheet, index)}` +
    `<sheetFormatPr defaultColWidth="9" defaultRowHeight="14.25"/><cols>${cols.join('')}</cols>` +
    `<sheetData>${sheet.rows.map((row, at) => rowXml(row, at + 1, strings)).join('')}</sheetData>` +
    (sheet.filter === undefined ? '' : `<autoFilter ref="${sheet.filter}"/>`) +
    (merges === '' ? '' : `<mergeCells count="${sheet.merges.length}">${merges}</mergeCells>`) +
    conditionsXml(sheet) +
    validationsXml(sheet) +
    '<printOptions horizontalCentered="1"/><pageMargins left="0.39" right="0.39" top="0.59" bottom="0.59" header="0.31" footer="0.31"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
    `<headerFooter>${sheet.header === undefined ? '' : `<oddHeader>${escapeXml(sheet.header)}</oddHeader>`}<oddFooter>${escapeXml(sheet.footer ?? '&C第 &P 页，共 &N 页')}</oddFooter></headerFooter></worksheet>`
  )
}

function viewXml({ frozen }: SheetOf, index: number): string {
  const selected = index === 0 ? ' tabSelected="1"' : ''
  if (frozen === undefined) return `<sheetViews><sheetView${selected} workbookViewId="0"/></sheetViews>`
  const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)$/.exec(frozen) ?? []
  const across = letters.charCodeAt(0) - 65
  const down = Number(digits) - 1
  const pane = across > 0 ? 'bottomRight' : 'bottomLeft'
  return `<sheetViews><sheetView${selected} view="pageBreakPreview" zoomScale="85" zoomScaleNormal="100" workbookViewId="0"><pane${across > 0 ? ` xSplit="${across}"` : ''} ySplit="${down}" topLeftCell="${frozen}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${frozen}" sqref="${frozen}"/></sheetView></sheetViews>`
}

function rowXml({ cells, height, hidden }: RowOf, number: number, strings: Strings): string {
  const attributes =
    (height === undefined ? '' : ` ht="${height}" customHeight="1"`) + (hidden === true ? ' hidden="1"' : '')
  const xml = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${number}`, strings))
  return `<row r="${number}" spans="1:${Math.max(cells.length, 1)}"${attributes}>${xml.join('')}</row>`
}

function cellXml({ value, style }: CellOf, address: string, strings: Strings): string {
  const open = `<c r="${address}" s="${styleNumber(style)}"`
  if (value === null || value === '') return `${open}/>`
  if (typeof value === 'number') return `${open}><v>${value}</v></c>`
  if (typeof value === 'string') return `${open} t="s"><v>${stringNumber(stringXml(value), strings)}</v></c>`
  if ('date' in value) return `${open}><v>${serialOf(value.date)}</v></c>`
  if ('rich' in value) return `${open} t="s"><v>${stringNumber(richXml(value.rich), strings)}</v></c>`
  const type = typeof value.value === 'string' ? ' t="str"' : ''
  return `${open}${type}><f>${escapeXml(value.formula)}</f><v>${escapeXml(String(value.value))}</v></c>`
}

function stringNumber(xml: string, strings: Strings): number {
  strings.uses++
  const known = strings.places.get(xml)
  if (known !== undefined) return known
  strings.places.set(xml, strings.list.length)
  return strings.list.push(xml) - 1
}

function stringXml(text: string): string {
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''
  return `<si><t${space}>${escapeXml(text)}</t></si>`
}

function richXml(runs: readonly string[]): string {
  const xml = runs.map((text, index) => {
    const bold = index === 1 ? '<b/>' : ''
    return `<r><rPr>${bold}<sz val="10"/><color rgb="FF000000"/><rFont val="宋体"/><charset val="134"/></rPr><t xml:space="preserve">${escapeXml(text)}</t></r>`
  })
  return `<si>${xml.join('')}<phoneticPr fontId="1" type="noConversion"/></si>`
}

function conditionsXml({ highlights = [] }: SheetOf): string {
  return highlights
    .map(({ area, word }, index) => {
      const first = area.split(':')[0] ?? area
      return `<conditionalFormatting sqref="${area}"><cfRule type="containsText" dxfId="0" priority="${index + 1}" operator="containsText" text="${word}"><formula>NOT(ISERROR(SEARCH("${word}",${first})))</formula></cfRule></conditionalFormatting>`
    })
    .join('')
}

function validationsXml({ validations = [] }: SheetOf): string {
  if (validations.length === 0) return ''
  const list = validations.map(
    ({ area, list: choices }) =>
      `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="填写有误" error="请从下拉列表中选择" sqref="${area}"><formula1>"${choices}"</formula1></dataValidation>`,
  )
  return `<dataValidations count="${list.length}">${list.join('')}</dataValidations>`
}

function workbookXml({ sheets, application }: WorkbookOf): string {
  const names = sheets.flatMap(({ name, printArea, titleRows, filter }, index) => {
    const quoted = `'${name}'!`
    return [
      filter === undefined
        ? ''
        : `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted}${absolute(filter)}</definedName>`,
      printArea === undefined
        ? ''
        : `<definedName name="_xlnm.Print_Area" localSheetId="${index}">${quoted}${absolute(printArea)}</definedName>`,
      titleRows === undefined
        ? ''
        : `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}$${titleRows.replace(':', ':$')}</definedName>`,
    ]
  })
  const list = sheets.map(({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
  const version =
    application === 'wps'
      ? '<fileVersion appName="xl" lastEdited="3" lowestEdited="5" rupBuild="9302"/>'
      : '<fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="22228"/>'
  const defined = names.join('')
  return `${declaration}<workbook ${main} ${relation}>${version}<workbookPr defaultThemeVersion="124226"/><bookViews><workbookView windowWidth="28800" windowHeight="12540"/></bookViews><sheets>${list.join('')}</sheets>${defined === '' ? '' : `<definedNames>${defined}</definedNames>`}<calcPr calcId="144525"/></workbook>`
}

function absolute(area: string): string {
  return area.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')
}

function calcChainXml(sheets: readonly SheetOf[]): string | null {
  const cells = sheets.flatMap(({ rows }, sheet) =>
    rows.flatMap(({ cells: row }, at) =>
      row.flatMap(({ value }, column) =>
        typeof value === 'object' && value !== null && 'formula' in value
          ? [`<c r="${columnName(column)}${at + 1}" i="${sheet + 1}"/>`]
          : [],
      ),
    ),
  )
  return cells.length === 0 ? null : `${declaration}<calcChain ${main}>${cells.join('')}</calcChain>`
}

function escapeXml(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
