import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { call, endpoints } from '@duizhao/contract'

const MAIN = fileURLToPath(new URL('../packages/cli/src/main.ts', import.meta.url))

/** `duizhao serve` in a process of its own. */
export interface Service {
  readonly port: number
  /** Initial passwords by login; only of a first start. */
  readonly passwords: ReadonlyMap<string, string>
  /** From the command to the line that says it is there. */
  readonly startSeconds: number
  stop(): Promise<void>
  /** kill -9 of the service; its database runs on. */
  kill(): Promise<void>
}

/** A folder that PostgreSQL gets into under whatever account it runs. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'))
  chmodSync(folder, 0o755)
  return folder
}

export async function serve(folder: string): Promise<Service> {
  const start = performance.now()
  // The log is written as in an office, to a place that costs nothing; the origins of requests are told by headers.
  const env = { ...process.env, DATABASE_URL: '', DUIZHAO_TRUST_PROXY: 'true' }
  const child = spawn(process.execPath, [MAIN, 'serve', '--data', folder, '--port', '0'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const passwords = new Map<string, string>()
  let [port, startSeconds] = [0, 0]
  const said = createInterface(child.stdout)
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error('duizhao serve ended by itself')))
    said.on('line', (line) => {
      const [, address] = /http:\/\/127\.0\.0\.1:(\d+)/.exec(line) ?? []
      if (address !== undefined && port === 0) {
        ;[port, startSeconds] = [Number(address), (performance.now() - start) / 1000]
        // The passwords come in the same breath.
        setTimeout(resolve, 300)
      }
      const [, login, password] = /账号 (\S+)\s+初始口令 (\S+)/.exec(line) ?? []
      if (login !== undefined && password !== undefined) passwords.set(login, password)
    })
  })
  return { port, passwords, startSeconds, stop: () => end(child, 'SIGTERM'), kill: () => end(child, 'SIGKILL') }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

const CHANGED = 'Linjiang-2026'

/** Signs in with an initial password and changes it, as everybody has to; returns the cookie. */
export async function signIn({ port, passwords }: Service, login: string): Promise<string> {
  let cookie = ''
  const carrier = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = { ...(init.headers as Record<string, string>), cookie }
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers })
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
    return response
  }
  const password = passwords.get(login) ?? ''
  const { csrfToken } = await call(carrier, endpoints.signIn, { body: { login, password } })
  await call(carrier, endpoints.changePassword, { body: { current: password, next: CHANGED } }, csrfToken)
  return cookie
}
