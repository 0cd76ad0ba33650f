import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { AlreadyRunning, keepEmbedded, type KeptDatabase } from './keep-embedded.ts'
import { openPool } from './pool.ts'

let folder: string
let kept: KeptDatabase
const told: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duizhao-kept-'))
  await chmod(folder, 0o755)
  kept = await keepEmbedded(join(folder, 'postgres'), (words) => told.push(words))
})
afterAll(async () => {
  await kept.stop()
  await rm(folder, { recursive: true, force: true })
})

function killDatabase(): void {
  const [first] = readFileSync(join(folder, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(first), 'SIGKILL')
}

it('starts the database again, at the same address, whenever it has gone, and stays its owner', async () => {
  const pool = openPool(kept.url)
  await sql`create table kept (round int)`.execute(pool.db)
  for (const round of [1, 2]) {
    await sql`insert into kept values (${round})`.execute(pool.db)
    killDatabase()
    while (told.length < 2 * round) await wait(100)
    expect(told.slice(-2)).toEqual(['内置的数据库停了，正在重新启动它。', '内置的数据库又在运行了。'])
    const { rows } = await sql<{ round: number }>`select round from kept order by round`.execute(pool.db)
    expect(rows.map((row) => row.round)).toEqual([1, 2].slice(0, round))
    await expect(keepEmbedded(join(folder, 'postgres'), () => undefined)).rejects.toThrow(AlreadyRunning)
  }
  await pool.close()
})
