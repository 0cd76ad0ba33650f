import type { FigureId, PaperClaim } from '@duizhao/contract'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

interface Snapshot {
  readonly id: string
  readonly versionId: string
  readonly figure: FigureId
  readonly start: number
  readonly end: number
  readonly value: number
  readonly rowIds: readonly string[]
  readonly from: string
  readonly to: string
  readonly accountId: string
  readonly at: Date
}

export async function insertSnapshots(tx: Tx, snapshots: readonly Snapshot[]): Promise<void> {
  await tx
    .insertInto('figure_snapshot')
    .values(
      snapshots.map(({ id, versionId, figure, start, end, value, rowIds, from, to, accountId, at }) => ({
        ...{ id, figure, value, paper_version_id: versionId, starts_at: start, ends_at: end, kept_at: at },
        ...{ row_ids: [...rowIds], from_on: from, to_on: to, kept_by: accountId },
      })),
    )
    .execute()
}

/** What was last kept of each claim of a version, by where it stands and its figure: “120 studies”. */
export async function latestSnapshots(
  db: Database,
  versionId: string,
): Promise<ReadonlyMap<string, NonNullable<PaperClaim['kept']>>> {
  const rows = await db
    .selectFrom('figure_snapshot')
    .innerJoin('account', 'account.id', 'figure_snapshot.kept_by')
    .innerJoin('person', 'person.id', 'account.person_id')
    .distinctOn(['figure_snapshot.starts_at', 'figure_snapshot.figure'])
    .select(['figure', 'starts_at as start', 'value', 'from_on as from', 'to_on as to', 'kept_at as at'])
    .select('person.name as by')
    .where('paper_version_id', '=', versionId)
    .orderBy('figure_snapshot.starts_at')
    .orderBy('figure_snapshot.figure')
    .orderBy('figure_snapshot.kept_at', 'desc')
    .execute()
  return new Map(
    rows.map(({ figure, start, value, from, to, at, by }) => [
      `${start} ${figure}`,
      { value: Number(value), from, to, keptOn: dateInChina(at), by },
    ]),
  )
}

/** The times an account kept figures of papers, the latest first. */
export async function keptBy(db: Database, accountId: string) {
  return db
    .selectFrom('figure_snapshot')
    .innerJoin('paper_version', 'paper_version.id', 'figure_snapshot.paper_version_id')
    .innerJoin('paper', 'paper.id', 'paper_version.paper_id')
    .select(['paper.title', 'paper_version.ordinal', 'figure_snapshot.kept_at as at'])
    .select((count) => count.fn.countAll<number>().as('figures'))
    .where('figure_snapshot.kept_by', '=', accountId)
    .groupBy(['paper.title', 'paper_version.ordinal', 'figure_snapshot.kept_at'])
    .orderBy('figure_snapshot.kept_at', 'desc')
    .execute()
}
