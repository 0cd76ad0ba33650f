import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { startEmbedded } from './platform/database/embedded.ts'

const PROGRAM = resolve(import.meta.dirname, '../../cli/src/main.ts')
const folder = await mkdtemp(join(tmpdir(), 'duizhao-stop-'))
const postgres = join(folder, 'postgres')
let service: ChildProcess | null = null
await chmod(folder, 0o755)
afterAll(async () => {
  service?.kill('SIGKILL')
  // What a failed test left running is stopped; after a good one this starts it once more for that.
  await startEmbedded(postgres).then((embedded) => embedded.stop())
  await rm(folder, { recursive: true, force: true })
})

interface Serving {
  readonly process: ChildProcess
  readonly address: string
  readonly login: string
  readonly password: string
}

/** `duizhao serve` on the folder, with the first of the accounts it prints. */
async function serve(): Promise<Serving> {
  const started = spawn(process.execPath, [PROGRAM, 'serve', '--data', folder, '--port', '0'], {
    env: { ...process.env, DATABASE_URL: '', DUIZHAO_LOG: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  service = started
  let account: RegExpExecArray | null = null
  for await (const line of createInterface(started.stdout)) {
    account ??= /账号 (\S+)\s+初始口令 (\S+)/.exec(line)
    const address = /http:\S+/.exec(line)?.[0]
    if (account && address !== undefined)
      return { process: started, address, login: account[1] ?? '', password: account[2] ?? '' }
  }
  throw new Error('duizhao serve said nothing of its accounts')
}

/** Holds what every change has to write last, so that changes wait until it is let go. */
async function holdChanges(): Promise<{ waiting(): Promise<number>; letGo(): Promise<void> }> {
  const { port, password } = JSON.parse(readFileSync(join(postgres, 'access.json'), 'utf8')) as Record<string, string>
  const client = new pg.Client({ connectionString: `postgres://duizhao:${password}@127.0.0.1:${port}/postgres` })
  await client.connect()
  await client.query('begin')
  await client.query('select from audit_head for update')
  return {
    waiting: async () => {
      const { rows } = await client.query<{ count: string }>(`select count(*) from pg_locks where not granted`)
      return Number(rows[0]?.count)
    },
    letGo: async () => {
      await client.query('commit')
      await client.end()
    },
  }
}

// Windows has no way to ask: what is sent there as SIGTERM ends the process on the spot.
it.skipIf(process.platform === 'win32')(
  'asked to stop, it takes no new requests, finishes those under way, and stops PostgreSQL cleanly',
  async () => {
    const { process: served, address, login, password } = await serve()
    const gone = once(served, 'exit')
    const held = await holdChanges()
    const body = JSON.stringify({ login, password })
    const headers = { 'content-type': 'application/json' }
    const answered = fetch(`${address}/api/session`, { method: 'POST', headers, body })
    while ((await held.waiting()) === 0) await wait(20)
    served.kill('SIGTERM')
    await wait(500)
    expect(served.exitCode).toBeNull()
    await expect(fetch(`${address}/health`)).rejects.toThrow('fetch failed')
    await held.letGo()
    const answer = await answered
    expect([answer.status, (await answer.json()) as object]).toMatchObject([200, { account: { login } }])
    expect(await gone).toEqual([0, null])
    const log = readFileSync(join(postgres, 'postgres.log'), 'utf8').trim()
    expect(log.split('\n').at(-1)).toContain('database system is shut down')
    expect(existsSync(join(postgres, 'data', 'postmaster.pid'))).toBe(false)
  },
)
