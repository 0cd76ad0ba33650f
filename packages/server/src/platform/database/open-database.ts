import { join } from 'node:path'
import type { ServerConfig } from '../config.ts'
import { startEmbedded } from './embedded.ts'
import { openPool, type Pool } from './pool.ts'

/** A database opened for one command. */
export interface OpenDatabase extends Pool {
  readonly url: string
}

/**
 * The database of a configuration as its owner, for work that needs no server: the external one, or the embedded one, which is
 * started if it does not run and then stopped again; a server that uses it meanwhile is not disturbed.
 */
export async function openDatabase(config: ServerConfig): Promise<OpenDatabase> {
  const url = config.databaseOwnerUrl ?? config.databaseUrl
  if (url !== undefined) return { ...openPool(url, 4), url }
  const embedded = await startEmbedded(join(config.dataFolder, 'postgres'))
  const pool = openPool(embedded.url, 4)
  return {
    ...pool,
    url: embedded.url,
    close: async () => {
      await pool.close()
      if (!embedded.wasRunning) await embedded.stop()
    },
  }
}
