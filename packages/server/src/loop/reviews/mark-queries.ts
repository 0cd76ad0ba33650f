import type { Verdict } from '@duizhao/contract'
import { sql } from 'kysely'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** One thing somebody said of a version under review. */
export interface Mark {
  readonly id: string
  readonly act: Verdict | 'none' | 'remark' | 'withdraw'
  readonly finding: string | null
  readonly remarkId: string | null
  readonly start: number
  readonly end: number
  /** What the engine said; of a remark the words it is about. */
  readonly words: string
  /** Why it is not followed; of a remark, the remark. */
  readonly text: string
  readonly accountId: string
  readonly byName: string
  readonly at: Date
}

export async function insertMark(tx: Tx, versionId: string, mark: Mark): Promise<void> {
  const { id, act, finding, remarkId, start, end, words, text, accountId, byName, at } = mark
  await tx
    .insertInto('review_mark')
    .values({
      ...{ id, act, finding, words, text, at, paper_version_id: versionId, remark_id: remarkId },
      ...{ starts_at: start, ends_at: end, account_id: accountId, by_name: byName },
    })
    .execute()
}

/** More nobody says of one version. */
const MOST = 5_000

/**
 * What was said of a version, in order. `isDecided`: only what was said until a decision was last made on its paper, which is
 * what its author is told.
 */
export async function marksOf(db: Database | Tx, versionId: string, isDecided: boolean): Promise<Mark[]> {
  const all = marks(db).where('paper_version_id', '=', versionId)
  const decided = sql<boolean>`at <= (select max(event.at) from paper_event event
    join paper_version version on version.paper_id = event.paper_id
    where version.id = ${versionId} and event.action in ('return', 'approve'))`
  const rows = await (isDecided ? all.where(decided) : all).orderBy('number').limit(MOST).execute()
  return rows.map(toMark)
}

/** What was said of some versions, in order, by version. */
export async function marksOfSome(
  db: Database,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Mark[]>> {
  if (versionIds.length === 0) return new Map()
  const rows = await marks(db).where('paper_version_id', 'in', versionIds).orderBy('number').execute()
  const byVersion = Map.groupBy(rows, ({ versionId }) => versionId)
  return new Map([...byVersion].map(([versionId, said]) => [versionId, said.map(toMark)]))
}

function marks(db: Database | Tx) {
  return db
    .selectFrom('review_mark')
    .select(['id', 'act', 'finding', 'remark_id as remarkId', 'starts_at as start', 'ends_at as end'])
    .select(['words', 'text', 'account_id as accountId', 'by_name as byName', 'at', 'paper_version_id as versionId'])
}

function toMark(row: Awaited<ReturnType<ReturnType<typeof marks>['execute']>>[number]): Mark {
  return { ...row, act: row.act as Mark['act'] }
}

/** The version of a paper that was last sent back before another; if none was, the one before it. */
export async function versionBefore(
  db: Database,
  paperId: string,
  ordinal: number,
): Promise<{ readonly versionId: string; readonly ordinal: number } | undefined> {
  const wasReturned = sql<boolean>`exists (select from paper_event where paper_event.paper_id = paper_version.paper_id
    and paper_event.ordinal = paper_version.ordinal and paper_event.action = 'return')`
  return db
    .selectFrom('paper_version')
    .select(['id as versionId', 'ordinal'])
    .where('paper_id', '=', paperId)
    .where('ordinal', '<', ordinal)
    .orderBy(wasReturned, 'desc')
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst()
}

const MOST_TOLD = 50

/** The latest an account said of papers under review. */
export async function marksBy(db: Database, accountId: string) {
  return db
    .selectFrom('review_mark')
    .innerJoin('paper_version', 'paper_version.id', 'review_mark.paper_version_id')
    .innerJoin('paper', 'paper.id', 'paper_version.paper_id')
    .select(['paper.title', 'paper_version.ordinal', 'act', 'words', 'text', 'review_mark.at'])
    .where('review_mark.account_id', '=', accountId)
    .orderBy('review_mark.number', 'desc')
    .limit(MOST_TOLD)
    .execute()
}
