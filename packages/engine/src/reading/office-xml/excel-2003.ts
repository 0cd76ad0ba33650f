import { wordsInside } from '../mixed-content.ts'
import type { SourceDocument } from '../source-document.ts'
import { laidOutSheets, type Sheet } from '../sheets.ts'
import { columnLimit } from '../word-cells.ts'
import { createValueWriter } from '../xlsx/cell-values.ts'
import { serialOf } from '../xlsx/calendar.ts'
import { isDateFormat } from '../xlsx/format-code.ts'
import { plainWords } from '../xlsx/rich-text.ts'
import { createBudget, spend, type Area, type CellBudget, type RawValue, type SheetCell } from '../xlsx/sheet-cells.ts'
import { attributeOf, childOf, childrenOf, type XmlElement } from '../xml.ts'

/** Formats that Excel 2003 calls by a name. */
const FORMAT_NAMES: Readonly<Record<string, string>> = {
  'General Date': 'yyyy/m/d h:mm',
  'Short Date': 'yyyy/m/d',
  'Medium Date': 'd-mmm-yy',
  'Long Date': 'yyyy"年"m"月"d"日"',
  'Short Time': 'h:mm',
  'Medium Time': 'h:mm AM/PM',
  'Long Time': 'h:mm:ss',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Currency: '"¥"#,##0.00;"¥"-#,##0.00',
  Percent: '0.00%',
  Scientific: '0.00E+00',
}
const TYPES: Readonly<Record<string, string>> = { Number: 'n', Boolean: 'b', DateTime: 'd', Error: 'e' }
const LAST_ROW = 1_048_576

/** Reads a workbook in Excel 2003's XML (XML Spreadsheet). Throws a `ReadingRefusal`. */
export function readExcel2003({ root, source }: { root: XmlElement; source: string }, name: string): SourceDocument {
  const styles = childrenOf(childOf(root, 'Styles'), 'Style')
  const formats = styles.map((style) => formatOf(style))
  const indices = new Map(styles.map((style, i) => [attributeOf(style, 'ID') ?? '', i]))
  const formatAt = (style: number): string => formats[style] ?? 'General'
  const show = createValueWriter({ dateSystem: 1900, formatOf: formatAt }, [])
  const budget = createBudget()
  const sheets = childrenOf(root, 'Worksheet').map((sheet): Sheet => {
    const visible = childOf(childOf(sheet, 'WorksheetOptions'), 'Visible')?.text ?? ''
    const table = childOf(sheet, 'Table')
    return {
      name: attributeOf(sheet, 'Name') ?? '',
      isHidden: /hidden/i.test(visible),
      ...(table ? cellsOf(table, { indices, show, formatAt, source, budget }) : { cells: [], areas: [] }),
    }
  })
  return laidOutSheets(sheets, { name, format: 'excel-xml' })
}

function formatOf(style: XmlElement): string {
  const code = attributeOf(childOf(style, 'NumberFormat'), 'Format') ?? ''
  return FORMAT_NAMES[code] ?? (code === '' ? 'General' : code)
}

interface Showing {
  readonly indices: ReadonlyMap<string, number>
  readonly show: (raw: RawValue) => Pick<SheetCell, 'text' | 'date' | 'value'>
  readonly formatAt: (style: number) => string
  readonly source: string
  readonly budget: CellBudget
}

/** Rows and cells follow one another where they do not say their place; a merged cell says how far it reaches. */
function cellsOf(table: XmlElement, showing: Showing): Pick<Sheet, 'cells' | 'areas'> {
  const cells: SheetCell[] = []
  const areas: Area[] = []
  let row = -1
  for (const rowElement of childrenOf(table, 'Row')) {
    row = placeOf(rowElement, row)
    let column = -1
    for (const element of childrenOf(rowElement, 'Cell')) {
      column = placeOf(element, column)
      if (row >= LAST_ROW || column >= columnLimit) break
      const [right, bottom] = [column + countOf(element, 'MergeAcross'), row + countOf(element, 'MergeDown')]
      const style = showing.indices.get(attributeOf(element, 'StyleID') ?? '') ?? -1
      const cell = cellOf(element, style, showing)
      if (cell) {
        cells.push({ row, column, ...cell })
        spend(showing.budget, cell.text.length)
      }
      if (right > column || bottom > row) areas.push({ top: row, left: column, bottom, right })
      column = right
    }
    row += countOf(rowElement, 'Span')
  }
  return { cells, areas }
}

function cellOf(element: XmlElement, style: number, showing: Showing): Omit<SheetCell, 'row' | 'column'> | undefined {
  const data = childOf(element, 'Data')
  // Rich text is HTML inside the element.
  const words = data === undefined ? '' : wordsInside(data, showing.source)
  if (words.trim() === '') return undefined
  const type = TYPES[attributeOf(data, 'Type') ?? ''] ?? 'str'
  const raw = { type, style, value: type === 'str' ? plainWords(words) : words.trim() }
  const shown = showing.show(asSerial(raw, showing.formatAt(style)))
  if (shown.text === '') return undefined
  return attributeOf(element, 'Formula') === undefined ? shown : { ...shown, formula: true }
}

/** A day or time in words (`2026-06-30T00:00:00.000`) as the number that its date format shows. */
function asSerial(raw: RawValue, format: string): RawValue {
  const [, day = '', hours, minutes, seconds] =
    /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)/.exec(raw.type === 'd' && isDateFormat(format) ? raw.value : '') ?? []
  if (day === '') return raw
  const part = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400
  return { ...raw, type: 'n', value: String(serialOf(day, 1900) + part) }
}

/** The place of a row or cell: after the one before, or where its index (from 1) says. */
function placeOf(element: XmlElement, before: number): number {
  const index = Number(attributeOf(element, 'Index'))
  return Number.isInteger(index) && index > before + 1 ? index - 1 : before + 1
}

function countOf(element: XmlElement, name: string): number {
  const count = Number(attributeOf(element, name) ?? 0)
  return Number.isInteger(count) ? Math.min(Math.max(count, 0), LAST_ROW) : 0
}
