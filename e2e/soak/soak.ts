/**
 * `npm run soak -- N`: for N minutes (10 if not said) six people write without end while connections break, the database
 * restarts or is killed, the service freezes or is killed, and hostile files come in. What was acknowledged has to be there
 * at the end, and the audit log whole. Says how fast pages came and how much memory was used meanwhile.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { openDatabase, readConfig, startEmbedded, verifyChain } from '@duizhao/server'
import { endpoints } from '@duizhao/contract'
import { type RemoteCaller, signInAt, startProcess } from '../../packages/server/src/testing/server-process.ts'
import { disturbances, type Trial, untilWell } from './disturbances.ts'
import { type Watched, watched } from './watch.ts'
import { startWriters } from './writers.ts'

const minutes = Number(process.argv[2] ?? 10)
if (!(minutes > 0)) {
  process.stderr.write('请写明试多少分钟，如 npm run soak -- 30。\n')
  process.exit(2)
}
const say = (words: string): void => void process.stdout.write(`${words}\n`)

const folder = await mkdtemp(join(tmpdir(), 'duizhao-soak-'))
// PostgreSQL gets into it under whatever account it runs.
await chmod(folder, 0o755)
const server = await startProcess(folder)
const caller = await signInAt(server.address)
const [root] = (await caller.call(endpoints.listOrganisationRoots, {})).items
const trial: Trial = { folder, organisationId: root?.id ?? '', server, caller }
const writers = startWriters(6, trial.organisationId, () => trial.caller)
const end = performance.now() + minutes * 60_000

for (let round = 1; performance.now() < end || round <= disturbances.length;) {
  for (const { name, disturb } of disturbances) {
    const before = writers.acknowledged.length
    const seen = await watched(
      { look: () => opensHome(trial.caller), processId: () => trial.server.processId },
      async () => {
        await disturb(trial)
        await untilWell(trial)
      },
    )
    say(`${String(round++).padStart(4)}  ${name}：写下 ${writers.acknowledged.length - before} 条；${words(seen)}`)
  }
}
await writers.stop()
await trial.server.kill()

const database = await openDatabase(readConfig({ DUIZHAO_DATA: folder }))
const kept = new Set((await database.db.selectFrom('person').select('name').execute()).map(({ name }) => name))
const lost = writers.acknowledged.filter((name) => !kept.has(name))
const { intact, entries } = await verifyChain(database.db)
await database.close()
// Of a killed server it runs on.
await (await startEmbedded(join(folder, 'postgres'))).stop()
await rm(folder, { recursive: true, force: true })

const setbacks = [...writers.setbacks].map(([what, times]) => `${what} ${times} 次`).join('，')
say(`确认过 ${writers.acknowledged.length} 条，丢失 ${lost.length} 条；没有办成：${setbacks}。`)
say(`审计日志 ${entries} 条，${intact ? '完整' : '不完整'}。`)
process.exit(lost.length === 0 && intact && entries >= writers.acknowledged.length ? 0 : 1)

/** What everybody opens first. */
function opensHome({ call }: RemoteCaller): Promise<boolean> {
  return call(endpoints.readHome, {}).then(
    () => true,
    () => false,
  )
}

function words({ latencies, mostMemory }: Watched): string {
  const at = (share: number): string => `${(latencies[Math.floor(latencies.length * share)] ?? 0).toFixed(0)} ms`
  const memory = `内存最多 ${(mostMemory / 2 ** 20).toFixed(0)} MB`
  return `页面 ${latencies.length} 次，中位 ${at(0.5)}，p95 ${at(0.95)}，最慢 ${at(0.999)}；${memory}`
}
