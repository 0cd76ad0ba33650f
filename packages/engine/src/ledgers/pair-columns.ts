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

type Same = (a: SheetColumn, b: SheetColumn) => boolean

/** Which column of one copy is which of the other: by header, by what it holds, by contents, by place. */
export function pairColumns(before: SheetView, after: SheetView): PairedColumns {
  const open = { old: [...before.columns], new: [...after.columns] }
  const pairs: ColumnPair[] = []
  const take = (a: SheetColumn, b: SheetColumn): void => {
    pairs.push({ old: a.index, new: b.index, field: a.field === 'unknown' ? b.field : a.field })
    open.old.splice(open.old.indexOf(a), 1)
    open.new.splice(open.new.indexOf(b), 1)
  }
  const contents = contentsOf(before, after)
  const steps: readonly Same[] = [
    (a, b) => a.index === b.index && isNamed(a) && wordsOf(a) === wordsOf(b),
    (a, b) => isNamed(a) && wordsOf(a) === wordsOf(b),
    (a, b) => a.field !== 'unknown' && a.field === b.field && isAlone(a, open.old) && isAlone(b, open.new),
    (a, b) => (!isNamed(a) || !isNamed(b)) && contents(a, b) >= 0.5,
    (a, b) => a.index === b.index && !isNamed(a) && !isNamed(b),
    (a, b) => a.index === b.index && dice(bigramsOf(wordsOf(a)), bigramsOf(wordsOf(b))) >= 0.5,
  ]
  for (const isSame of steps) {
    for (const a of [...open.old]) {
      const b = open.new.find((other) => isSame(a, other))
      if (b) take(a, b)
    }
  }
  return { pairs: pairs.toSorted((a, b) => a.old - b.old), removed: open.old, added: open.new }
}

function wordsOf({ header }: SheetColumn): string {
  return header.split('|').map(headerWords).join('|')
}

function isNamed(column: SheetColumn): boolean {
  return wordsOf(column) !== ''
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
