import { readFile } from 'node:fs/promises'
import { globSync } from 'node:fs'
import { join, relative } from 'node:path'
import { openStates, problemStates } from '@duizhao/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../testing/database.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const statesIn = (definition: string): string[] =>
  [...definition.matchAll(/'([a-z_]+)'(?:::text)/g)].map(([, name = '']) => name)

describe('the database knows the sets of states of the contract', () => {
  it('a problem is in one of its states', async () => {
    const { rows } = await sql<{ definition: string }>`select pg_get_constraintdef(oid) as definition from pg_constraint
      where conname = 'problem_state_check'`.execute(database.db)
    expect(rows.map(({ definition }) => statesIn(definition).toSorted())).toEqual([problemStates.toSorted()])
  })

  it('what is open is open there, and so is what becomes overdue', async () => {
    const { rows } = await sql<{ definition: string }>`
      select pg_get_expr(adbin, adrelid) as definition from pg_attrdef join pg_attribute on attrelid = adrelid and attnum = adnum
      where adrelid = 'problem'::regclass and attname = 'is_open'
      union all
      select replace(prosrc, chr(39) || ',', chr(39) || '::text,') from pg_proc where proname = 'mark_overdue'`.execute(
      database.db,
    )
    const [open, overdue] = rows.map(({ definition }) => definition)
    expect(statesIn(open ?? '').toSorted()).toEqual(openStates.toSorted())
    for (const state of problemStates)
      expect(overdue?.includes(`'${state}'`), state).toBe(openStates.some((each) => each === state))
  })
})

it('the state of a problem is written only where the machine was asked', async () => {
  const root = join(import.meta.dirname, '../..')
  const writers: string[] = []
  for (const file of globSync(join(root, '**/*.ts'))) {
    if (/\.test\.ts$|\/testing\//.test(file)) continue
    const text = await readFile(file, 'utf8')
    const isWriter =
      /\b(?:insertProblems|updateProblems?)\(|(?:insertInto|updateTable)\('problem'\)|(?:update|insert into) problem\s/.test(
        text,
      )
    if (isWriter) writers.push(relative(root, file))
  }
  expect(writers.toSorted()).toEqual([
    'loop/ledger/act.ts',
    'loop/ledger/closures.ts',
    'loop/ledger/enter-problems.ts',
    'loop/ledger/from-paper/join-rows.ts',
    'loop/ledger/import/withdraw-import.ts',
    'loop/ledger/import/write-queries.ts',
    'loop/ledger/problem-queries.ts',
  ])
})
