import { applyEdits, type Edit } from '../../xml-edits.ts'
import { type CellContent, cellXml, type CellWriting } from './cell-writing.ts'
import { chainedFormula, copiedFormula, type Insertion, movedAreas, movedFormula, movedRow } from './references.ts'
import type { Area } from '../sheet-cells.ts'
import { withMergedCells } from './merge-cells.ts'
import type { WrittenCell, WrittenRow, WrittenSheet } from './sheet-rows.ts'

/** What one cell is to say. Row and column from 0, as they are before rows are inserted. */
export interface CellEdit extends CellContent {
  readonly row: number
  readonly column: number
}

/** A row to insert. */
export interface RowInsert {
  /** The row it comes below; several below the same row come in the order given. From 0, before any is inserted. */
  readonly after: number
  /** The row whose height, formats and formulas it gets. */
  readonly like: number
  /** Its cells with words, also where the row it is like has a formula. */
  readonly cells: readonly Omit<CellEdit, 'row'>[]
  /** True if it is the first of the rows below it, not the last of those above. */
  readonly isAtTop?: boolean
  /** Cells that reach over several columns, or (`isJoined`) down from the row above. */
  readonly merged?: readonly { readonly column: number; readonly columns: number; readonly isJoined: boolean }[]
}

export interface SheetEdits {
  readonly sheet: string
  readonly cells: readonly CellEdit[]
  readonly rows: readonly RowInsert[]
}

/** The rows that come into a sheet, added up by the row they come below. */
export function insertionsOf(rows: readonly RowInsert[]): Insertion[] {
  return [...Map.groupBy(rows, ({ after }) => after)]
    .map(([after, own]) => ({ after, count: own.length, isAtTop: own.every(({ isAtTop }) => isAtTop === true) }))
    .toSorted((a, b) => a.after - b.after)
}

/**
 * A sheet's XML with cells changed and rows inserted; everything else stays, character for character, but for the
 * references that inserted rows push down, and `stale`: results of formulas to be taken away. Cells with a formula are
 * left alone.
 */
export function editSheet(
  written: WrittenSheet,
  edits: SheetEdits,
  { writing, stale }: { readonly writing: CellWriting; readonly stale: readonly Edit[] },
): string {
  const insertions = insertionsOf(edits.rows)
  const data = [
    ...stale,
    ...cellEdits(written, edits.cells, { insertions, writing }),
    ...newRows(written, edits.rows, { insertions, writing }),
  ]
  if (insertions.length === 0) return applyEdits(written.source, data)
  const touched = new Set(edits.cells.map(({ row, column }) => `${row},${column}`))
  const moved = movedRows(written, { sheet: edits.sheet, insertions, touched })
  const { start, end } = written.data
  const within = applyEdits(
    written.source.slice(start, end),
    [...data, ...moved].map((edit) => shifted(edit, -start)),
  )
  const around = (text: string): string => movedAttributes(text, edits.sheet, insertions)
  const edited = around(written.source.slice(0, start)) + within + around(written.source.slice(end))
  return withMergedCells(edited, mergedBy(edits.rows, insertions))
}

/** The areas inserted rows merge, in the order of the rows. */
function mergedBy(rows: readonly RowInsert[], insertions: readonly Insertion[]): Area[] {
  return insertions.flatMap(({ after }) => {
    const first = movedRow(after, insertions) + 1
    return rows
      .filter((row) => row.after === after)
      .flatMap(({ merged = [] }, i) =>
        merged.map(({ column, columns, isJoined }) => ({
          top: first + i - (isJoined ? 1 : 0),
          bottom: first + i,
          left: column,
          right: column + columns - 1,
        })),
      )
  })
}

function shifted({ start, end, words }: Edit, by: number): Edit {
  return { start: start + by, end: end + by, words }
}

interface Editing {
  readonly insertions: readonly Insertion[]
  readonly writing: CellWriting
}

function cellEdits(written: WrittenSheet, cells: readonly CellEdit[], editing: Editing): Edit[] {
  const rows = new Map(written.rows.map((row) => [row.index, row]))
  const edits: Edit[] = []
  for (const [index, own] of Map.groupBy(cells, ({ row }) => row)) {
    const row = rows.get(index)
    const sorted = own.toSorted((a, b) => a.column - b.column)
    if (row === undefined) edits.push(missingRow(written, index, sorted, editing))
    else edits.push(...editsInRow(written, row, sorted, editing))
  }
  return edits
}

function editsInRow(written: WrittenSheet, row: WrittenRow, cells: readonly CellEdit[], editing: Editing): Edit[] {
  const known = new Map(row.cells.map((cell) => [cell.column, cell]))
  const at = movedRow(row.index, editing.insertions)
  const edits: Edit[] = []
  const missing: { before: number; xml: string }[] = []
  for (const { column, ...content } of cells) {
    const cell = known.get(column)
    if (cell?.formula != null) continue
    const style = cell?.style ?? (row.element.attributes['s'] || written.columnStyles(column))
    const xml = cellXml({ row: at, column, style, held: cell?.held }, content, {
      ...editing.writing,
      prefix: written.prefix,
    })
    if (cell) edits.push({ start: cell.element.start, end: cell.element.end, words: xml })
    else if (content.text !== '') {
      const next = row.cells.find((other) => other.column > column)
      missing.push({ before: next?.element.start ?? row.element.contentEnd, xml })
    }
  }
  if (row.element.contentEnd === row.element.end)
    return missing.length === 0 ? edits : [...edits, opened(written, row, missing)]
  return [...edits, ...missing.map(({ before, xml }) => ({ start: before, end: before, words: xml }))]
}

/** A row without any cell (`<row r="7"/>`) gets its first ones. */
function opened(written: WrittenSheet, { element }: WrittenRow, cells: readonly { readonly xml: string }[]): Edit {
  const words = `>${cells.map(({ xml }) => xml).join('')}</${written.prefix}row>`
  return { start: element.end - 2, end: element.end, words }
}

function missingRow(
  written: WrittenSheet,
  index: number,
  cells: readonly CellEdit[],
  { insertions, writing }: Editing,
): Edit {
  const at = movedRow(index, insertions)
  const own = { ...writing, prefix: written.prefix }
  const xml = cells.map(({ column, ...content }) =>
    cellXml({ row: at, column, style: written.columnStyles(column) }, content, own),
  )
  const words = `<${written.prefix}row r="${at + 1}">${xml.join('')}</${written.prefix}row>`
  return placed(written, index - 1, words)
}

/** The edit that puts a row's XML below the row `after`. */
function placed(written: WrittenSheet, after: number, words: string): Edit {
  const { data, rows, prefix } = written
  if (data.contentEnd === data.end)
    return { start: data.end - 2, end: data.end, words: `>${words}</${prefix}sheetData>` }
  const start = rows.findLast(({ index }) => index <= after)?.element.end ?? data.contentStart
  return { start, end: start, words }
}

function newRows(written: WrittenSheet, rows: readonly RowInsert[], { insertions, writing }: Editing): Edit[] {
  const known = new Map(written.rows.map((row) => [row.index, row]))
  return insertions.map(({ after }) => {
    const own = rows.filter((row) => row.after === after)
    const first = movedRow(after, insertions) + 1
    const words = own.map((row, i) => newRow(written, row, { at: first + i, model: known.get(row.like), writing }))
    return placed(written, after, words.join(''))
  })
}

function newRow(
  written: WrittenSheet,
  row: RowInsert,
  { at, model, writing }: { at: number; model: WrittenRow | undefined; writing: CellWriting },
): string {
  const { prefix, source } = written
  const own = { ...writing, prefix }
  const contents = new Map(row.cells.map(({ column, ...content }) => [column, content]))
  const models = new Map(model?.cells.map((cell) => [cell.column, cell]))
  const columns = [...new Set([...contents.keys(), ...models.keys()])].toSorted((a, b) => a - b)
  const cells = columns.map((column) => {
    const like = models.get(column)
    const style = like?.style ?? written.columnStyles(column)
    if (like?.formula && !contents.has(column)) return formulaCell({ at, like, writing: own })
    return cellXml({ row: at, column, style, held: like?.held }, contents.get(column) ?? { text: '' }, own)
  })
  const tag =
    model === undefined ? `<${prefix}row r="1">` : source.slice(model.element.start, model.element.contentStart)
  // Hidden rows are those a filter or a clerk put away: what is new is to be seen.
  const shown = withRow(tag, at).replace(/ hidden="(?:1|true)"/, '')
  return `${shown.replace(/\s*\/?>$/, '>')}${cells.join('')}</${prefix}row>`
}

/** A formula of the row it is like, moved down; its result is for the program that opens the file to work out. */
function formulaCell({ at, like, writing }: { at: number; like: WrittenCell; writing: CellWriting }): string {
  const { prefix: p } = writing
  const formula = copiedFormula(like.formula ?? '', { rows: at - like.row })
  const blank = cellXml({ row: at, column: like.column, style: like.style }, { text: '' }, writing)
  return blank.replace('/>', `><${p}f>${formula}</${p}f></${p}c>`)
}

function withRow(tag: string, row: number): string {
  return / r="\d+"/.test(tag) ? tag.replace(/ r="\d+"/, ` r="${row + 1}"`) : tag
}

interface Moved {
  readonly sheet: string
  readonly insertions: readonly Insertion[]
  readonly touched: ReadonlySet<string>
}

/** Rows below an insertion: their numbers, the places of their cells, and all formulas that look there. */
function movedRows({ rows, source }: WrittenSheet, { sheet, insertions, touched }: Moved): Edit[] {
  return rows.flatMap(({ index, cells, element }): Edit[] => {
    const at = movedRow(index, insertions)
    const own = at === index ? [] : [tagEdit(source, element, (tag) => withRow(tag, at))]
    return [
      ...own,
      ...cells.flatMap((cell): Edit[] => {
        const isRewritten = touched.has(`${index},${cell.column}`) && cell.formula === null
        if (isRewritten) return []
        const moved = at === index ? [] : [tagEdit(source, cell.element, (tag) => movedReference(tag, insertions))]
        return [...moved, ...formulaEdits(source, cell, { sheet, insertions })]
      }),
    ]
  })
}

function tagEdit(
  source: string,
  { start, contentStart }: WrittenRow['element'],
  change: (tag: string) => string,
): Edit {
  return { start, end: contentStart, words: change(source.slice(start, contentStart)) }
}

function movedReference(tag: string, insertions: readonly Insertion[]): string {
  return tag.replace(
    / (r|ref)="([^"]{1,60})"/,
    (_, name: string, areas: string) => ` ${name}="${movedAreas(areas, { insertions, isOpen: false })}"`,
  )
}

function formulaEdits(
  source: string,
  { row, column, element, formula }: WrittenCell,
  home: { sheet: string; insertions: readonly Insertion[] },
): Edit[] {
  const f = element.children.find(({ name }) => name === 'f')
  if (f === undefined || formula === null) return []
  const moved = movedDown({ row, column, formula }, home)
  if (f.attributes['t'] === 'shared') {
    // Cells that share a formula count from its first cell, which rows in between would make wrong.
    const name = /^<([^\s/>]+)/.exec(source.slice(f.start, f.end))?.[1] ?? 'f'
    return [{ start: f.start, end: f.end, words: `<${name}>${moved}</${name}>` }]
  }
  const edits: Edit[] = []
  const tag = source.slice(f.start, f.contentStart)
  const movedTag = movedReference(tag, home.insertions)
  if (movedTag !== tag) edits.push({ start: f.start, end: f.contentStart, words: movedTag })
  if (moved !== formula) edits.push({ start: f.contentStart, end: f.contentEnd, words: moved })
  return edits
}

/** A formula after the insertions; what counts on from the row above (`=A4+1`) goes on from the last one inserted. */
function movedDown(
  { row, column, formula }: { row: number; column: number; formula: string },
  { sheet, insertions }: { sheet: string; insertions: readonly Insertion[] },
): string {
  const moved = movedFormula(formula, { home: sheet, sheet, insertions })
  const above = insertions.find(({ after, isAtTop }) => after === row - 1 && isAtTop !== true)
  if (above === undefined) return moved
  return chainedFormula(moved, { row: movedRow(above.after, insertions), column, by: above.count })
}

const AREA_ATTRIBUTE = /(<[\w:.-]+(?:\s[^<>]{0,2000}?)?\s(?:ref|sqref)=")([^"<>]{1,8000})"/g
const AREA_ELEMENT = /(<(?:xm:)?sqref>)([^<]{1,8000})(?=<)/g
const FORMULA_ELEMENT = /(<(?:\w+:)?(?:formula|formula1|formula2|f)(?: [^<>]{0,200})?>)([^<]{1,8000})(?=<)/g

/** The places named outside the rows: merged areas, filters, drop-down lists, highlighting, links, breaks. */
function movedAttributes(text: string, sheet: string, insertions: readonly Insertion[]): string {
  return text
    .replace(AREA_ATTRIBUTE, (_, before: string, areas: string) => {
      const isMerged = before.startsWith('<mergeCell ')
      return `${before}${movedAreas(areas, { insertions, isOpen: !isMerged })}"`
    })
    .replace(AREA_ELEMENT, (_, tag: string, areas: string) => tag + movedAreas(areas, { insertions, isOpen: true }))
    .replace(
      FORMULA_ELEMENT,
      (_, tag: string, formula: string) => tag + movedFormula(formula, { home: sheet, sheet, insertions }),
    )
    .replace(/<rowBreaks[\s\S]{0,20000}?<\/rowBreaks>/, (breaks) =>
      breaks.replace(/ id="(\d+)"/g, (_, id: string) => ` id="${movedRow(Number(id) - 1, insertions) + 1}"`),
    )
}
