import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../testing/database.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** Columns that mean the same in every table, and say so by their names. */
const OBVIOUS = ['id', 'name', 'version', 'created_at', 'problem_id', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8']

it('every table has a comment, and every column that does not explain itself', async () => {
  const { rows } = await sql<{ place: string; column: string | null }>`
    select relname || '.' || attname as place, attname as column
    from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
      and col_description(pg_class.oid, attnum) is null
    union all
    select relname, null from pg_class
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and obj_description(oid, 'pg_class') is null
    order by place`.execute(database.db)
  expect(rows.filter(({ column }) => column === null || !OBVIOUS.includes(column)).map(({ place }) => place)).toEqual(
    [],
  )
})
