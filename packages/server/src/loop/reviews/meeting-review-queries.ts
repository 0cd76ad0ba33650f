import type { Page, PaperKind, PaperReading, PaperState } from '@duizhao/contract'
import { sql } from 'kysely'
import { visible } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import { page } from '../../platform/database/paging.ts'
import type { Database } from '../../platform/database/pool.ts'

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
}

/** What was handed in for a meeting and the actor may review, in order of the titles; what was drafted only is nobody else's. */
export async function papersOfMeeting(
  db: Database,
  actor: Actor,
  { meetingId, ...paging }: Asked,
): Promise<Page<MeetingPaperRow>> {
  const query = db
    .selectFrom('paper')
    .innerJoin('paper_version', (join) =>
      join.onRef('paper_version.paper_id', '=', 'paper.id').onRef('paper_version.ordinal', '=', 'paper.shown_versions'),
    )
    .innerJoin('organisation', 'organisation.id', 'paper.organisation_id')
    .innerJoin('account', 'account.id', 'paper.created_by')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['paper.id as paperId', 'paper.title', 'paper.kind', 'paper.state', 'person.name as author'])
    .select(['paper_version.id as versionId', 'paper_version.ordinal', 'paper_version.reading'])
    .select(['organisation.id as organisationId', 'organisation.name as organisationName'])
    .where('paper.meeting_id', '=', meetingId)
    .where('paper.state', 'in', ['submitted', 'returned', 'approved', 'issued'])
    .where((builder) => visible(builder, 'paper', { actor, permission: 'paper.review' }))
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
