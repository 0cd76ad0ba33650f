import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { endpoints } from '@duizhao/contract'
import { afterAll, expect, it } from 'vitest'
import { verifyChain } from './platform/audit/index.ts'
import { startEmbedded } from './platform/database/embedded.ts'
import { openPool } from './platform/database/pool.ts'
import { type ServerProcess, signInAt, startProcess } from './testing/server-process.ts'

/** `npm run soak` goes on for as long as one likes. */
const KILLS = 15
const LONGEST_ROUND = 30_000
const VICTIMS = ['server', 'database', 'both'] as const

const folder = await mkdtemp(join(tmpdir(), 'duizhao-crash-'))
await chmod(folder, 0o755)
afterAll(async () => {
  const embedded = await startEmbedded(join(folder, 'postgres'))
  await embedded.stop()
  await rm(folder, { recursive: true, force: true })
})

/** The same sequence of numbers from 0 to 1 for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Kills the first process of PostgreSQL; the others end by themselves. */
function killDatabase(): void {
  const [first] = readFileSync(join(folder, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(first), 'SIGKILL')
}

/** Writes people until the server no longer answers; each name is told only once the server has said yes. */
async function writeUntilGone(address: string, prefix: string, tell: (name: string) => void): Promise<void> {
  const { call } = await signInAt(address)
  const { items } = await call(endpoints.listOrganisationRoots, {})
  const organisationId = items[0]?.id ?? ''
  for (let number = 0; ; number++) {
    const name = `${prefix}之${number}`
    const body = { name, position: '干部', email: '', isPartyMember: true }
    await call(endpoints.createPerson, { params: { organisationId }, body })
    tell(name)
  }
}

async function kill(server: ServerProcess, victim: (typeof VICTIMS)[number]): Promise<void> {
  if (victim !== 'server') killDatabase()
  // The server outlives its database for a moment, long enough to notice.
  if (victim === 'database') await wait(100)
  await server.kill()
}

it(
  `keeps what it has acknowledged over ${KILLS} kills of server and database`,
  { timeout: 60_000 + KILLS * LONGEST_ROUND },
  async () => {
    const random = randomNumbers(20_261_121)
    const acknowledged: string[] = []
    for (let round = 0; round < KILLS; round++) {
      const server = await startProcess(folder)
      const begun = Promise.withResolvers<void>()
      const writing = writeUntilGone(server.address, `第${round}轮`, (name) => {
        acknowledged.push(name)
        begun.resolve()
      }).catch(() => undefined)
      // However slow the machine: no kill before there is something to lose.
      await Promise.race([begun.promise, writing])
      await wait(random() * 350)
      await kill(server, VICTIMS[Math.floor(random() * VICTIMS.length)] ?? 'both')
      await writing
    }
    const last = await startProcess(folder)
    const pool = openPool(last.databaseUrl)
    const kept = await pool.db.selectFrom('person').select('name').execute()
    const chain = await verifyChain(pool.db)
    await pool.close()
    await last.kill()
    const names = new Set(kept.map(({ name }) => name))
    expect(acknowledged.length).toBeGreaterThan(KILLS)
    expect(acknowledged.filter((name) => !names.has(name))).toEqual([])
    expect([chain.intact, chain.entries >= acknowledged.length]).toEqual([true, true])
  },
)
