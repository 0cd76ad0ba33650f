import { createHash, randomBytes } from 'node:crypto'
import { chmod, mkdir, mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  openDatabase,
  readConfig,
  restoreBackup,
  saveBackup,
  type ServerConfig,
  setUpFirst,
  startServer,
  verifyBackup,
} from '@duizhao/server'
import { printTable } from './measure.ts'

/** Bytes of a kept file, a decade apart; the largest is about what evidence may have. */
const SIZES = [500_000, 5_000_000, 50_000_000]
const FILES = Number(process.env['FILES'] ?? 10)

/**
 * Backing up, verifying and restoring an installation whose files cannot be compressed, beside what nobody can do without:
 * copying the same files to the disk and hashing them. If the ratios stay, it is linear in the size of files.
 */
export async function benchBackup(): Promise<void> {
  const rows: string[][] = []
  for (const size of SIZES) rows.push(await measured(size))
  printTable(['文件', '抄一遍并算摘要', '备份', '核对', '恢复', '恢复与抄一遍之比'], rows)
}

async function measured(size: number): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'duizhao-bench-'))
  // As root, PostgreSQL runs under another account, which must get through.
  await chmod(folder, 0o755)
  try {
    const config = settings(join(folder, 'data'))
    await fill(config, size)
    const path = join(folder, 'backup')
    const copied = await seconds(() => copyAll(join(config.dataFolder, 'files'), join(folder, 'copy')))
    const saved = await inDatabase(config, (database) => saveBackup(path, database, config, { now: new Date() }))
    const verified = await seconds(() => verifyBackup(path, config, undefined))
    const other = settings(join(folder, 'other'))
    const restored = await inDatabase(other, (database) => restoreBackup(path, database, other, { now: new Date() }))
    const times = [copied, saved, verified, restored].map((time) => `${time.toFixed(2)} s`)
    return [`${FILES} × ${size / 1_000_000} MB`, ...times, `${(restored / copied).toFixed(1)} 倍`]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function settings(dataFolder: string): ServerConfig {
  return readConfig({ DUIZHAO_DATA: dataFolder, DUIZHAO_PORT: '0', DUIZHAO_LOG: 'silent' })
}

async function fill(config: ServerConfig, size: number): Promise<void> {
  const server = await startServer(config, {
    version: '0.0.0',
    prepare: async ({ db }, files) => {
      await setUpFirst(db, new Date())
      for (let n = 0; n < FILES; n++) {
        const hash = await files.put(randomBytes(size))
        await db.insertInto('stored_file').values({ hash, size, media_type: 'application/pdf' }).execute()
      }
    },
  })
  await server.stop()
}

/** The seconds of some work on a database, without those it takes to start and stop. */
async function inDatabase(
  config: ServerConfig,
  work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<unknown>,
): Promise<number> {
  const database = await openDatabase(config)
  try {
    return await seconds(() => work(database))
  } finally {
    await database.close()
  }
}

/** Once: an installation is filled once, and a backup brought back into an empty one. */
async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

async function copyAll(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const bytes = await readFile(join(entry.parentPath, entry.name))
    createHash('sha256').update(bytes).digest('hex')
    const file = await open(join(to, entry.name), 'wx')
    await file.writeFile(bytes)
    await file.sync()
    await file.close()
  }
}
