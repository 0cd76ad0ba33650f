import { problemClasses, type ProblemSort, problemSources, problemStates } from '@duizhao/contract'
import { type RawBuilder, sql } from 'kysely'
import type { SortKey } from '../../platform/database/paging.ts'

/** What rows are sorted by: a value of each, and where what has none stands, which is last whichever way round. */
type Order = (isDescending: boolean) => RawBuilder<string | number>

/** By the place a word has in its list, as people name them, not by the word. */
const placeIn =
  (column: string, words: readonly string[]): Order =>
  () =>
    sql`array_position(array[${sql.join(words.map((word) => sql.lit(word)))}], ${sql.ref(column)})`

/**
 * By name as a Chinese dictionary has it: the code of GB 18030 puts the 3,755 usual characters (GB/T 2312, level 1) in
 * the order of their pinyin, whatever the collation of the database is.
 */
const byName =
  (name: RawBuilder<string | null>): Order =>
  (isDescending) =>
    sql`coalesce(nullif(encode(convert_to(${name}, 'GB18030'), 'hex'), ''), ${sql.lit(isDescending ? '' : 'z')})`

/** By a person, as it is kept with the problem (0062): who is nobody is z there. */
const byPerson =
  (column: string): Order =>
  (isDescending) =>
    isDescending ? sql`coalesce(nullif(${sql.ref(column)}, 'z'), '')` : sql`${sql.ref(column)}`

const ORDERS: Readonly<Record<ProblemSort, Order>> = {
  due: (isDescending) => (isDescending ? sql`coalesce(problem.due_on, date '0001-01-01')` : sql`problem.due_order`),
  number: () => sql`problem.number`,
  registered: () => sql`problem.registered_on`,
  state: placeIn('problem.state', problemStates),
  source: placeIn('problem.source', problemSources),
  class: placeIn('problem.class', problemClasses),
  aspect: byName(sql`problem.aspect`),
  // Kept with the problem, as the name of its unit has it (0050).
  organisation: () => sql`problem.unit_order`,
  lead: byPerson('problem.lead_order'),
  handler: byPerson('problem.handler_order'),
}

/** The columns a page of the ledger is sorted by, and the value of the first, which a row has as `sortedBy`. */
export function orderOf(
  sort: ProblemSort,
  isDescending: boolean,
): { readonly keys: readonly SortKey[]; readonly sortedBy: RawBuilder<string | number> } {
  const sortedBy = ORDERS[sort](isDescending)
  const keys = [
    { column: sortedBy, property: 'sortedBy' },
    { column: 'problem.id', property: 'id' },
  ]
  return { keys, sortedBy }
}
