/**
 * The mark-up of `samples/ledgers/*.ledger`: a workbook line by line, with the faults planted in it.
 *
 *   book excel|wps author | title
 *   form {json}                      goes into the answers as it stands
 *   sheet name                       begins a sheet
 *   @columns 5 20 30h …              widths; h: hidden
 *   @styles centre left …            the style of each column in R rows
 *   @frozen D5 · @titles 3:4 · @print A1:L30 · @filter A4:L30 · @height 45 · @header … · @footer …
 *   @list H5:H20 a,b,c               a drop-down list
 *   @highlight H5:H20 word
 *   T | O | H | R | B | S | N cells  title, words above, header, row, band across, sums, note; cells between "|"
 *                                    `<` merged with the cell before, `^` with the cell above, {yyyy-mm-dd} a date,
 *                                    =FORMULA ⇒ value, [plain¦bold¦plain] rich text, ↵ a line break
 *   ! rule what                      a fault planted in the row above
 */
import { cell, styledCells, textCells } from './ledgers-cells.ts'
import type { CellOf, CellValue, RowOf, SheetOf, WorkbookOf } from './ledgers-workbook.ts'
import { columnName } from './ledgers-workbook.ts'
import type { StyleName } from './ledgers-styles.ts'
import { mergesOf } from './table-rows.ts'

/** A fault planted in a sheet's row (from 1). */
export interface LedgerFault {
  readonly rule: string
  readonly sheet: string
  readonly row: number
  readonly what: string
}

export interface LedgerSource {
  readonly book: WorkbookOf
  readonly faults: readonly LedgerFault[]
  /** Of a form to fill: where its rows are. */
  readonly form: object | null
}

interface SheetDraft {
  readonly name: string
  readonly raw: string[][]
  readonly kinds: string[]
  readonly options: Map<string, string[]>
}

const rowStyles: Readonly<Record<string, StyleName>> = {
  T: 'title',
  O: 'open',
  H: 'header',
  B: 'header',
  S: 'total',
  N: 'note',
}
const rowHeights: Readonly<Record<string, number>> = { T: 40, O: 21, H: 27, B: 24, S: 24, N: 34 }

/** Takes a source apart. Throws on a line it does not know. */
export function parseLedger(content: string): LedgerSource {
  const sheets: SheetDraft[] = []
  const faults: LedgerFault[] = []
  let head: readonly string[] = []
  let form: object | null = null
  for (const line of content.trimEnd().split('\n')) {
    const word = line.split(' ', 1)[0] ?? ''
    const rest = line.slice(word.length + 1)
    const current = sheets.at(-1)
    if (word === 'book') head = [rest.split(' ', 1)[0] ?? '', ...rest.slice(rest.indexOf(' ') + 1).split(' | ')]
    else if (word === 'form') form = JSON.parse(rest) as object
    else if (word === 'sheet') sheets.push({ name: rest, raw: [], kinds: [], options: new Map() })
    else if (current === undefined) throw new Error(line)
    else if (word.startsWith('@')) current.options.set(word, [...(current.options.get(word) ?? []), rest])
    else if (word === '!') {
      const rule = rest.split(' ', 1)[0] ?? ''
      faults.push({
        rule: `ledger/${rule}`,
        sheet: current.name,
        row: current.raw.length,
        what: rest.slice(rule.length + 1),
      })
    } else {
      if (word !== 'R' && rowStyles[word] === undefined) throw new Error(line)
      current.kinds.push(word)
      current.raw.push(rest.split('|').map((one) => one.trim()))
    }
  }
  const [application = '', author = '', title = ''] = head
  const book = { application: application === 'wps' ? 'wps' : 'excel', author, title } as const
  return { book: { ...book, sheets: sheets.map(sheetOf) }, faults, form }
}

function sheetOf({ name, raw, kinds, options }: SheetDraft): SheetOf {
  const one = (key: string): string | undefined => options.get(`@${key}`)?.[0]
  const columns = (one('columns') ?? '').split(' ').map((width) => ({
    width: Number.parseFloat(width),
    hidden: width.endsWith('h'),
  }))
  const full = raw.map((cells, at) => (kinds[at] === 'R' ? cells : widened(cells, columns.length)))
  const styles = (one('styles') ?? '').split(' ') as StyleName[]
  const height = Number(one('height') ?? 45)
  return {
    name,
    columns,
    rows: full.map((cells, at) => rowOf(cells, kinds[at] ?? 'R', styles, height)),
    merges: mergesOf(full).map(
      ({ row, column, rowSpan, columnSpan }) =>
        `${columnName(column)}${row + 1}:${columnName(column + columnSpan - 1)}${row + rowSpan}`,
    ),
    ...optional('frozen', one('frozen')),
    ...optional('titleRows', one('titles')),
    ...optional('printArea', one('print')),
    ...optional('filter', one('filter')),
    ...optional('header', one('header')),
    ...optional('footer', one('footer')),
    validations: (options.get('@list') ?? []).map((line) => ({ area: before(line), list: after(line) })),
    highlights: (options.get('@highlight') ?? []).map((line) => ({ area: before(line), word: after(line) })),
  }
}

/** A row of one cell spans the table. */
function widened(cells: readonly string[], width: number): string[] {
  return cells.length > 1 ? [...cells] : [...cells, ...new Array<string>(Math.max(width - 1, 0)).fill('<')]
}

function rowOf(cells: readonly string[], kind: string, styles: readonly StyleName[], height: number): RowOf {
  const values = cells.map(valueOf)
  const style = rowStyles[kind]
  const styled: CellOf[] = style === undefined ? styledCells(values, styles) : textCells(values, style)
  const percents = styled.map((one) => (isPercent(one.value) ? cell(one.value, 'percent') : one))
  return { cells: percents, height: rowHeights[kind] ?? height }
}

function isPercent(value: CellValue): boolean {
  return typeof value === 'object' && value !== null && 'formula' in value && value.formula.includes('/')
}

function valueOf(words: string): CellValue {
  if (words === '<' || words === '^' || words === '') return null
  const [, date] = /^\{(\d{4}-\d{2}-\d{2})\}$/.exec(words) ?? []
  if (date !== undefined) return { date }
  const [, formula, value = ''] = /^=(.+) ⇒ ?(.*)$/.exec(words) ?? []
  if (formula !== undefined)
    return { formula, value: value !== '' && !Number.isNaN(Number(value)) ? Number(value) : value }
  if (/^\d+(?:\.\d+)?$/.test(words)) return Number(words)
  const [, rich] = /^\[(.+)\]$/.exec(words) ?? []
  return rich === undefined ? words.replaceAll('↵', '\n') : { rich: rich.split('¦') }
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string }
}

function before(line: string): string {
  return line.slice(0, line.indexOf(' '))
}

function after(line: string): string {
  return line.slice(line.indexOf(' ') + 1)
}
