import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { testDatabase } from '../../testing/database.ts'
import { openPool, type Pool } from './pool.ts'
import { transaction } from './transaction.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let pool: Pool
beforeAll(async () => {
  database = await testDatabase()
  // One connection: the statement that was prepared is the one that is asked again.
  pool = openPool(database.url, 1)
})
afterAll(async () => {
  await pool.close()
  await database.close()
})
beforeEach(async () => {
  await sql`drop table if exists river`.execute(database.db)
  await sql`create table river (id integer)`.execute(database.db)
  await sql`insert into river values (1)`.execute(database.db)
})

const rivers = sql<{ id: number; name?: string }>`select * from river where id = ${1}`
const migrate = () => sql`alter table river add column name text not null default '清河'`.execute(database.db)

it('a statement goes on when a migration changed what it gives', async () => {
  expect((await rivers.execute(pool.db)).rows).toEqual([{ id: 1 }])
  await migrate()
  expect((await rivers.execute(pool.db)).rows).toEqual([{ id: 1, name: '清河' }])
})

it('so does a transaction, from its start', async () => {
  const work = () =>
    transaction(pool.db, async (tx) => {
      await sql`insert into river (id) values (${2})`.execute(tx)
      return (await rivers.execute(tx)).rows
    })
  expect(await work()).toEqual([{ id: 1 }])
  await migrate()
  expect(await work()).toEqual([{ id: 1, name: '清河' }])
  const { rows } = await sql`select from river where id = ${2}`.execute(pool.db)
  expect(rows).toHaveLength(2)
})

it('what is wrong with a statement itself is told as it is', async () => {
  await expect(sql`select name from river where id = ${1}`.execute(pool.db)).rejects.toMatchObject({ code: '42703' })
})
