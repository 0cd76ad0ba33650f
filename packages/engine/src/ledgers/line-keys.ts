import type { Cell } from '../reading/source-document.ts'
import type { LedgerField } from '../tables/header-names.ts'
import { contentOf } from './cell-content.ts'
import type { ColumnPair } from './pair-columns.ts'
import type { SheetLine, SheetView } from './sheet-view.ts'
import { bigramsOf } from '../wording/likeness.ts'

/** Which columns tell what a line is about, for two copies alike. */
export interface KeyColumns {
  readonly all: readonly ColumnPair[]
  /** What the line is about, without how far it is: problem, measure, category … */
  readonly identity: readonly ColumnPair[]
  /** The problem or opinion itself. */
  readonly subject: readonly ColumnPair[]
  readonly number: readonly ColumnPair[]
}

/** What a line is recognised by. Empty strings recognise nothing. */
export interface LineKeys {
  readonly whole: string
  readonly unnumbered: string
  readonly identity: string
  readonly subject: string
  readonly number: string
  /** All that somebody typed in the line, whatever the line is: what formulas come to may have made it one of another kind. */
  readonly typed: string
  /** All that is shown in the line, sign by sign, with what formulas come to. */
  readonly shown: string
  readonly hasResult: boolean
  readonly grams: ReadonlySet<string>
}

/** The keys of no line. */
export const NO_KEYS: LineKeys = {
  whole: '',
  unnumbered: '',
  identity: '',
  subject: '',
  number: '',
  typed: '',
  shown: '',
  hasResult: false,
  grams: new Set(),
}

const SUBJECTS: readonly LedgerField[] = ['problem', 'opinion', 'manifestation', 'measure']
const IDENTITY: ReadonlySet<LedgerField> = new Set([
  'problem',
  'opinion',
  'manifestation',
  'measure',
  'cause',
  'source',
  'category',
  'target',
  'person',
  'giver',
])

/** The columns that recognise lines of two copies: by their fields, in other tables by what differs from line to line. */
export function keyColumns(pairs: readonly ColumnPair[], before: SheetView, after: SheetView): KeyColumns {
  const number = pairs.filter(({ field }) => field === 'number')
  const rest = pairs.filter(({ field }) => field !== 'number')
  const subjects = SUBJECTS.map((field) => rest.filter((pair) => pair.field === field)).find(
    (found) => found.length > 0,
  )
  if (subjects) {
    const identity = rest.filter(({ field }) => IDENTITY.has(field))
    return { all: pairs, identity, subject: subjects, number }
  }
  const telling = rest
    .map((pair) => ({ pair, tells: Math.min(variety(before, pair.old), variety(after, pair.new)) }))
    .toSorted((a, b) => b.tells - a.tells)
  const [best] = telling
  return { all: pairs, identity: rest, subject: best && best.tells >= 0.8 ? [best.pair] : [], number }
}

/** The share of lines that have something of their own in a column. */
function variety({ lines }: SheetView, column: number): number {
  const rows = lines.filter(({ kind }) => kind === 'row')
  const contents = rows.flatMap(({ at }) => at.get(column)?.text.trim() ?? []).filter((text) => /\p{L}/u.test(text))
  return rows.length === 0 ? 0 : new Set(contents).size / rows.length
}

/** The keys of a line; `side` says whose column numbers count. */
export function keysOf(line: SheetLine, columns: KeyColumns, side: 'old' | 'new'): LineKeys {
  const contents = new Map<ColumnPair, string>()
  for (const pair of columns.all) contents.set(pair, keyOf(line.at.get(pair[side]), pair.field))
  const join = (pairs: readonly ColumnPair[]): string => {
    const words = pairs.map((pair) => contents.get(pair) ?? '')
    return words.every((word) => word === '') ? '' : words.join('|')
  }
  const kind = line.kind === 'row' ? '' : `${line.kind}:`
  const key = (words: string): string => (words === '' ? '' : kind + words)
  // Titles, notes and sections reach over the table: all their words tell what they are.
  const identity = line.kind === 'row' ? join(columns.identity) : line.cells.map((cell) => keyOf(cell)).join('|')
  return {
    whole: key(join(columns.all)),
    unnumbered: key(join(columns.all.filter((pair) => !columns.number.includes(pair)))),
    identity: key(identity),
    subject: line.kind === 'row' ? key(join(columns.subject)) : '',
    number: line.kind === 'row' ? join(columns.number) : '',
    typed: typedIn(line),
    shown: line.cells.map(({ column, text }) => `${column} ${text}`).join('|'),
    hasResult: line.cells.some((cell) => isResult(cell)),
    grams: bigramsOf(identity.replaceAll('|', '')),
  }
}

/** What a cell says that names its line: what a formula comes to follows from other lines. Numbers of a list do name it. */
function keyOf(cell: Cell | undefined, field?: LedgerField): string {
  return cell === undefined || (isResult(cell) && field !== 'number') ? '' : contentOf(cell, field)
}

function isResult({ formula, value }: Cell): boolean {
  return formula === true && value?.type === 'number'
}

function typedIn({ cells }: SheetLine): string {
  const words = cells.map((cell) => keyOf(cell)).filter((word) => word !== '')
  return words.some((word) => /\p{L}{2}/u.test(word)) ? words.join('|') : ''
}
