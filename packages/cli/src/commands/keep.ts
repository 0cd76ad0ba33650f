import { type administratorRoles, type AuditVerification, type DamagedFile, fileStateNames } from '@duizhao/contract'
import type * as Server from '@duizhao/server'
import type { BackupSummary, Signer } from '@duizhao/server'
import type { Screen, Terminal } from '../terminal/terminal.ts'
import { UsageError } from '../usage-error.ts'
import { asUsageError, configOf } from './serve.ts'

export interface KeepOptions {
  readonly data?: string
}

export interface BackupOptions extends KeepOptions {
  readonly encrypt?: boolean
  readonly plain?: boolean
  readonly verify?: boolean
  /** The fingerprint of the key the backup has to be signed with. */
  readonly key?: string
}

/**
 * `duizhao backup FILE`: everything the service holds, also while it is in use. Returns the exit code: 1 if a kept file
 * could not be saved.
 */
export async function backupCommand(path: string, options: BackupOptions, terminal: Terminal): Promise<number> {
  if (options.verify === true) return verifyCommand(path, options, terminal)
  const { data, encrypt, plain } = options
  const { stdout } = terminal
  return withDatabase(data, async (server, database, config) => {
    if ((await server.readiness(database.url)) === 'empty') throw new UsageError(NO_DATA)
    if (encrypt === true && config.passphrase === undefined)
      throw new UsageError('加密备份要用环境变量 DUIZHAO_PASSPHRASE 给出口令，至少 8 个字符。')
    const isPlain = plain === true
    const saved = await server.saveBackup(path, database, config, { now: new Date(), isPlain })
    stdout.write(`已备份到 ${path}：${told(saved.summary)}，${saved.isEncrypted ? '已加密' : '没有加密'}。\n`)
    if (isPlain && config.passphrase !== undefined)
      stdout.write('按 --plain 没有用口令加密：拿到文件的人都看得到内容。\n')
    stdout.write(`签名的密钥指纹：${saved.fingerprint}。请记在别处，恢复时用它核对。\n`)
    return tellAbsent(saved.summary, stdout, '有文件已经损坏或缺失，备份里没有它们，其余都在')
  })
}

/** `duizhao backup --verify FILE`: reads the whole backup. Returns the exit code: 1 if it is damaged or somebody else's. */
async function verifyCommand(path: string, { data, key }: BackupOptions, { stdout }: Terminal): Promise<number> {
  const server = await import('@duizhao/server')
  const config = configOf(server.readConfig, data === undefined ? {} : { data })
  try {
    const read = await server.verifyBackup(path, config, key)
    stdout.write(`备份完整，是 ${read.at} 的：${told(read.summary)}，${read.isEncrypted ? '已加密' : '没有加密'}。\n`)
    stdout.write(`${signature(read)}\n`)
    return tellAbsent(read.summary, stdout, '备份时有文件已经损坏或缺失，里面没有它们')
  } catch (error) {
    if (!(error instanceof server.BackupFailure)) throw error
    stdout.write(`${error.message}\n`)
    return 1
  }
}

/**
 * `duizhao restore FILE`: into an empty database and data folder. Returns the exit code: 1 if files are missing or the audit
 * chain is broken.
 */
export async function restoreCommand(
  path: string,
  { data, key }: BackupOptions,
  { stdout }: Terminal,
): Promise<number> {
  return withDatabase(data, async (server, database, config) => {
    const restored = await server.restoreBackup(path, database, config, { now: new Date(), key })
    const { summary, chain } = restored
    stdout.write(`已恢复：${told(summary)}，逐条核对无误。\n${signature(restored)}\n`)
    tellChain(chain, stdout)
    if (summary.absent.length > 0) {
      stdout.write(`有 ${summary.absent.length} 个文件备份里没有，已作标记：\n`)
      await tellDamaged(server.damagedFiles(database.db), stdout)
    }
    for (const words of chain.rewritten) stdout.write(`${words}\n`)
    if (chain.intact) stdout.write('审计日志完整。\n')
    return chain.intact && summary.absent.length === 0 ? 0 : 1
  })
}

/** What is known of who signed a backup. */
function signature({ signer, signedBy }: { readonly signer: Signer; readonly signedBy: string | null }): string {
  const words: Readonly<Record<Signer, string>> = {
    named: `签名有效，是指明的密钥：${signedBy}。`,
    own: `签名有效，是本系统的密钥：${signedBy}。`,
    unknown: `签名有效，但这里没有见过这把密钥：${signedBy}。请与备份时记下的指纹对照，不一致就是被改动后重新签过；也可用 --key 指纹 核对。`,
    none: '这份备份是旧格式，没有签名：摘要都对得上，但有没有人改动后重新算过，看不出来。',
  }
  return words[signer]
}

function tellAbsent({ absent }: BackupSummary, stdout: Screen, words: string): number {
  if (absent.length === 0) return 0
  stdout.write(`${words}（${absent.length} 个）：\n`)
  for (const { hash, state } of absent) stdout.write(`  ${fileStateNames[state]}：${hash}\n`)
  return 1
}

async function tellDamaged(files: AsyncIterable<DamagedFile>, stdout: Screen): Promise<void> {
  for await (const { hash, state, uses } of files) {
    const words = uses.length === 0 ? '没有地方用到' : uses.join('；')
    stdout.write(`  ${fileStateNames[state]}：${words}（${hash}）\n`)
  }
}

function tellChain(
  { entries, broken, lastHash }: Pick<AuditVerification, 'entries' | 'broken' | 'lastHash'>,
  stdout: Screen,
): void {
  stdout.write(
    broken === null
      ? `审计日志首尾相接：${entries} 条，最后一条的摘要是 ${lastHash}。\n`
      : `审计日志在第 ${broken.number} 条断了：${broken.reason}。\n`,
  )
}

export interface AuditOptions extends KeepOptions {
  /** A head somebody had on paper. */
  readonly code?: string
  /** Fingerprints of keys that anchors may be signed with, besides the present one. */
  readonly key?: readonly string[]
}

/**
 * `duizhao audit verify`: proves the chain of the audit log, by itself and against its anchors. Returns the exit code: 1 if
 * anything does not fit.
 */
export async function auditCommand({ data, code, key = [] }: AuditOptions, { stdout }: Terminal): Promise<number> {
  return withTables(data, async (server, { db }, config) => {
    const result = await server.verifyAudit(db, config, { now: new Date(), code, keys: key })
    const { compared, latest, faults, notes, file } = result.anchors
    tellChain(result, stdout)
    if (latest !== null)
      stdout.write(`与 ${compared} 个锚点对照，最近一个是 ${latest.at} 的第 ${latest.number} 条（${file}）。\n`)
    for (const words of [...result.rewritten, ...faults, ...notes]) stdout.write(`${words}\n`)
    stdout.write(result.intact ? '审计日志完整。\n' : '审计日志不完整，怎样处理见 docs/operations.md“审计日志”。\n')
    return result.intact ? 0 : 1
  })
}

/** `duizhao audit anchor`: writes the end of the chain down now, and prints it for paper. Returns the exit code. */
export async function anchorCommand({ data }: KeepOptions, { stdout }: Terminal): Promise<number> {
  return withTables(data, async (server, { db }, config) => {
    const now = new Date()
    const { number, code, file, fingerprint } = await server.printAnchor(db, config, now)
    const at = now.toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' })
    stdout.write(`审计日志的链尾，${at}：第 ${number} 条\n\n  链尾码    ${code}\n  密钥指纹  ${fingerprint}\n\n`)
    stdout.write(`已写入 ${file}。这一页请打印或抄下，放在别处；核对：duizhao audit verify --code 链尾码\n`)
    return 0
  })
}

/** `duizhao files verify`: compares every kept file with its hash. Returns the exit code: 1 if any is not what was kept. */
export async function filesCommand({ data }: KeepOptions, { stdout }: Terminal): Promise<number> {
  return withTables(data, async (server, { db }, config) => {
    const { files, damaged, missing } = await server.verifyFiles(db, config, new Date())
    stdout.write(`核对了 ${files} 个文件：${damaged} 个已损坏或被改动，${missing} 个已缺失。\n`)
    await tellDamaged(server.damagedFiles(db), stdout)
    return damaged + missing === 0 ? 0 : 1
  })
}

export interface RescueOptions extends KeepOptions {
  readonly as?: Administrator
}

type Administrator = (typeof administratorRoles)[number]

/** `duizhao rescue LOGIN`: an administrator's new initial password, shown once. Returns the exit code. */
export async function rescueCommand(
  login: string,
  { data, as: role }: RescueOptions,
  { stdout }: Terminal,
): Promise<number> {
  return withTables(data, async (server, { db }) => {
    const { roleName, password, ...account } = await server.rescue(db, { login, role, now: new Date() })
    stdout.write(`${roleName} ${account.login} 的初始口令：${password}\n`)
    stdout.write('只显示这一次，第一次登录时要改；已记入审计日志。\n')
    return 0
  })
}

const NO_DATA = '数据库里还没有数据。请用 --data 指明服务用的数据目录，或先启动一次服务。'

/** The same, for what goes by the tables of this program: they have to be there. */
async function withTables(...[data, work]: Parameters<typeof withDatabase>): Promise<number> {
  return withDatabase(data, async (server, database, config) => {
    const state = await server.readiness(database.url)
    if (state === 'empty') throw new UsageError(NO_DATA)
    if (state === 'newer') throw new UsageError('数据库比程序新。请用那个版本或更新的版本的程序。')
    if (state === 'older') throw new UsageError('数据库还是旧版本的格式。请先用这个版本启动一次服务，它会自己升级。')
    return work(server, database, config)
  })
}

/** Opens the database of the configuration for one command; what the server foresees is told in a sentence. */
async function withDatabase(
  data: string | undefined,
  work: (
    server: typeof Server,
    database: Awaited<ReturnType<typeof Server.openDatabase>>,
    config: ReturnType<typeof Server.readConfig>,
  ) => Promise<number>,
): Promise<number> {
  const server = await import('@duizhao/server')
  const config = configOf(server.readConfig, data === undefined ? {} : { data })
  try {
    const database = await server.openDatabase(config)
    try {
      return await work(server, database, config)
    } finally {
      await database.close()
    }
  } catch (error) {
    throw asUsageError(server.explainFailure(error, config), error)
  }
}

function told({ tables, rows, files }: BackupSummary): string {
  return `${tables} 张表、${rows} 行、${files} 个文件`
}
