import { open, readFile, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { UsageError } from '../usage-error.ts'

const WAIT_MILLISECONDS = 100
const PATIENCE = 600 // a minute
const ABANDONED_MILLISECONDS = 10 * 60_000

/**
 * Runs `work` while no other process does so for the same folder: a lock file holds who is at it. A lock whose process
 * has died is taken over. Throws a `UsageError` after a minute's waiting.
 */
export async function withLock<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const path = join(folder, 'lock')
  for (let attempt = 0; !(await claim(path)); attempt += 1) {
    if (attempt >= PATIENCE)
      throw new UsageError(
        `材料库 ${folder} 正被另一次审核使用，请等它结束再试；如果没有别的审核在运行，请删除其中的 lock 文件。`,
      )
    if (await isAbandoned(path)) await rm(path, { force: true })
    else await sleep(WAIT_MILLISECONDS)
  }
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

async function claim(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx')
    await file.writeFile(`${process.pid} ${hostname()}`)
    await file.close()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  try {
    const [id, host] = (await readFile(path, 'utf8')).split(' ')
    if (host === hostname()) return !isRunning(Number(id))
    return Date.now() - (await stat(path)).mtimeMs > ABANDONED_MILLISECONDS
  } catch {
    // Gone in the meantime: the next attempt will tell.
    return false
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
