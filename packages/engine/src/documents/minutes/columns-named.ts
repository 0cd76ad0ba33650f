import type { Cell, Table } from '../../reading/source-document.ts'
import { gridOf } from '../../tables/grid.ts'

/** A row of a table, its cells by the names of their columns; null where it has none. */
export type NamedRow<Name extends string> = Readonly<Record<Name, Cell | null>>

/** The rows under the first header that names all the columns needed; empty if there is none. Merged cells count in every row. */
export function rowsUnder<Name extends string>(
  table: Table,
  columns: Readonly<Record<Name, RegExp>>,
  needed: readonly NoInfer<Name>[],
): NamedRow<Name>[] {
  const names = Object.keys(columns) as Name[]
  const grid = gridOf(table)
  for (const [i, row] of (grid?.rows ?? []).entries()) {
    const headers = row.places.map((cell) => cell?.text.replace(/\s|[（(].*?[)）]/g, '') ?? '')
    const at = Object.fromEntries(names.map((name) => [name, headers.findIndex((words) => columns[name].test(words))]))
    if (needed.some((name) => (at[name] ?? -1) < 0)) continue
    return (grid?.rows ?? [])
      .slice(i + 1)
      .map(
        ({ places }) =>
          Object.fromEntries(names.map((name) => [name, places[at[name] ?? -1] ?? null])) as NamedRow<Name>,
      )
  }
  return []
}
