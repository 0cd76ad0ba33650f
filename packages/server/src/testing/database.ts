import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { openPool, type Pool } from '../platform/database/pool.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL the tests share, and the migrated database in it that each test file copies. */
    readonly postgres: string
  }
}

/** A database of one's own, migrated and empty, or with `template0` not even migrated; gone when closed. */
export async function testDatabase(template = 'duizhao_template'): Promise<Pool & { readonly url: string }> {
  const server = inject('postgres')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await run(server, `create database ${name} template ${template} strategy file_copy`)
  const url = server.replace(/\/[^/]*$/, `/${name}`)
  const pool = openPool(url, 6)
  return {
    ...pool,
    url,
    close: async () => {
      await pool.close()
      await run(server, `drop database ${name} with (force)`)
    },
  }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
