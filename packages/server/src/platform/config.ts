import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'

const flag = z.stringbool({ error: '应当是 true 或 false' })
/** Addresses of proxies. That any address is one (`true`) is no answer: then everybody says of himself who he is. */
const proxies = z
  .string()
  .transform((text) => text.split(/[,，\s]+/u).filter((part) => part !== ''))
  .pipe(
    z.array(
      z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
        error: '应当是代理的 IP 地址或网段，如 127.0.0.1；不能写 true，那样谁都可以冒充别的地址',
      }),
    ),
  )
const port = z.coerce.number({ error: '应当是数字' }).int().min(0).max(65535)
const count = z.coerce.number({ error: '应当是数字' }).int('应当是整数').min(1, '至少是 1')

/** Every setting of the server: environment variable, meaning, default. The same names work in the configuration file. */
export const settingsOfServer = {
  DUIZHAO_DATA: z.string().min(1).default('data').describe('数据目录：内置数据库、文件'),
  DUIZHAO_HOST: z.string().min(1).default('127.0.0.1').describe('监听的地址；0.0.0.0 为让其他电脑访问'),
  DUIZHAO_PORT: port.default(8300).describe('监听的端口；0 为任一空闲端口'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: '应当是 postgres://用户:口令@主机:端口/库名' })
    .optional()
    .describe('外部的 PostgreSQL（15 以上）；不写则用内置的'),
  DATABASE_OWNER_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: '应当是 postgres://用户:口令@主机:端口/库名' })
    .optional()
    .describe(
      '同一个库的所有者的地址：建表、升级、命令行用它，DATABASE_URL 的账号就改不了审计日志；那个账号还没有的，启动时建好',
    ),
  DUIZHAO_HTTPS: flag.default(false).describe('是否只经 https 访问（前面有代理）；是则 cookie 只走 https'),
  DUIZHAO_TLS_CERT: z
    .string()
    .min(1)
    .optional()
    .describe('自己提供 https：证书文件（PEM，含中间证书）；换了文件自动重新读取，不必重启'),
  DUIZHAO_TLS_KEY: z.string().min(1).optional().describe('证书的私钥文件（PEM），与 DUIZHAO_TLS_CERT 一起写'),
  DUIZHAO_REFUSE_HTTP: flag
    .default(false)
    .describe('是则不用 http 对本机以外提供服务：监听的地址不是本机又没有 https，就不启动'),
  DUIZHAO_TRUST_PROXY: proxies
    .default([])
    .describe('前面的代理的地址或网段，用逗号隔开，如 127.0.0.1,10.2.0.0/16；只相信它们说的来源地址'),
  DUIZHAO_LOG: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: '应当是 debug、info、warn、error、silent 之一' })
    .default('info')
    .describe('日志的详细程度：debug、info、warn、error、silent'),
  DUIZHAO_SMTP: z
    .url({ protocol: /^smtps?$/, error: '应当是 smtp://用户:口令@主机:端口' })
    .optional()
    .describe('发邮件的服务器，smtp://用户:口令@主机:端口；不写则只在系统里提醒'),
  DUIZHAO_SMTP_TLS: flag
    .default(true)
    .describe('发邮件必须经 TLS；邮件服务器不会 TLS 就不发。false 为允许明文，只宜用于本机或隔离的网络'),
  DUIZHAO_URL: z
    .url({ protocol: /^https?$/, error: '应当是 https://主机 这样的地址' })
    .optional()
    .describe('大家打开本系统用的地址，写进邮件；不写则邮件里没有链接'),
  DUIZHAO_ANCHOR: z
    .string()
    .min(1)
    .optional()
    .describe('审计日志的锚点写到哪个文件，最好在另一块盘或共享文件夹上；不写则是数据目录里的 anchors/audit.jsonl'),
  DUIZHAO_BACKUP: z.string().min(1).optional().describe('每天夜里自动备份到这个文件夹；不写则不自动备份'),
  DUIZHAO_BACKUP_KEEP: count.default(14).describe('自动备份保留几份，多的从最旧的删起'),
  DUIZHAO_BACKUP_WARN_DAYS: count.default(7).describe('上一次完好的备份过了几天，系统管理员的首页就提醒'),
} as const

/** Read from the environment alone: where the file is, and what must not lie in a file. */
export const settingsOfEnvironment = {
  DUIZHAO_CONFIG: z.string().optional().describe('配置文件：一个 JSON 对象，名称与上面的相同'),
  DUIZHAO_PASSPHRASE: z
    .string()
    .min(8)
    .optional()
    .describe('备份的口令，至少 8 个字符；有则备份一律加密，恢复、核对加密的备份也用它'),
} as const

const Settings = z.strictObject(settingsOfServer)

export interface BackupConfig {
  /** Where a backup is made every night; undefined for no such backups. */
  readonly folder: string | undefined
  /** How many of them are kept. */
  readonly keep: number
  /** From how many days on the last good backup is too old. */
  readonly warnAfterDays: number
}

export interface TlsFiles {
  readonly certificate: string
  readonly key: string
}

export interface ServerConfig {
  readonly dataFolder: string
  readonly host: string
  readonly port: number
  readonly databaseUrl: string | undefined
  /** The same database as its owner, for migrations and commands; undefined where there is one account for all. */
  readonly databaseOwnerUrl: string | undefined
  /** True if browsers come by https only: to a proxy in front, or to the service itself. */
  readonly isHttps: boolean
  /** Where the certificate and its key lie, if the service speaks https itself. */
  readonly tls: TlsFiles | undefined
  /** Whether plain http to other machines is refused, or only warned of. */
  readonly refusesHttp: boolean
  readonly proxies: readonly string[]
  readonly logLevel: string
  readonly smtpUrl: string | undefined
  /** Whether mail that cannot go over TLS stays unsent. */
  readonly isMailTlsRequired: boolean
  /** Where people open the service; undefined if it was not said. */
  readonly publicUrl: string | undefined
  /** Where the end of the audit log is written down; undefined for the data folder. */
  readonly anchorFile: string | undefined
  readonly backup: BackupConfig
  /** With one, backups are encrypted. */
  readonly passphrase: string | undefined
}

/** Settings that make no sense, each named with what it should be. */
export class ConfigFailure extends Error {}

/**
 * The configuration: environment first, then the JSON file `DUIZHAO_CONFIG` names, then defaults. Throws `ConfigFailure`
 * with a line per wrong setting.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ServerConfig {
  const path = environment['DUIZHAO_CONFIG']
  const file = path === undefined ? {} : readFile(path)
  const own = Object.keys(settingsOfServer).flatMap((name) => {
    const value = environment[name]
    return value === undefined || value === '' ? [] : [[name, value] as const]
  })
  const result = Settings.safeParse({ ...file, ...Object.fromEntries(own) })
  if (!result.success) throw new ConfigFailure(result.error.issues.map(describe).join('\n'))
  const given = result.data
  const tls = tlsOf(given.DUIZHAO_TLS_CERT, given.DUIZHAO_TLS_KEY)
  return {
    dataFolder: resolve(given.DUIZHAO_DATA),
    host: given.DUIZHAO_HOST,
    port: given.DUIZHAO_PORT,
    databaseUrl: given.DATABASE_URL,
    databaseOwnerUrl: ownerUrlOf(given.DATABASE_OWNER_URL, given.DATABASE_URL),
    isHttps: given.DUIZHAO_HTTPS || tls !== undefined,
    tls,
    refusesHttp: given.DUIZHAO_REFUSE_HTTP,
    proxies: given.DUIZHAO_TRUST_PROXY,
    logLevel: given.DUIZHAO_LOG,
    smtpUrl: given.DUIZHAO_SMTP,
    isMailTlsRequired: given.DUIZHAO_SMTP_TLS,
    publicUrl: given.DUIZHAO_URL,
    anchorFile: given.DUIZHAO_ANCHOR === undefined ? undefined : resolve(given.DUIZHAO_ANCHOR),
    backup: {
      folder: given.DUIZHAO_BACKUP === undefined ? undefined : resolve(given.DUIZHAO_BACKUP),
      keep: given.DUIZHAO_BACKUP_KEEP,
      warnAfterDays: given.DUIZHAO_BACKUP_WARN_DAYS,
    },
    passphrase: passphraseOf(environment['DUIZHAO_PASSPHRASE']),
  }
}

/** Two accounts of one database, or none is gained. */
function ownerUrlOf(owner: string | undefined, service: string | undefined): string | undefined {
  if (owner === undefined) return undefined
  if (service === undefined)
    throw new ConfigFailure('DATABASE_OWNER_URL、DATABASE_URL：要一起写，前一个是所有者，后一个是服务用的账号')
  const [of, by] = [new URL(owner), new URL(service)]
  if (of.host !== by.host || of.pathname !== by.pathname)
    throw new ConfigFailure('DATABASE_OWNER_URL、DATABASE_URL：应当是同一台主机上的同一个库')
  if (of.username === by.username || by.username === '' || by.password === '')
    throw new ConfigFailure('DATABASE_URL：应当写明与 DATABASE_OWNER_URL 不同的用户和它的口令')
  return owner
}

function tlsOf(certificate: string | undefined, key: string | undefined): TlsFiles | undefined {
  if (certificate === undefined && key === undefined) return undefined
  if (certificate === undefined || key === undefined)
    throw new ConfigFailure('DUIZHAO_TLS_CERT、DUIZHAO_TLS_KEY：证书和私钥要一起写')
  return { certificate: resolve(certificate), key: resolve(key) }
}

function passphraseOf(text: string | undefined): string | undefined {
  const result = settingsOfEnvironment.DUIZHAO_PASSPHRASE.safeParse(text === '' ? undefined : text)
  if (result.success) return result.data
  throw new ConfigFailure('DUIZHAO_PASSPHRASE：备份的口令至少 8 个字符')
}

function readFile(path: string): Record<string, unknown> {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof content !== 'object' || content === null || Array.isArray(content)) throw new Error('不是一个 JSON 对象')
    return Object.fromEntries(Object.entries(content).map(([name, value]) => [name, String(value)]))
  } catch (error) {
    throw new ConfigFailure(`配置文件 ${path} 读不了：${error instanceof Error ? error.message : String(error)}`)
  }
}

function describe(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `没有 ${issue.keys.join('、')} 这样的设置，可用的有 ${Object.keys(settingsOfServer).join('、')}`
  return `${String(issue.path[0])}：${issue.message}`
}
