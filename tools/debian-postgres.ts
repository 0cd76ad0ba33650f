import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

/** A PostgreSQL of the system's own packages, in a folder that goes when it is stopped. */
export interface DebianPostgres {
  readonly version: number
  readonly url: string
  stop(): void
}

/** The system account it runs under; empty for one's own. */
type Account = { readonly uid: number; readonly gid: number } | Record<string, never>

const PACKAGES = '/usr/lib/postgresql'
const OLDEST = 15
/** The data of tests need not survive a power cut. */
const OPTIONS = ['listen_addresses=127.0.0.1', "unix_socket_directories=''", 'fsync=off', 'max_connections=200']

/**
 * Starts the newest PostgreSQL that Debian's packages have put here, 15 or above. Returns why not, in a sentence, if there
 * is none, or none that may run.
 */
export async function startDebianPostgres(): Promise<DebianPostgres | string> {
  const version = newestVersion()
  if (version === null) return `这台机器没有安装 PostgreSQL ${OLDEST} 以上（${PACKAGES}）。`
  const account = process.getuid?.() === 0 ? accountOf('postgres') : {}
  if (account === null) return 'PostgreSQL 不能用 root 运行，又没有 postgres 这个系统账号。'
  const bin = join(PACKAGES, String(version), 'bin')
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-debian-'))
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid)
  const data = join(folder, 'data')
  const log = join(folder, 'log')
  const port = await freePort()
  const options = [`-p ${port}`, ...OPTIONS.map((option) => `-c ${option}`)].join(' ')
  const stop = (): void => {
    spawnSync(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop'], account)
    rmSync(folder, { recursive: true, force: true })
  }
  const initdb = ['-D', data, '-U', 'duizhao', '-A', 'trust', '--locale=C', '--encoding=UTF8', '--no-sync']
  const fault =
    run(join(bin, 'initdb'), initdb, account) ??
    run(join(bin, 'pg_ctl'), ['-D', data, '-w', '-l', log, '-o', options, 'start'], account)
  if (fault === null) return { version, url: `postgres://duizhao@127.0.0.1:${port}/postgres`, stop }
  stop()
  return `PostgreSQL ${version} 没有启动：${fault}`
}

function newestVersion(): number | null {
  if (!existsSync(PACKAGES)) return null
  const versions = readdirSync(PACKAGES)
    .map(Number)
    .filter((version) => version >= OLDEST && existsSync(join(PACKAGES, String(version), 'bin/initdb')))
  return versions.length === 0 ? null : Math.max(...versions)
}

function accountOf(name: string): Account | null {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
  return uid?.status === 0 && gid?.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : null
}

/** Runs a program of PostgreSQL; returns what it complains about if it fails. */
function run(program: string, args: readonly string[], account: Account): string | null {
  // Nothing is piped: the server that pg_ctl leaves behind would keep the pipe open.
  const { status, error } = spawnSync(program, args, { ...account, cwd: '/', stdio: 'ignore' })
  return status === 0 ? null : `${program} 的退出码是 ${status ?? error?.message ?? '未知'}`
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
