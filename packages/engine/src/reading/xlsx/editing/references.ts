import { columnLetters } from '../../../wording/column-letters.ts'
import { placeOf } from '../sheet-cells.ts'

/** Rows inserted into a sheet: `count` of them below the row `after` (from 0). */
export interface Insertion {
  readonly after: number
  readonly count: number
  /** True if they belong to the rows below: areas that begin there take them in. */
  readonly isAtTop?: boolean
}

/** Where a row stands after the insertions. */
export function movedRow(row: number, insertions: readonly Insertion[]): number {
  let moved = row
  for (const { after, count } of insertions) if (row > after) moved += count
  return moved
}

/** Where the first row of an area of several rows stands after the insertions. */
function movedStart(first: number, { insertions, isOpen }: Moving): number {
  const isTaken = (insertion: Insertion): boolean => insertion.isAtTop === true && insertion.after === first - 1
  return movedRow(first, isOpen ? insertions.filter((insertion) => !isTaken(insertion)) : insertions)
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
    if (last === undefined) return withRow(first, movedRow(rowOf(first), moving.insertions))
    const [from, to] = [rowOf(first), rowOf(last)]
    const start = from === to ? movedRow(from, moving.insertions) : movedStart(from, moving)
    return `${withRow(first, start)}:${withRow(last, movedEnd(from, to, moving))}`
  })
}

function rowOf(reference: string): number {
  return Number(/\d+$/.exec(reference)?.[0] ?? 1) - 1
}

function withRow(reference: string, row: number): string {
  return reference.replace(/\d+$/, String(row + 1))
}

/**
 * A string, or a reference with the sheet it names (`[1]` before it is another workbook), or a name or function that
 * only looks like one. Cells and areas, whole rows, whole columns.
 */
const TOKEN =
  /"[^"]*"|&quot;(?:(?!&quot;)[\s\S])*&quot;|((?:\[\d{1,4}\])?(?:'(?:[^']|''){1,80}'!|[\p{L}_][\p{L}\p{N}_.]{0,80}!))?(?:(?<![\p{L}\p{N}_.$])(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?)(?![\p{L}\p{N}_(!])|(?<![\p{L}\p{N}_.$])(\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_(])|(?<![\p{L}\p{N}_.$])(\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})(?![\p{L}\p{N}_(!.]))/gu

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

/** A formula that looks at the cell right above it, at the cell `by` rows further down instead. Row from 0, without `$`. */
export function chainedFormula(formula: string, above: { row: number; column: number; by: number }): string {
  const cell = `${columnLetters(above.column)}${above.row + 1}`
  return formula.replace(TOKEN, (whole, ...groups: (string | undefined)[]) => {
    const [named, area] = groups
    return named === undefined && area === cell ? `${columnLetters(above.column)}${above.row + 1 + above.by}` : whole
  })
}

/** What may stand between references without looking anywhere: functions, numbers, truth values, errors, operators. */
const LOOKS_NOWHERE =
  /[\p{L}_][\p{L}\p{N}_.]{0,80}\(|\b(?:TRUE|FALSE)\b|#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)|\d[\d.]*(?:E[+-]?\d+)?|[\s()+\-*/^&=<>,;%{}.]/giu
/** Functions that look where their words do not tell. */
const OPAQUE = /\b(?:INDIRECT|OFFSET|GETPIVOTDATA|CELL)\b/i

/**
 * The areas a formula on the sheet `home` looks at, as written; null if it cannot be told from its words alone: it
 * names something (状态列, 表1[金额]), or works out where to look.
 */
export function areasIn(formula: string, home: string): { readonly sheet: string; readonly words: string }[] | null {
  const rest = plain(formula.replace(TOKEN, ' ')).replace(LOOKS_NOWHERE, '')
  if (rest !== '' || OPAQUE.test(formula)) return null
  return Array.from(formula.matchAll(TOKEN)).flatMap(([, named, area, rows, columns]) => {
    const words = area ?? rows ?? columns
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
  return plain(name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name)
}

/** Formulas are handled as XML has them. */
function plain(words: string): string {
  return words.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity] ?? entity)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}

/** A formula copied some rows down and columns to the right: what has no `$` moves with it. */
export function copiedFormula(formula: string, by: { readonly rows: number; readonly columns?: number }): string {
  const { rows: down, columns: right = 0 } = by
  return formula.replace(TOKEN, (whole, ...groups: (string | undefined)[]) => {
    const [named = '', area, rows, columns] = groups
    const words = area ?? rows ?? columns
    if (words === undefined) return whole
    const ends = words
      .split(':')
      .map((end) =>
        end
          .replace(/(?<!\$|[A-Z])[A-Z]{1,3}/i, (letters) => columnLetters(columnOf(letters) + right))
          .replace(/(?<!\$|\d)\d{1,7}$/, (row) => String(Number(row) + down)),
      )
    return `${named}${ends.join(':')}`
  })
}

function columnOf(letters: string): number {
  return placeOf(`${letters}1`)?.column ?? 0
}
