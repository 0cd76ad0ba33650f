import { BackupFailure } from './platform/backup/index.ts'
import { ConfigFailure, type ServerConfig } from './platform/config.ts'
import { EmbeddedFailure } from './platform/database/embedded.ts'
import { AlreadyRunning } from './platform/database/keep-embedded.ts'
import { NewerDatabase } from './platform/database/migrate.ts'
import { ServiceRoleFailure } from './platform/database/service-role.ts'
import { isUnavailable } from './platform/database/unavailable.ts'
import { isFailedDisk, isFullDisk } from './platform/disk-failure.ts'
import { KeyFailure } from './platform/keys/index.ts'
import { Refusal } from './platform/refusal.ts'
import { RescueFailure } from './setup/rescue.ts'

/** What the system or PostgreSQL says of an error. */
interface Said {
  readonly error: Error
  /** errno(3), or SQLSTATE (PostgreSQL, appendix A); empty for none. */
  readonly code: string
  readonly syscall: string
  readonly path: string | undefined
}

interface Kind {
  readonly is: (said: Said) => boolean
  /** What happened and what to do about it. */
  readonly words: (said: Said, config: ServerConfig) => string
}

const OURS = [
  AlreadyRunning,
  BackupFailure,
  ConfigFailure,
  EmbeddedFailure,
  KeyFailure,
  NewerDatabase,
  Refusal,
  RescueFailure,
  ServiceRoleFailure,
]

const isOf =
  (...codes: readonly string[]) =>
  ({ code }: Said): boolean =>
    codes.includes(code)
const listening =
  (...codes: readonly string[]) =>
  (said: Said): boolean =>
    said.syscall === 'listen' && isOf(...codes)(said)

/** What can go wrong without a fault of the program, by its kind; the first that fits is told. */
const kinds: readonly Kind[] = [
  { is: ({ error }) => OURS.some((kind) => error instanceof kind), words: ({ error }) => error.message },
  {
    is: listening('EADDRINUSE'),
    words: (_, { port }) =>
      `端口 ${port} 已被别的程序占用。请停止那个程序（可能是另一个对照），或用 --port、DUIZHAO_PORT 换一个端口。`,
  },
  {
    is: listening('EACCES', 'EPERM'),
    words: (_, { port }) =>
      `没有权限使用端口 ${port}（1024 以下的要管理员权限）。请用 --port、DUIZHAO_PORT 换一个端口。`,
  },
  {
    is: listening('EADDRNOTAVAIL'),
    words: (_, { host }) =>
      `这台机器没有地址 ${host}。请改 DUIZHAO_HOST：127.0.0.1 为只供本机，0.0.0.0 为让其他电脑访问。`,
  },
  {
    is: ({ error }) => isFullDisk(error),
    words: ({ path, code }, config) =>
      code === '53100' && config.databaseUrl !== undefined
        ? `数据库所在的磁盘满了（${placeOf(config)}）。请在那台机器上腾出空间，已确认的写入没有丢。`
        : `磁盘满了，写不下 ${path ?? config.dataFolder}。请在它所在的磁盘上腾出空间，或放宽文件大小的限制，再来一次。`,
  },
  {
    is: ({ error }) => isFailedDisk(error),
    words: ({ path, code }, config) => {
      if (path === undefined && config.databaseUrl !== undefined)
        return `数据库所在的磁盘（${placeOf(config)}）写不了：只能读，或出了故障。请检查那台机器的磁盘。`
      const what = code === 'EROFS' ? '是只读的' : '写不了：只能读，或出了故障'
      return `${path ?? config.dataFolder} 所在的磁盘${what}。请改成可写，或用 --data、DUIZHAO_DATA 换一个数据目录。`
    },
  },
  {
    is: (said) => said.path !== undefined && isOf('EACCES', 'EPERM')(said),
    words: ({ path }) =>
      `没有权限读写 ${path}。请让运行服务的账号可以读写它，或用 --data、DUIZHAO_DATA 换一个数据目录。`,
  },
  {
    is: (said) => said.path !== undefined && isOf('ENOTDIR', 'EEXIST')(said),
    words: ({ path }) =>
      `${path} 建不成文件夹：路径里已经有一个文件。请移开它，或用 --data、DUIZHAO_DATA 换一个数据目录。`,
  },
  {
    is: isOf('28P01', '28000'),
    words: (_, config) =>
      `数据库 ${placeOf(config)} 不接受这个用户或口令。请核对 DATABASE_URL 里的用户和口令，以及数据库的 pg_hba.conf。`,
  },
  {
    is: isOf('3D000'),
    words: (_, config) =>
      `数据库服务器上没有 ${placeOf(config)} 这个库。请先建库（createdb），或核对 DATABASE_URL 里的库名。`,
  },
  {
    is: isOf('42501'),
    words: (_, config) =>
      `数据库 ${placeOf(config)} 的用户没有建表的权限。请让它成为这个库的所有者，或核对 DATABASE_URL 里的用户。`,
  },
  {
    is: isOf('25006'),
    words: (_, config) => `数据库 ${placeOf(config)} 只能读，可能是备用机。请在 DATABASE_URL 里写主机的地址。`,
  },
  {
    is: ({ error }) => isUnavailable(error) || error.message === 'timeout expired',
    words: (_, config) =>
      `数据库 ${placeOf(config)} 连不上。请核对 DATABASE_URL 里的主机和端口，看数据库是否在运行、防火墙是否放行。`,
  },
]

/**
 * What went wrong and what to do about it, in sentences, where it is no fault of the program: the machine, the database,
 * the settings. Null for everything else.
 */
export function explainFailure(error: unknown, config: ServerConfig): string | null {
  if (error instanceof AggregateError) return explainFailure(error.errors[0], config)
  if (!(error instanceof Error)) return null
  const { code = '', syscall = '', path }: NodeJS.ErrnoException = error
  const said = { error, code, syscall, path }
  return kinds.find(({ is }) => is(said))?.words(said, config) ?? null
}

/** Where the database is, without the password. */
function placeOf({ databaseUrl, dataFolder }: ServerConfig): string {
  if (databaseUrl === undefined) return dataFolder
  const { hostname, port, pathname } = new URL(databaseUrl)
  // The folder of a socket stands encoded where others have a host.
  return `${decodeURIComponent(hostname)}:${port === '' ? '5432' : port}${pathname}`
}
