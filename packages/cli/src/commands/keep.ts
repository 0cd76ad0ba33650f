import { join } from 'node:path'
import { fileStateNames } from '@duizhao/contract'
import type * as Server from '@duizhao/server'
import type { BackupSummary } from '@duizhao/server'
import manifest from '../../package.json' with { type: 'json' }
import type { Terminal } from '../terminal/terminal.ts'
import { UsageError } from '../usage-error.ts'
import { configOf } from './serve.ts'

export interface KeepOptions {
  readonly data?: string
  readonly encrypt?: boolean
}

/** `duizhao backup FILE`: everything the service holds, also while it is in use. Returns the exit code. */
export async function backupCommand(
  path: string,
  { data, encrypt }: KeepOptions,
  { stdout }: Terminal,
): Promise<number> {
  const passphrase = encrypt === true ? requirePassphrase() : undefined
  return withDatabase(data, async (server, { url }, config) => {
    const summary = await server.backUp(path, {
      databaseUrl: url,
      filesFolder: join(config.dataFolder, 'files'),
      program: manifest.version,
      now: new Date(),
      ...(passphrase === undefined ? {} : { passphrase }),
    })
    stdout.write(`已备份到 ${path}：${told(summary)}${passphrase === undefined ? '' : '，已加密'}。\n`)
    return 0
  })
}

/** `duizhao restore FILE`: into an empty database and data folder. Returns the exit code. */
export async function restoreCommand(path: string, { data }: KeepOptions, { stdout }: Terminal): Promise<number> {
  const passphrase = process.env['DUIZHAO_PASSPHRASE']
  return withDatabase(data, async (server, { url }, config) => {
    const summary = await server.restore(path, {
      databaseUrl: url,
      filesFolder: join(config.dataFolder, 'files'),
      ...(passphrase === undefined || passphrase === '' ? {} : { passphrase }),
    })
    stdout.write(`已恢复：${told(summary)}，逐条核对无误。\n`)
    return 0
  })
}

/** `duizhao audit verify`: proves the chain of the audit log. Returns the exit code: 1 if it is broken. */
export async function auditCommand({ data }: KeepOptions, { stdout }: Terminal): Promise<number> {
  return withTables(data, async (server, { db }) => {
    const { intact, entries, broken, lastHash } = await server.verifyChain(db)
    stdout.write(
      intact
        ? `审计日志完整：${entries} 条，首尾相接，最后一条的摘要是 ${lastHash}。\n`
        : `审计日志在第 ${broken?.number ?? entries + 1} 条断了：${broken?.reason ?? ''}。\n`,
    )
    return intact ? 0 : 1
  })
}

/** `duizhao files verify`: compares every kept file with its hash. Returns the exit code: 1 if any is not what was kept. */
export async function filesCommand({ data }: KeepOptions, { stdout }: Terminal): Promise<number> {
  return withTables(data, async (server, { db }, config) => {
    const { files, damaged, missing } = await server.verifyFiles(db, config, new Date())
    stdout.write(`核对了 ${files} 个文件：${damaged} 个已损坏或被改动，${missing} 个已缺失。\n`)
    for await (const { hash, state, uses } of server.damagedFiles(db)) {
      const words = uses.length === 0 ? '没有地方用到' : uses.join('；')
      stdout.write(`  ${fileStateNames[state]}：${words}（${hash}）\n`)
    }
    return damaged + missing === 0 ? 0 : 1
  })
}

/** The same, for what goes by the tables of this program: they have to be there. */
async function withTables(...[data, work]: Parameters<typeof withDatabase>): Promise<number> {
  return withDatabase(data, async (server, database, config) => {
    const state = await server.readiness(database.url)
    if (state === 'empty')
      throw new UsageError('数据库里还没有数据。请用 --data 指明服务用的数据目录，或先启动一次服务。')
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
    const isOurs = error instanceof server.BackupFailure || error instanceof server.EmbeddedFailure
    throw isOurs ? new UsageError(error.message) : error
  }
}

function told({ tables, rows, files }: BackupSummary): string {
  return `${tables} 张表、${rows} 行、${files} 个文件`
}

function requirePassphrase(): string {
  const passphrase = process.env['DUIZHAO_PASSPHRASE'] ?? ''
  if (passphrase.length >= 8) return passphrase
  throw new UsageError('加密备份要用环境变量 DUIZHAO_PASSPHRASE 给出口令，至少 8 个字符。')
}
