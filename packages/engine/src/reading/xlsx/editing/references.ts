/** Rows inserted into a sheet: `count` of them below the row `after` (from 0). */
export interface Insertion {
  readonly after: number
  readonly count: number
}

/** Where a row stands after the insertions. */
export function movedRow(row: number, insertions: readonly Insertion[]): number {
  let moved = row
  for (const { after, count } of insertions) if (row > after) moved += count
  return moved
}

/**
 * Where the last row of an area stands after the insertions. An area of several rows that ends where rows were added
 * takes them in (`isOpen`): the sum under a list is meant to be of the whole list.
 */
function movedEnd(first: number, last: number, { insertions, isOpen }: Moving): number {
  let moved = last
  for (const { after, count } of insertions) {
    if (last > after || (isOpen && last === after && first < last)) moved += count
  }
  return moved
}

interface Moving {
  readonly insertions: readonly Insertion[]
  /** Whether areas take in rows added right below them. */
  readonly isOpen: boolean
}

const AREA = /(\$?[A-Za-z]{1,3}\$?\d{1,7})(?::(\$?[A-Za-z]{1,3}\$?\d{1,7}))?/g

/** References such as `B7`, `A1:C9 E4` after the insertions. */
export function movedAreas(areas: string, moving: Moving): string {
  return areas.replace(AREA, (_, first: string, last: string | undefined) => {
    const start = withRow(first, movedRow(rowOf(first), moving.insertions))
    return last === undefined ? start : `${start}:${withRow(last, movedEnd(rowOf(first), rowOf(last), moving))}`
  })
}

function rowOf(reference: string): number {
  return Number(/\d+$/.exec(reference)?.[0] ?? 1) - 1
}

function withRow(reference: string, row: number): string {
  return reference.replace(/\d+$/, String(row + 1))
}

/** A string, or a reference with the sheet it names, or a name or function that only looks like one. */
const TOKEN =
  /"[^"]*"|('(?:[^']|''){1,80}'!|[\p{L}_][\p{L}\p{N}_.]{0,80}!)?(?:(?<![\p{L}\p{N}_.$])(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?)(?![\p{L}\p{N}_(!])|(?<![\p{L}\p{N}_.$])(\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_(]))/gu

/** A formula after the insertions into `sheet`, as it stands on the sheet `home`. */
export function movedFormula(
  formula: string,
  { home, sheet, insertions }: { home: string; sheet: string; insertions: readonly Insertion[] },
): string {
  return formula.replace(
    TOKEN,
    (whole, named: string | undefined, area: string | undefined, rows: string | undefined) => {
      if (area === undefined && rows === undefined) return whole
      if ((named === undefined ? home : sheetNamed(named)) !== sheet) return whole
      const moving = { insertions, isOpen: true }
      return `${named ?? ''}${area === undefined ? movedRows(rows ?? '', moving) : movedAreas(area, moving)}`
    },
  )
}

/** The areas a formula on the sheet `home` looks at, as written. */
export function areasIn(formula: string, home: string): { readonly sheet: string; readonly words: string }[] {
  return Array.from(formula.matchAll(TOKEN)).flatMap(([, named, area, rows]) => {
    const words = area ?? rows
    return words === undefined ? [] : [{ sheet: named === undefined ? home : sheetNamed(named), words }]
  })
}

/** Whole rows, `$3:$4`. */
function movedRows(rows: string, moving: Moving): string {
  const [, first = '', start = '1', last = '', end = '1'] = /^(\$?)(\d+):(\$?)(\d+)$/.exec(rows) ?? []
  const from = Number(start) - 1
  return `${first}${movedRow(from, moving.insertions) + 1}:${last}${movedEnd(from, Number(end) - 1, { ...moving, isOpen: false }) + 1}`
}

function sheetNamed(reference: string): string {
  const name = reference.slice(0, -1)
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name
}

/** A formula copied `by` rows down: rows without `$` move with it. */
export function copiedFormula(formula: string, by: number): string {
  return formula.replace(TOKEN, (whole, named: string | undefined, area: string | undefined) => {
    if (area === undefined) return whole
    const moved = area.replace(
      /(\$?[A-Za-z]{1,3})(\$?)(\d{1,7})/g,
      (cell, column: string, fixed: string, row: string) => (fixed === '$' ? cell : `${column}${Number(row) + by}`),
    )
    return `${named ?? ''}${moved}`
  })
}
