import type { CellBlock, TableBlock } from '../lay-out.ts'
import { linesOfCell } from './lines.ts'
import type { Glyphs } from './page.ts'
import { joined, paragraphsOf } from './paragraphs.ts'
import type { Rule } from './rules.ts'

/** A cell, and whether its last line is full, so that its words may go on on the next page. */
interface PageCell extends CellBlock {
  readonly isOpen: boolean
}

/** A table on a page, in points from the page's upper left corner. */
export interface PageTable extends TableBlock {
  readonly rows: readonly (readonly PageCell[])[]
  readonly top: number
  readonly bottom: number
  /** Where its columns begin, and where the last one ends. */
  readonly edges: readonly number[]
  readonly glyphs: ReadonlySet<Glyphs>
}

/** Lines nearer than this are one: borders are often drawn twice, or end a little off. */
const NEAR = 3

/** The tables drawn with lines on a page, from top to bottom; boxes of a single cell are none. */
export function tablesOf(rules: readonly Rule[], glyphs: readonly Glyphs[]): PageTable[] {
  return groupsOf(rules)
    .map((group) => tableIn(group, glyphs))
    .filter((table) => table !== null)
    .toSorted((one, other) => one.top - other.top)
}

/** Lines that touch one another, directly or through others. */
function groupsOf(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = []
  const levels = rules.filter(({ isLevel }) => isLevel)
  const uprights = rules.filter(({ isLevel }) => !isLevel)
  const left = new Set(rules)
  for (const first of rules) {
    if (!left.delete(first)) continue
    const group = [first]
    for (const rule of group) {
      for (const other of rule.isLevel ? uprights : levels) {
        if (left.has(other) && touch(rule, other)) {
          left.delete(other)
          group.push(other)
        }
      }
    }
    groups.push(group)
  }
  return groups
}

function touch(one: Rule, other: Rule): boolean {
  return (
    other.at >= one.from - NEAR && other.at <= one.to + NEAR && one.at >= other.from - NEAR && one.at <= other.to + NEAR
  )
}

function tableIn(group: readonly Rule[], glyphs: readonly Glyphs[]): PageTable | null {
  const uprights = group.filter(({ isLevel }) => !isLevel)
  const levels = group.filter(({ isLevel }) => isLevel)
  const xs = placesOf(uprights.map(({ at }) => at))
  const ys = placesOf(levels.map(({ at }) => at))
  if (xs.length < 2 || ys.length < 2 || (xs.length === 2 && ys.length === 2) || xs.length * ys.length > MOST_CELLS)
    return null
  const [top = 0, bottom = 0, left = 0, right = 0] = [ys[0], ys.at(-1), xs[0], xs.at(-1)]
  const inside = glyphs.filter(
    (glyph) => isBetween(middleOf(glyph), left, right) && isBetween(heightOf(glyph), top, bottom),
  )
  const { cells, cellAt } = cellsOf(xs, ys, uprights, levels)
  const contents = new Map<CellPlace, Glyphs[]>()
  for (const glyph of inside) {
    const row = ys.findLastIndex((y) => y <= heightOf(glyph))
    const column = xs.findLastIndex((x) => x <= middleOf(glyph))
    const cell = cellAt.get(`${row} ${column}`)
    if (!cell) continue
    const known = contents.get(cell)
    if (known) known.push(glyph)
    else contents.set(cell, [glyph])
  }
  const rows = ys.slice(1).map((_, row) =>
    cells
      .filter((cell) => cell.row === row)
      .map((cell): PageCell => {
        const { column, rowSpan, columnSpan } = cell
        const width = { left: xs[column] ?? left, right: xs[column + columnSpan] ?? right }
        return { column, rowSpan, columnSpan, ...cellContents(contents.get(cell) ?? [], width) }
      }),
  )
  return { rows, top, bottom, edges: xs, glyphs: new Set(inside) }
}

const MOST_CELLS = 10_000

function isBetween(value: number, from: number, to: number): boolean {
  return from <= value && value < to
}

function middleOf({ left, right }: Glyphs): number {
  return (left + right) / 2
}

function heightOf({ baseline, size }: Glyphs): number {
  return baseline - 0.35 * size
}

/** Places in order, those near one another as one. */
function placesOf(values: readonly number[]): number[] {
  const places: number[] = []
  for (const value of values.toSorted((one, other) => one - other)) {
    if (value - (places.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) places.push(value)
  }
  return places
}

interface CellPlace {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

/** The cells of a grid and, by "row column", the cell over each field: a field goes on to the right or down where no line parts it from its neighbour. */
function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  uprights: readonly Rule[],
  levels: readonly Rule[],
): { cells: CellPlace[]; cellAt: Map<string, CellPlace> } {
  const cells: CellPlace[] = []
  const cellAt = new Map<string, CellPlace>()
  const hasRule = (rules: readonly Rule[], at: number, along: number): boolean =>
    rules.some((rule) => Math.abs(rule.at - at) <= NEAR && rule.from - NEAR <= along && along <= rule.to + NEAR)
  const centre = (places: readonly number[], i: number): number => ((places[i] ?? 0) + (places[i + 1] ?? 0)) / 2
  for (let row = 0; row < ys.length - 1; row++) {
    for (let column = 0; column < xs.length - 1; column++) {
      if (cellAt.has(`${row} ${column}`)) continue
      let columnSpan = 1
      while (column + columnSpan < xs.length - 1 && !hasRule(uprights, xs[column + columnSpan] ?? 0, centre(ys, row)))
        columnSpan++
      let rowSpan = 1
      while (row + rowSpan < ys.length - 1 && !hasRule(levels, ys[row + rowSpan] ?? 0, centre(xs, column))) rowSpan++
      const cell = { row, column, rowSpan, columnSpan }
      cells.push(cell)
      for (let r = row; r < row + rowSpan; r++)
        for (let c = column; c < column + columnSpan; c++) cellAt.set(`${r} ${c}`, cell)
    }
  }
  return { cells, cellAt }
}

/** A cell's words: its lines joined where they fill the cell. */
function cellContents(
  glyphs: readonly Glyphs[],
  { left, right }: { left: number; right: number },
): Pick<PageCell, 'paragraphs' | 'isOpen'> {
  const lines = linesOfCell(glyphs)
  const size = lines[0]?.size ?? 10
  const textLeft = lines.reduce((least, line) => Math.min(least, line.left), right)
  const textRight = right - Math.max(0, Math.min(textLeft - left, size))
  const pitch = (lines[1]?.baseline ?? 0) - (lines[0]?.baseline ?? 0) || 1.5 * size
  const last = lines.at(-1)
  return {
    paragraphs: paragraphsOf([lines], {
      left: textLeft,
      right: textRight,
      size,
      pitch: Math.max(pitch, size),
      isCell: true,
    }),
    isOpen: last !== undefined && textRight - last.right < 1.5 * size && !/[。；！？]$/.test(last.words),
  }
}

/**
 * Joins a table to the one it continues on the page before, if it has the same columns: a header that is repeated is
 * dropped, a row that was cut by the end of the page made whole. Null if it is another table.
 */
export function continuedTable(table: PageTable, next: PageTable): PageTable | null {
  const isSame =
    table.edges.length === next.edges.length &&
    table.edges.every((edge, i) => Math.abs(edge - (next.edges[i] ?? 0)) <= NEAR)
  if (!isSame) return null
  let repeated = 0
  while (
    repeated < 3 &&
    repeated < next.rows.length - 1 &&
    wordsOf(next.rows[repeated]) === wordsOf(table.rows[repeated])
  )
    repeated++
  const [first = [], ...rest] = next.rows.slice(repeated)
  const last = table.rows.at(-1) ?? []
  const rows = continuesRow(last, first)
    ? [...table.rows.slice(0, -1), joinedRow(last, first), ...rest]
    : [...table.rows, first, ...rest]
  return { ...table, rows }
}

function wordsOf(row: readonly CellBlock[] | undefined): string {
  return JSON.stringify(row?.map(({ paragraphs }) => paragraphs.map(({ words }) => words)))
}

/** A row cut by the end of a page has no number of its own, and all its words go on from full lines. */
function continuesRow(row: readonly PageCell[], next: readonly PageCell[]): boolean {
  const filled = next.filter(({ paragraphs }) => paragraphs.length > 0)
  return (
    filled.length > 0 &&
    filled.every(({ column }) => column > 0 && row.some((cell) => cell.column === column && cell.isOpen))
  )
}

function joinedRow(row: readonly PageCell[], next: readonly PageCell[]): PageCell[] {
  return row.map((cell) => {
    const more = next.find(({ column }) => column === cell.column)
    const [first, ...rest] = more?.paragraphs ?? []
    const last = cell.paragraphs.at(-1)
    if (!more || !first || !last) return cell
    const whole = { ...last, words: joined([last.words, first.words]) }
    return { ...cell, isOpen: more.isOpen, paragraphs: [...cell.paragraphs.slice(0, -1), whole, ...rest] }
  })
}
