import { sql } from 'kysely'
import type { Tx } from './transaction.ts'

/** A foreign key that keeps a row from being deleted, or a list of ids that does, which can be none. */
interface Reference {
  readonly table: string
  readonly column: string
  readonly isList: boolean
  /** What the table holds, as its comment begins. */
  readonly words: string
}

// Whom a round asks about may be named in what is sealed for it, where nobody sees it: they stay as if a key referred to them.
async function referencesTo(tx: Tx, table: string): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    select refering.relname as table, attribute.attname as column, attribute.atttypid = 'uuid[]'::regtype as "isList",
      regexp_replace(coalesce(obj_description(refering.oid), refering.relname), '[：。，；（].*$', '') as words
    from (
      select conrelid as relation, conkey[1] as number from pg_constraint
      where contype = 'f' and confrelid = ${table}::regclass and confdeltype <> 'c'
      union all
      select attrelid, attnum from pg_attribute
      where ${table} = 'person' and attrelid = 'round'::regclass and attname = 'about_ids'
    ) as key
    join pg_class as refering on refering.oid = key.relation
    join pg_attribute as attribute on attribute.attrelid = key.relation and attribute.attnum = key.number
    order by refering.relname, attribute.attname`.execute(tx)
  return rows
}

/**
 * What refers to some rows of a table and keeps them from being deleted: of each row that has any, what it is, in the words
 * the tables are explained with. Read from the catalogue, so that a table of a feature to come is not forgotten.
 *
 * `except` names references as `table.column` that go with the rows.
 */
export async function referencesOf(
  tx: Tx,
  table: 'account' | 'organisation' | 'person',
  { ids, except }: { readonly ids: readonly string[]; readonly except: readonly string[] },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>()
  if (ids.length === 0) return found
  for (const { table: referring, column, isList, words } of await referencesTo(tx, table)) {
    if (except.includes(`${referring}.${column}`)) continue
    const referred = isList ? sql`unnest(${sql.ref(column)})` : sql.ref(column)
    const { rows } = await sql<{ id: string }>`select distinct id from (select ${referred} as id from
      ${sql.table(referring)}) as referred where id = any(${ids}::uuid[])`.execute(tx)
    for (const { id } of rows) found.set(id, [...(found.get(id) ?? []), words])
  }
  return found
}
