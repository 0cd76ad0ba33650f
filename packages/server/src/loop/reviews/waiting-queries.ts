import type { Page, PaperReading } from '@duizhao/contract'
import { levelColumn } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import { page } from '../../platform/database/paging.ts'
import type { Database } from '../../platform/database/pool.ts'
import { reviewedPapers } from './reviewed-papers-queries.ts'

interface Asked {
  readonly organisation: { readonly id: string; readonly level: number }
  readonly after?: string | undefined
  readonly limit: number
}

export interface WaitingRow {
  readonly versionId: string
  readonly paperId: string
  readonly title: string
  readonly ordinal: number
  readonly organisationId: string
  readonly organisationName: string
  readonly author: string
  readonly at: Date
  readonly reading: PaperReading | null
}

/** The papers of an organisation and those below it that wait for the actor's review, the earliest drafted first. */
export async function waitingPapers(
  db: Database,
  actor: Actor,
  { organisation, ...paging }: Asked,
): Promise<Page<WaitingRow>> {
  const query = reviewedPapers(db, actor)
    .select('paper.changed_at as at')
    .where(`paper.${levelColumn(organisation.level)}`, '=', organisation.id)
    .where('paper.state', '=', 'submitted')
    .where('paper.created_by', '<>', actor.accountId)
  const { items, next } = await page(query, [{ column: 'paper.id', property: 'paperId' }], paging)
  // Written by the reading of papers alone.
  return { items: items.map((row) => ({ ...row, reading: row.reading as PaperReading | null })), next }
}
