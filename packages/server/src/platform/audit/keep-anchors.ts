import { join } from 'node:path'
import type { ServerConfig } from '../config.ts'
import type { Database } from '../database/pool.ts'
import { transaction } from '../database/transaction.ts'
import { installationKey } from '../keys/index.ts'
import { type Anchor, appendAnchor, type Occasion } from './anchor-file.ts'
import { readHead } from './queries.ts'
import { type Acting, record } from './record.ts'

const HOUR = 3_600_000

/** Where the heads of the chain are written down. */
export function anchorFileOf({ anchorFile, dataFolder }: Pick<ServerConfig, 'anchorFile' | 'dataFolder'>): string {
  return anchorFile ?? join(dataFolder, 'anchors', 'audit.jsonl')
}

/** Writes the head of the chain, as it is committed, into the file of anchors, signed by this installation. */
export async function writeAnchor(
  db: Database,
  config: Pick<ServerConfig, 'anchorFile' | 'dataFolder'>,
  { occasion, now }: { readonly occasion: Occasion; readonly now: Date },
): Promise<Anchor> {
  const key = await installationKey(config.dataFolder)
  const anchor = { ...(await readHead(db)), at: now.toISOString(), occasion }
  await appendAnchor(anchorFileOf(config), anchor, key)
  return anchor
}

export interface AnchorMeans {
  readonly db: Database
  readonly config: ServerConfig
  /** Who the log says it was, should an anchor not be written. */
  readonly acting: (now: Date) => Acting
  readonly tell: (words: string) => void
}

/**
 * Writes the head down now, every hour, and when it is ended. An anchor that cannot be written stops nothing: it is told,
 * and stands in the log.
 */
export async function keepAnchors(means: AnchorMeans): Promise<() => Promise<void>> {
  await attempt(means, 'start')
  let under: Promise<void> = Promise.resolve()
  const timer = setInterval(() => void (under = attempt(means, 'hour')), HOUR)
  return async () => {
    clearInterval(timer)
    await under
    await attempt(means, 'stop')
  }
}

async function attempt({ db, config, acting, tell }: AnchorMeans, occasion: Occasion): Promise<void> {
  const now = new Date()
  try {
    await writeAnchor(db, config, { occasion, now })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    tell(`审计日志的锚点没有写成（${anchorFileOf(config)}）：${reason}`)
    const act = { action: 'audit.anchor', subject: '审计日志', detail: { occasion, reason }, succeeded: false }
    // The database may be what failed.
    await transaction(db, (tx) => record(tx, acting(now), act)).catch(() => undefined)
  }
}
