import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { alone } from '../database/alone.ts'
import type { Database } from '../database/pool.ts'
import { makeFolder } from '../durable.ts'
import type { Job } from '../jobs/index.ts'
import { installationKey } from '../keys/index.ts'
import { lastGoodOf } from './queries.ts'
import { saveBackup } from './save-backup.ts'
import { verifyBackup } from './verify-backup.ts'

const NAME = /^duizhao-\d{8}T\d{6}Z\.backup$/

/**
 * Every night, where a folder for backups is set: makes one, reads it back whole, and only then removes the oldest beyond
 * the number to keep. A night that fails leaves all older ones where they are.
 */
export const backUpEachNight: Job = {
  name: 'back-up',
  schedule: '20 1 * * *',
  longestSeconds: 12 * 3600,
  async work({ db, databaseUrl, files, config, now }) {
    const { folder, keep } = config.backup
    if (folder === undefined) return
    await alone(databaseUrl, 'backup', async () => {
      await makeFolder(folder)
      const { dataFolder, passphrase } = config
      const key = await installationKey(dataFolder)
      const path = join(folder, nameAt(now))
      const origin = { address: '本机', device: '后台任务', requestId: newId() }
      const check = () => verifyBackup(path, { passphrase, keys: { own: key.fingerprint } })
      await removeUnfinished(folder)
      try {
        await saveBackup(path, { db, databaseUrl, files, key, passphrase, check }, { now, origin })
      } catch (error) {
        await rm(path, { force: true })
        throw error
      }
      await removeOldest(db, folder, keep)
    })
  },
}

/** Names sort as their moments do. */
function nameAt(now: Date): string {
  return `duizhao-${now.toISOString().replace(/[-:]|\.\d+/g, '')}.backup`
}

/** What a night left that was broken off. */
async function removeUnfinished(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.part') && NAME.test(name.slice(0, -5)))
  for (const name of names) await rm(join(folder, name))
}

/** Only what this job has made, by its name; never the last that holds everything, however old it is. */
async function removeOldest(db: Database, folder: string, keep: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => NAME.test(name)).toSorted()
  const good = await lastGoodOf(db, names)
  for (const name of names.slice(0, -keep)) if (name !== good) await rm(join(folder, name))
}
