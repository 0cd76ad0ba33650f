import { stateOf } from '../platform/database/migrate.ts'
import { excessOf } from '../platform/database/service-role.ts'
import { type Answer, type Check, type Examined, notLookedAt, unwell, well } from './check.ts'
import { type Connection, hasLog, lastBackup, lastEntry, serverTime, serverVersion } from './queries.ts'

/** PostgreSQL 15, as `server_version_num` has it. */
const OLDEST = 150_000
const DAY = 86_400_000
/** Clocks further apart than this are told, in milliseconds. */
const APART = 60_000

/** Questions about the database and what it holds. */
export const databaseChecks: readonly Check[] = [
  {
    id: 'database',
    question: '数据库连得上吗',
    severity: 'stops',
    how: ({ database, databaseFailure }) => {
      if (databaseFailure !== null) return unwell(databaseFailure)
      return well(database === null ? '还没有建库，第一次启动时会建' : '连得上')
    },
    todo: '请按上面说的核对；内置的数据库看数据目录里的 postgres/postgres.log。',
  },
  {
    id: 'database-version',
    question: 'PostgreSQL 的版本够新吗',
    severity: 'stops',
    how: connected(async (client) => {
      const { number, words } = await serverVersion(client)
      return number >= OLDEST ? well(words) : unwell(`是 ${words}，要 15 以上`)
    }),
    todo: '请升级 PostgreSQL，或不写 DATABASE_URL，用内置的。',
  },
  {
    id: 'database-account',
    question: '服务的账号改得了审计日志吗',
    severity: 'warns',
    how: connected(account),
    todo: '请用 DATABASE_OWNER_URL 把所有者和服务的账号分开，或把锚点文件放到别处，见 docs/operations.md“审计日志”。',
  },
  {
    id: 'schema',
    question: '数据库的格式和程序对得上吗',
    severity: 'stops',
    how: connected(async (client) => {
      const state = await stateOf(client)
      return state === 'newer' ? unwell(SCHEMA[state]) : well(SCHEMA[state])
    }),
    todo: '数据库被更新版本的程序用过。请用那个版本或更新的版本启动，不要用旧程序打开它。',
  },
  {
    id: 'clock',
    question: '时钟走得准吗',
    severity: 'warns',
    how: connected(clock),
    todo: '请校准时钟（最好与上级的时间服务器同步）再启动：期限、审计日志都按它记。',
  },
  {
    id: 'backup',
    question: '最近有完好的备份吗',
    severity: 'warns',
    how: connected(backup),
    todo: '请运行 duizhao backup 备份文件；或设 DUIZHAO_BACKUP，每天夜里自动备份。',
  },
]

const SCHEMA = {
  empty: '还是空的，启动时会建表',
  older: '是旧版本的，启动时会自己升级',
  ready: '对得上',
  newer: '数据库比程序新',
} as const

/** A question that takes a connection. */
function connected(how: (client: Connection, examined: Examined) => Promise<Answer>): Check['how'] {
  return (examined) => {
    if (examined.databaseFailure !== null) return notLookedAt('连不上数据库，没有查')
    return examined.database === null ? notLookedAt('还没有建库') : how(examined.database, examined)
  }
}

async function account(client: Connection, { config }: Examined): Promise<Answer> {
  if (config.databaseUrl === undefined) return well('改不了：内置的数据库里，服务不是所有者')
  if (!(await hasLog(client))) return notLookedAt('还没有建表')
  const excess = await excessOf(config.databaseUrl)
  return excess === null ? well('改不了') : unwell(`改得了：连接数据库的账号${excess}`)
}

async function clock(client: Connection): Promise<Answer> {
  const before = Date.now()
  const apart = Math.abs((await serverTime(client)).getTime() - (before + Date.now()) / 2)
  if (apart > APART) return unwell(`这台机器和数据库的时钟差 ${Math.round(apart / 1000)} 秒`)
  const last = await lastEntry(client)
  if (last !== null && last.getTime() > Date.now() + APART)
    return unwell(`审计日志最后一条是 ${last.toISOString()} 的，比现在还晚：时钟往回拨过`)
  return well('和数据库一致')
}

async function backup(client: Connection, { config, now }: Examined): Promise<Answer> {
  const last = await lastBackup(client)
  if (last === null) return unwell('还没有做成过一次')
  const days = Math.floor((now.getTime() - last.getTime()) / DAY)
  const words = days === 0 ? '一天之内做过' : `${days} 天前做的`
  return days < config.backup.warnAfterDays ? well(words) : unwell(words)
}
