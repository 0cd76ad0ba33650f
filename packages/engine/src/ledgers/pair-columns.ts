import type { LedgerField } from '../tables/header-names.ts'
import { contentOf } from './cell-content.ts'
import { headerWords } from '../tables/header-match.ts'
import type { SheetColumn, SheetView } from './sheet-view.ts'
import { bigramsOf, dice } from '../wording/likeness.ts'

/** A column of one copy and the column of the other that is the same. */
export interface ColumnPair {
  readonly old: number
  readonly new: number
  /** What it holds, by whichever copy tells. */
  readonly field: LedgerField
}

/** The columns two copies share, in the order of the old one, and those only one has. */
export interface PairedColumns {
  readonly pairs: readonly ColumnPair[]
  readonly removed: readonly SheetColumn[]
  readonly added: readonly SheetColumn[]
}

type Same = (a: NamedColumn, b: NamedColumn) => boolean

/** A column with its header's words as they are compared, and those it has in other tables of the sheet. */
interface NamedColumn extends SheetColumn {
  readonly words: string
  readonly others: readonly string[]
}

/** Sheets of data have thousands of columns: there only columns about as far along are compared. */
const MOST_COMPARED = 64

/** Which column of one copy is which of the other: by header, by what it holds, by contents, by place. */
export function pairColumns(before: SheetView, after: SheetView): PairedColumns {
  const open = { old: before.columns.map(named), new: after.columns.map(named) }
  const pairs: ColumnPair[] = []
  const contents = contentsOf(before, after)
  const steps: readonly Same[] = [
    (a, b) => a.index === b.index && isNamed(a) && a.words === b.words,
    (a, b) => isNamed(a) && a.words === b.words,
    (a, b) => a.index === b.index && a.others.some((words) => b.others.includes(words)),
    (a, b) => a.field !== 'unknown' && a.field === b.field && isAlone(a, open.old) && isAlone(b, open.new),
    (a, b) => a.index === b.index && (!isNamed(a) || !isNamed(b)) && contents(a, b) >= 0.5,
    (a, b) => (!isNamed(a) || !isNamed(b)) && contents(a, b) >= 0.5,
    (a, b) => a.index === b.index && !isNamed(a) && !isNamed(b),
    (a, b) => a.index === b.index && dice(bigramsOf(a.words), bigramsOf(b.words)) >= 0.5,
  ]
  for (const isSame of steps) {
    const taken = new Set<NamedColumn>()
    for (const [i, a] of open.old.entries()) {
      const b = near(open.new, i).find((other) => !taken.has(other) && isSame(a, other))
      if (b === undefined) continue
      pairs.push({ old: a.index, new: b.index, field: a.field === 'unknown' ? b.field : a.field })
      taken.add(a).add(b)
    }
    open.old = open.old.filter((column) => !taken.has(column))
    open.new = open.new.filter((column) => !taken.has(column))
  }
  return { pairs: pairs.toSorted((a, b) => a.old - b.old), removed: open.old, added: open.new }
}

function near(columns: readonly NamedColumn[], place: number): readonly NamedColumn[] {
  const first = Math.max(0, place - MOST_COMPARED)
  return columns.length <= 2 * MOST_COMPARED ? columns : columns.slice(first, place + MOST_COMPARED + 1)
}

function named(column: SheetColumn): NamedColumn {
  const wordsOf = (header: string): string => header.split('|').map(headerWords).join('|')
  return { ...column, words: wordsOf(column.header), others: column.names.map(wordsOf) }
}

function isNamed({ words }: NamedColumn): boolean {
  return words !== ''
}

function isAlone({ field }: SheetColumn, among: readonly SheetColumn[]): boolean {
  return among.filter((column) => column.field === field).length === 1
}

const SAMPLED = 400

/** How much of what stands in a column of the old copy stands in one of the new, 0 to 1. */
function contentsOf(before: SheetView, after: SheetView): (a: SheetColumn, b: SheetColumn) => number {
  const known = new Map<SheetColumn, ReadonlySet<string>>()
  const of = (view: SheetView, column: SheetColumn): ReadonlySet<string> => {
    const found = known.get(column) ?? new Set(columnContents(view, column.index))
    known.set(column, found)
    return found
  }
  return (a, b) => dice(of(before, a), of(after, b))
}

function columnContents({ lines }: SheetView, column: number): string[] {
  const cells = lines.flatMap(({ kind, at }) => (kind === 'row' ? (at.get(column) ?? []) : []))
  return cells.slice(0, SAMPLED).map((cell) => contentOf(cell))
}
