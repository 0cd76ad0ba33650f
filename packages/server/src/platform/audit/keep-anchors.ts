import { join } from 'node:path'
import type { ServerConfig } from '../config.ts'
import type { Database } from '../database/pool.ts'
import { transaction } from '../database/transaction.ts'
import { installationKey } from '../keys/index.ts'
import { type Anchor, appendAnchor, type Appended, type Occasion } from './anchor-file.ts'
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
  {
    occasion,
    now,
    previous,
  }: { readonly occasion: Occasion; readonly now: Date; readonly previous?: string | undefined },
): Promise<Anchor & Appended> {
  const key = await installationKey(config.dataFolder)
  const anchor = { ...(await readHead(db)), at: now.toISOString(), occasion }
  return { ...anchor, ...(await appendAnchor(anchorFileOf(config), anchor, { key, previous })) }
}

export interface AnchorMeans {
  readonly db: Database
  readonly config: ServerConfig
  /** Who the log says it was, should an anchor not be written. */
  readonly acting: (now: Date) => Acting
  readonly tell: (words: string) => void
}

/**
 * Writes the head down now, every hour, and when it is ended. An anchor that cannot be written, or one written before that
 * is gone from the file, stops nothing: it is told, and stands in the log.
 */
export async function keepAnchors(means: AnchorMeans): Promise<() => Promise<void>> {
  let previous = await attempt(means, 'start')
  let under: Promise<void> = Promise.resolve()
  const next = async (occasion: Occasion) => void (previous = (await attempt(means, occasion, previous)) ?? previous)
  const timer = setInterval(() => void (under = next('hour')), HOUR)
  return async () => {
    clearInterval(timer)
    await under
    await next('stop')
  }
}

/** The signature of the anchor that was written; undefined if none was. */
async function attempt(means: AnchorMeans, occasion: Occasion, previous?: string): Promise<string | undefined> {
  const { db, config } = means
  const now = new Date()
  try {
    const { signature, isPreviousThere } = await writeAnchor(db, config, { occasion, now, previous })
    const gone = '上次写下的一行不在了，文件被删改过'
    if (!isPreviousThere)
      await complain(means, { now, words: `锚点文件（${anchorFileOf(config)}）里${gone}`, occasion })
    return signature
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    await complain(means, { now, words: `锚点没有写成（${anchorFileOf(config)}）：${reason}`, occasion })
    return undefined
  }
}

interface Complaint {
  readonly now: Date
  readonly words: string
  readonly occasion: Occasion
}

async function complain({ db, acting, tell }: AnchorMeans, { now, words, occasion }: Complaint): Promise<void> {
  tell(`审计日志的${words}`)
  const act = { action: 'audit.anchor', subject: '审计日志', detail: { occasion, reason: words }, succeeded: false }
  // The database may be what failed.
  await transaction(db, (tx) => record(tx, acting(now), act)).catch(() => undefined)
}
