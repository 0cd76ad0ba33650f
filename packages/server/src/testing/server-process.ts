import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { call, type Called, type Endpoint, endpoints, type GivenCall } from '@duizhao/contract'

/** A server in its own process, so that a kill is a real one. */
export interface ServerProcess {
  readonly address: string
  readonly databaseUrl: string
  readonly processId: number
  /** What it has said so far, if it was started with a log. */
  log(): readonly string[]
  /** True as long as the process has not ended. */
  isAlive(): boolean
  /** Stops the process where it is, as a frozen machine would; `thaw` lets it go on. */
  freeze(): void
  thaw(): void
  /** kill -9; resolves when the process is gone. */
  kill(): Promise<void>
}

const PROGRAM = fileURLToPath(new URL('./crash-server.ts', import.meta.url))

export interface ProcessOptions {
  /** A database other than the embedded one of the folder. */
  readonly databaseUrl?: string
  readonly smtpUrl?: string
  /** That it tells of each request, as it does for whoever runs it. */
  readonly isLogged?: true
  /** Kilobytes that no file it writes may exceed: to the process a disk that is full. */
  readonly largestFile?: number
}

/** Starts `crash-server.ts` on the folder. Throws with its errors if it does not start. */
export async function startProcess(folder: string, options: ProcessOptions = {}): Promise<ServerProcess> {
  const { databaseUrl = '', smtpUrl = '', largestFile, isLogged = false } = options
  const own = { DATABASE_URL: databaseUrl, DUIZHAO_SMTP: smtpUrl, DUIZHAO_LOG: isLogged ? 'info' : 'silent' }
  const env = { ...process.env, ...own }
  const command = [process.execPath, PROGRAM, folder] as const
  const [program, ...args] = largestFile === undefined ? command : withLargestFile(largestFile, command)
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (data) => (errors += String(data)))
  const lines: string[] = []
  const output = createInterface(child.stdout)
  const told = new Promise<string>((tell) => {
    output.on('line', (line) => {
      lines.push(line)
      if (line.startsWith('{"address"')) tell(line)
    })
  })
  const said = await Promise.race([told, once(child, 'exit').then(() => null)])
  if (said === null) throw new Error(`The server did not start: ${errors}`)
  return {
    ...(JSON.parse(said) as { address: string; databaseUrl: string }),
    processId: child.pid ?? 0,
    log: () => lines,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    kill: () => killed(child),
  }
}

/** The same command, under a limit a shell sets. */
function withLargestFile(kilobytes: number, command: readonly string[]): readonly [string, ...string[]] {
  return ['bash', '-c', `ulimit -f ${kilobytes}; exec "$0" "$@"`, ...command]
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** Someone signed in, calling one server; `at` gives the same session at another. */
export interface RemoteCaller {
  call<E extends Endpoint>(endpoint: E, given: GivenCall<E>): Promise<Called<E>>
  at(address: string): RemoteCaller
}

/** Signs in over the network, unless told otherwise as the system administrator of `crash-server.ts`. */
export async function signInAt(address: string, login = 'xitong'): Promise<RemoteCaller> {
  const cookies: string[] = []
  const carrierTo =
    (server: string) =>
    async (path: string, init: RequestInit): Promise<Response> => {
      const headers = { ...(init.headers as Record<string, string>), cookie: cookies.join('; ') }
      const response = await fetch(`${server}${path}`, { ...init, headers })
      for (const cookie of response.headers.getSetCookie()) cookies.push(cookie.split(';')[0] ?? '')
      return response
    }
  const body = { login, password: 'Linjiang-2026' }
  const { csrfToken } = await call(carrierTo(address), endpoints.signIn, { body })
  const callerAt = (server: string): RemoteCaller => ({
    call: (endpoint, given) => call(carrierTo(server), endpoint, given, csrfToken),
    at: callerAt,
  })
  return callerAt(address)
}
