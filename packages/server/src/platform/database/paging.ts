import type { Page } from '@duizhao/contract'
import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { invalid } from '../refusal.ts'

/** One column a list is sorted by; the last one has to be unique. */
export interface SortKey {
  /** As in the query, `person.name`; or what is made of columns. */
  readonly column: string | RawBuilder<unknown>
  /** The row's property that holds it. */
  readonly property: string
}

/**
 * A page of a list by keyset pagination: the rows after the cursor `after`. The comparison of whole rows,
 * `(a, b) > (x, y)`, is answered by an index on the columns, where an offset would read every row before.
 */
export async function page<DB, TB extends keyof DB, O extends object>(
  query: SelectQueryBuilder<DB, TB, O>,
  keys: readonly SortKey[],
  { after, limit, descending = false }: { after?: string | undefined; limit: number; descending?: boolean },
): Promise<Page<O>> {
  let wanted = query.limit(limit + 1)
  for (const key of keys) wanted = wanted.orderBy(reference(key), descending ? 'desc' : 'asc')
  if (after !== undefined) wanted = wanted.where(beyond(keys, after, descending))
  const rows = await wanted.execute().catch((error: unknown) => {
    throw after !== undefined && isDataError(error) ? misplaced() : error
  })
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? cursorAt(keys, last) : null }
}

const reference = ({ column }: SortKey) => (typeof column === 'string' ? sql.ref(column) : column)

/** The rows that come after the place a cursor names. */
export function beyond(keys: readonly SortKey[], after: string, descending: boolean) {
  const values = readCursor(after, keys.length).map((value) => sql.val(value))
  return sql<boolean>`(${sql.join(keys.map(reference))}) ${sql.raw(descending ? '<' : '>')} (${sql.join(values)})`
}

/** The place of a row in a list: what a page that begins after it is asked with. */
export function cursorAt(keys: readonly SortKey[], row: object): string {
  const values = row as Readonly<Record<string, unknown>>
  return Buffer.from(JSON.stringify(keys.map(({ property }) => values[property]))).toString('base64url')
}

function readCursor(text: string, length: number): readonly (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (Array.isArray(values) && values.length === length && values.every(isKey)) return values
  } catch {
    // Falls through to the refusal: whatever it was, it was no cursor of ours.
  }
  throw misplaced()
}

function misplaced(): Error {
  return invalid('翻页的位置不对。', '请从第一页重新打开这个列表。')
}

/** True if PostgreSQL could not take a value for what it should be (class 22): the cursor was not one of ours. */
function isDataError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('22')
}

function isKey(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}
