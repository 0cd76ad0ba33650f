import { access, rm, statfs, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { get as getOverTls } from 'node:https'
import { createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { explainFailure } from '../explain-failure.ts'
import type { ServerConfig } from '../platform/config.ts'
import { type Answer, type Check, notLookedAt, unwell, well } from './check.ts'

const GIGABYTE = 2 ** 30
/** Below the first nothing can be written soon, below the second there is little time left. */
const [LEAST, LITTLE] = [0.5 * GIGABYTE, 5 * GIGABYTE]
const OLDEST_NODE = 22

/** Questions about the machine. */
export const machineChecks: readonly Check[] = [
  {
    id: 'node',
    question: 'Node 的版本够新吗',
    severity: 'stops',
    how: () => {
      const { node } = process.versions
      return Number.parseInt(node, 10) >= OLDEST_NODE ? well(node) : unwell(`是 ${node}，要 ${OLDEST_NODE} 以上`)
    },
    todo: '请用 node bin/duizhao.mjs 运行，它用自带的 Node 24；没有装上的，在项目目录运行 npm ci。',
  },
  {
    id: 'data-folder',
    question: '数据目录写得进吗',
    severity: 'stops',
    how: ({ config }) => writable(config.dataFolder, config),
    todo: '请让运行服务的账号可以读写数据目录，或用 --data、DUIZHAO_DATA 换一个。',
  },
  {
    id: 'space',
    question: '数据目录所在的磁盘有空间吗',
    severity: 'stops',
    how: ({ config }) => space(config.dataFolder, LEAST),
    todo: '请腾出空间，或把数据目录移到大一些的磁盘上：磁盘满了什么也存不了。',
  },
  {
    id: 'space-ahead',
    question: '空间够用一阵子吗',
    severity: 'warns',
    how: ({ config }) => space(config.dataFolder, LITTLE),
    todo: '请早些腾出空间，或换大一些的磁盘。',
  },
  {
    id: 'port',
    question: '端口空着吗',
    severity: 'stops',
    how: ({ config }) => port(config),
    todo: '请停止占用端口的程序，或用 --port、DUIZHAO_PORT 换一个端口；监听的地址由 DUIZHAO_HOST 定。',
  },
  {
    id: 'backup-folder',
    question: '自动备份的文件夹写得进吗',
    severity: 'warns',
    how: async ({ config }) =>
      config.backup.folder === undefined ? unwell('没有设自动备份') : writable(config.backup.folder, config),
    todo: '请用 DUIZHAO_BACKUP 指明一个运行服务的账号可以读写的文件夹，最好在另一块盘上。',
  },
]

/** The folder, or the nearest above it that is there. */
async function nearest(folder: string): Promise<string> {
  const isThere = await access(folder).then(
    () => true,
    () => false,
  )
  return isThere || dirname(folder) === folder ? folder : nearest(dirname(folder))
}

async function writable(folder: string, config: ServerConfig): Promise<Answer> {
  const there = await nearest(folder)
  const trial = join(there, `.duizhao-doctor-${process.pid}`)
  try {
    // A folder still to be made is not made here: that something can be written above it is enough.
    await writeFile(trial, '对照', { flag: 'wx' })
    return well(there === folder ? folder : `${folder}（第一次用到时会建）`)
  } catch (error) {
    return unwell(explainFailure(error, config) ?? String(error))
  } finally {
    await rm(trial, { force: true }).catch(() => undefined)
  }
}

async function space(folder: string, least: number): Promise<Answer> {
  const { bavail, bsize } = await statfs(await nearest(folder))
  const words = `还有 ${((bavail * bsize) / GIGABYTE).toFixed(1)} GB`
  return bavail * bsize >= least ? well(words) : unwell(words)
}

async function port(config: ServerConfig): Promise<Answer> {
  if (config.port === 0) return well('用任一空闲端口')
  const failure = await listening(config)
  if (failure === null) return well(`${config.host}:${config.port}`)
  if (await isOurs(config)) return notLookedAt(`${config.port} 上正运行着对照`)
  return unwell(explainFailure(failure, config) ?? failure.message)
}

function listening({ host, port: wanted }: ServerConfig): Promise<Error | null> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', resolve)
    probe.listen({ host, port: wanted }, () => probe.close(() => resolve(null)))
  })
}

const EVERY_ADDRESS: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' }

/** True if it is a Duizhao that answers there. */
async function isOurs({ host, port: wanted, tls }: ServerConfig): Promise<boolean> {
  const place = { host: EVERY_ADDRESS[host] ?? host, port: wanted, path: '/health', timeout: 3_000 }
  try {
    // Its certificate is for the name people use, not for this address; nothing is told to whoever it is.
    const asked = tls === undefined ? get(place) : getOverTls({ ...place, rejectUnauthorized: false })
    asked.on('timeout', () => asked.destroy())
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    return (await text(response)).startsWith('{"database":')
  } catch {
    return false
  }
}
