import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { explainFailure } from '../explain-failure.ts'
import type { ServerConfig } from '../platform/config.ts'
import { openDatabase } from '../platform/database/open-database.ts'
import type { Answer, Check, Examined } from './check.ts'
import { databaseChecks } from './database-checks.ts'
import { machineChecks } from './machine-checks.ts'
import { connect } from './queries.ts'
import { settingChecks } from './setting-checks.ts'

export const checks: readonly Check[] = [...machineChecks, ...databaseChecks, ...settingChecks]

/** What the doctor found on one question. */
export type Diagnosis = Pick<Check, 'id' | 'question' | 'severity' | 'todo'> & Answer

/**
 * Asks everything. Changes nothing but for an embedded database that does not run: it is started and stopped again. Never
 * throws for what is wrong with the machine: that is what it tells.
 */
export async function examine(config: ServerConfig, now: Date): Promise<readonly Diagnosis[]> {
  const { database, databaseFailure, close } = await reach(config)
  try {
    const found: Diagnosis[] = []
    for (const { how, ...check } of checks) {
      const answer = await ask(how, { config, now, database, databaseFailure })
      found.push({ ...check, ...answer })
    }
    return found
  } finally {
    await close()
  }
}

async function ask(how: Check['how'], examined: Examined): Promise<Answer> {
  try {
    return await how(examined)
  } catch (error) {
    const words = explainFailure(error, examined.config) ?? (error instanceof Error ? error.message : String(error))
    return { isWell: false, found: words }
  }
}

type Reached = Pick<Examined, 'database' | 'databaseFailure'> & { close(): Promise<void> }

/** The database of the configuration, if it is there already. */
async function reach(config: ServerConfig): Promise<Reached> {
  const nothing = { database: null, databaseFailure: null, close: () => Promise.resolve() }
  const isNew = config.databaseUrl === undefined && !existsSync(join(config.dataFolder, 'postgres', 'access.json'))
  if (isNew) return nothing
  const undo: (() => Promise<unknown>)[] = []
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step()
  }
  try {
    const opened = await openDatabase(config)
    undo.push(() => opened.close())
    const database = await connect(opened.url)
    undo.push(() => database.end())
    return { database, databaseFailure: null, close }
  } catch (error) {
    await close()
    const words = error instanceof Error ? error.message : String(error)
    return { ...nothing, databaseFailure: explainFailure(error, config) ?? words }
  }
}
