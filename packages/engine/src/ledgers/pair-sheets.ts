import { contentOf, plainWords } from './cell-content.ts'
import { type PairedColumns, pairColumns } from './pair-columns.ts'
import type { SheetView } from './sheet-view.ts'
import { dice } from '../wording/likeness.ts'

/** A sheet of one copy and the sheet of the other that is the same, with their columns paired. */
export interface SheetPair {
  readonly old: SheetView
  readonly new: SheetView
  readonly columns: PairedColumns
}

export interface PairedSheets {
  readonly pairs: readonly SheetPair[]
  readonly removed: readonly SheetView[]
  readonly added: readonly SheetView[]
}

const LIKE = 0.3
const SAMPLED = 1_000

/** Which sheet of one copy is which of the other: by name and contents, by contents, by name, or because no other is left. */
export function pairSheets(old: readonly SheetView[], latest: readonly SheetView[]): PairedSheets {
  const open = { old: [...old], new: [...latest] }
  const found = new Map<SheetView, SheetView>()
  const contents = new Map([...old, ...latest].map((sheet) => [sheet, contentsOf(sheet)]))
  const alike = (a: SheetView, b: SheetView): number => dice(contents.get(a) ?? new Set(), contents.get(b) ?? new Set())
  const hasSameName = (a: SheetView, b: SheetView): boolean => plainWords(a.name) === plainWords(b.name)
  const steps: readonly ((a: SheetView, b: SheetView) => boolean)[] = [
    (a, b) => hasSameName(a, b) && alike(a, b) >= LIKE,
    (a, b) => alike(a, b) >= LIKE,
    hasSameName,
    (a, b) => open.old.length === 1 && open.new.length === 1 && sharesColumns(a, b),
  ]
  for (const isSame of steps) {
    for (const a of [...open.old]) {
      const others = open.new.filter((b) => isSame(a, b)).toSorted((b, c) => alike(a, c) - alike(a, b))
      const [b] = others
      if (!b) continue
      found.set(a, b)
      open.old.splice(open.old.indexOf(a), 1)
      open.new.splice(open.new.indexOf(b), 1)
    }
  }
  const pairs = old.flatMap((a): SheetPair[] => {
    const b = found.get(a)
    return b ? [{ old: a, new: b, columns: pairColumns(a, b) }] : []
  })
  return { pairs, removed: open.old, added: open.new }
}

function contentsOf({ table }: SheetView): ReadonlySet<string> {
  return new Set(table.cells.slice(0, SAMPLED).map((cell) => contentOf(cell)))
}

function sharesColumns(a: SheetView, b: SheetView): boolean {
  const { pairs } = pairColumns(a, b)
  return pairs.length * 2 >= Math.max(a.columns.length, b.columns.length)
}
