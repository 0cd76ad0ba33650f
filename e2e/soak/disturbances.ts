import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { endpoints } from '@duizhao/contract'
import pg from 'pg'
import { largeSheet, swollenPdf } from '../../packages/server/src/testing/hostile-documents.ts'
import {
  type RemoteCaller,
  type ServerProcess,
  startProcess,
} from '../../packages/server/src/testing/server-process.ts'

/** The service under trial: its folder, and the process that serves at the moment. */
export interface Trial {
  readonly folder: string
  readonly organisationId: string
  server: ServerProcess
  /** Somebody signed in, where the service is at the moment. */
  caller: RemoteCaller
}

export interface Disturbance {
  readonly name: string
  readonly disturb: (trial: Trial) => Promise<void>
}

/** What happens to a service in its years, one after the other. */
export const disturbances: readonly Disturbance[] = [
  { name: '没有事', disturb: async () => undefined },
  { name: '断开数据库的全部连接', disturb: ({ server }) => endConnections(server) },
  { name: '重启数据库', disturb: ({ folder }) => stopDatabase(folder, 'SIGINT') },
  { name: '强行结束数据库', disturb: ({ folder }) => stopDatabase(folder, 'SIGKILL') },
  { name: '服务停住三秒', disturb: freeze },
  { name: '同时交十份有害的文件', disturb: handInHostileFiles },
  { name: '强行结束服务', disturb: killServer },
  {
    name: '强行结束服务和数据库',
    disturb: async (trial) => {
      await stopDatabase(trial.folder, 'SIGKILL')
      await killServer(trial)
    },
  },
]

async function endConnections({ databaseUrl }: ServerProcess): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = current_user and pid <> pg_backend_pid()',
  )
  await client.end()
}

/** The first process of PostgreSQL: SIGINT ends it at once but in order, as a restart does. */
async function stopDatabase(folder: string, signal: NodeJS.Signals): Promise<void> {
  const [first] = readFileSync(join(folder, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(first), signal)
  await wait(100)
}

async function freeze({ server }: Trial): Promise<void> {
  server.freeze()
  await wait(3_000)
  server.thaw()
}

async function killServer(trial: Trial): Promise<void> {
  await trial.server.kill()
  trial.server = await startProcess(trial.folder)
  trial.caller = trial.caller.at(trial.server.address)
}

const swollen = swollenPdf(800)
const sheet = largeSheet(40_000, 26)

/** Each is refused with a sentence; what else is answered is not looked at here. */
async function handInHostileFiles({ caller, organisationId }: Trial): Promise<void> {
  const files = Array.from({ length: 10 }, (_, at) =>
    at % 2 === 0 ? { bytes: swollen, name: `膨胀${at}.pdf` } : { bytes: sheet, name: `铺满${at}.xlsx` },
  )
  await Promise.allSettled(
    files.map(({ bytes, name }) =>
      caller.call(endpoints.previewImport, {
        params: { organisationId },
        file: new File([new Uint8Array(bytes)], name),
      }),
    ),
  )
}

const LONGEST = 60_000

/** How long a round goes on once all is well again. */
const AFTERWARDS = 4_000

/** Waits until the service says that it has its database, and a little longer; throws after a minute. */
export async function untilWell({ server }: Trial): Promise<void> {
  const end = performance.now() + LONGEST
  for (;;) {
    const isWell = await fetch(`${server.address}/health`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isWell) return wait(AFTERWARDS)
    if (performance.now() > end) throw new Error('一分钟以后服务还没有恢复。')
    await wait(100)
  }
}
