import { sql } from 'kysely'
import type { Tx } from './transaction.ts'

/** A foreign key that keeps a row from being deleted. */
interface Reference {
  readonly table: string
  readonly column: string
  /** What the table holds, as its comment begins. */
  readonly words: string
}

async function referencesTo(tx: Tx, table: string): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    select refering.relname as table, attribute.attname as column,
      regexp_replace(coalesce(obj_description(refering.oid), refering.relname), '[：。，；（].*$', '') as words
    from pg_constraint as key
    join pg_class as refering on refering.oid = key.conrelid
    join pg_attribute as attribute on attribute.attrelid = key.conrelid and attribute.attnum = key.conkey[1]
    where key.contype = 'f' and key.confrelid = ${table}::regclass and key.confdeltype <> 'c'
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
  for (const { table: referring, column, words } of await referencesTo(tx, table)) {
    if (except.includes(`${referring}.${column}`)) continue
    const { rows } = await sql<{ id: string }>`
      select distinct ${sql.ref(column)} as id from ${sql.table(referring)} where ${sql.ref(column)} = any(${ids}::uuid[])
    `.execute(tx)
    for (const { id } of rows) found.set(id, [...(found.get(id) ?? []), words])
  }
  return found
}
