import type { Page, PaperKind, PaperReading, PaperState } from '@duizhao/contract'
import { sql } from 'kysely'
import type { Actor } from '../../platform/context.ts'
import { page } from '../../platform/database/paging.ts'
import type { Database } from '../../platform/database/pool.ts'
import { reviewedPapers } from './reviewed-papers-queries.ts'

interface Asked {
  readonly meetingId: string
  readonly after?: string | undefined
  readonly limit: number
}

export interface MeetingPaperRow {
  readonly paperId: string
  readonly title: string
  readonly kind: PaperKind
  readonly state: PaperState
  readonly versionId: string
  readonly ordinal: number
  readonly reading: PaperReading | null
  readonly organisationId: string
  readonly organisationName: string
  readonly author: string
  /** The account of the author. */
  readonly accountId: string
}

/** What was handed in for a meeting and the actor may review, in order of the titles; what was drafted only is nobody else's. */
export async function papersOfMeeting(
  db: Database,
  actor: Actor,
  { meetingId, ...paging }: Asked,
): Promise<Page<MeetingPaperRow>> {
  const query = reviewedPapers(db, actor)
    .select(['paper.kind', 'paper.state', 'paper.created_by as accountId'])
    .where('paper.meeting_id', '=', meetingId)
    .where('paper.state', 'in', ['submitted', 'returned', 'approved', 'issued'])
  const keys = [
    { column: 'paper.title', property: 'title' },
    { column: 'paper.id', property: 'paperId' },
  ]
  const { items, next } = await page(query, keys, paging)
  return {
    next,
    items: items.map((row) => ({
      ...row,
      kind: row.kind as PaperKind,
      state: row.state as PaperState,
      // Written by the reading of papers alone.
      reading: row.reading as PaperReading | null,
    })),
  }
}

export interface DecisionRow {
  readonly paperId: string
  readonly by: string
  readonly at: Date
  readonly action: string
  readonly reason: string
  readonly ordinal: number | null
}

/** What was last decided on each of some papers. */
export async function lastDecisions(db: Database, paperIds: readonly string[]): Promise<DecisionRow[]> {
  if (paperIds.length === 0) return []
  return db
    .selectFrom('paper_event')
    .distinctOn('paper_id')
    .select(['paper_id as paperId', 'by_name as by', 'at', 'action', 'reason', 'ordinal'])
    .where('paper_id', '=', sql<string>`any(${[...paperIds]}::uuid[])`)
    .where('action', 'in', ['return', 'approve'])
    .orderBy('paper_id')
    .orderBy('number', 'desc')
    .execute()
}
