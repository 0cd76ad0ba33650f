import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '../platform/config.ts'
import { type RunningServer, startServer } from '../server.ts'
import { testDatabase } from '../testing/database.ts'
import type { FirstAccount } from './set-up.ts'
import { isNew } from './set-up.ts'
import { setUpFirst } from './set-up-first.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let folder = ''
const running: RunningServer[] = []
beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'duizhao-first-'))
})
afterAll(async () => {
  for (const server of running) await server.stop()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

it('servers that start at the same time on an empty database set it up once, and tell its accounts once', async () => {
  const config = readConfig({
    DUIZHAO_DATA: folder,
    DATABASE_URL: database.url,
    DUIZHAO_PORT: '0',
    DUIZHAO_LOG: 'silent',
  })
  const told: FirstAccount[] = []
  const prepare = async ({ db }: Pick<typeof database, 'db'>): Promise<void> => {
    if (await isNew(db)) told.push(...(await setUpFirst(db, new Date())))
  }
  running.push(...(await Promise.all([0, 1, 2].map(() => startServer(config, { version: '0.0.0', prepare })))))
  const roots = await database.db.selectFrom('organisation').select('name').execute()
  expect([roots.length, told.length]).toEqual([1, 3])
})
