import type { Evidence } from '@duizhao/contract'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { seenVersions } from '../papers/index.ts'
import { recordsSeen } from '../records/index.ts'
import { type EvidenceRow, evidenceRows } from './evidence-queries.ts'

/** The evidence of a problem as the actor sees it: of what is cited everybody learns name and day, who may open it also where it is. */
export async function shownEvidence(
  { actor, now }: Pick<ActorContext, 'actor' | 'now'>,
  db: Database | Tx,
  problemId: string,
): Promise<Evidence[]> {
  const rows = await evidenceRows(db, problemId)
  const idsOf = (of: string): string[] => rows.flatMap(({ cited }) => (cited?.of === of ? [cited.id] : []))
  const [records, papers] = await Promise.all([
    recordsSeen(db, { actor, today: dateInChina(now) }, idsOf('record')),
    seenVersions(db, actor, idsOf('paper')),
  ])
  const linkOf = ({ of, id }: NonNullable<EvidenceRow['cited']>): string | null => {
    if (of === 'record') return records.has(id) ? `/records/${id}` : null
    const version = papers.get(id)
    return version === undefined ? null : `/papers/${version.paperId}`
  }
  return rows.map(({ cited, ...row }) => ({
    ...row,
    cited: cited && { of: cited.of, isVoid: cited.isVoid, isChanged: cited.isChanged, link: linkOf(cited) },
  }))
}
