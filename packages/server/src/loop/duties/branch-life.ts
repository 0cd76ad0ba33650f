import type { OwnDutyYear } from '@duizhao/contract'
import type { RecordKind } from '@duizhao/engine/duties'
import type { Database } from '../../platform/database/pool.ts'
import { branchRecordsFor } from './own-queries.ts'

/** What counts as the life of a branch (组织生活) of which a leader is an ordinary member. */
const KINDS: readonly RecordKind[] = [
  'branch_meeting',
  'cell_meeting',
  'theme_day',
  'party_lecture',
  'life_meeting',
  'appraisal',
]

/**
 * How a person took part in the life of his branch: its records less those he missed; who came for a part only counts as
 * there, and is told apart. No least number is judged: none was found in the rules.
 */
export async function branchLifeOf(db: Database, personId: string, year: number): Promise<OwnDutyYear['branchLife']> {
  const records = await branchRecordsFor(db, personId, { year, kinds: KINDS })
  return [...Map.groupBy(records, ({ branchId }) => branchId)].map(([id, held]) => {
    const missed = held.filter(
      ({ parts }) => !parts.includes('made_up') && (parts.includes('absent') || parts.includes('excused')),
    )
    return {
      branch: { id, name: held[0]?.branchName ?? '' },
      held: held.length,
      attended: held.length - missed.length,
      partial: held.filter(({ parts }) => parts.includes('partial')).length,
      absent: missed.map(({ name, onDay }) => ({ name, onDay })),
    }
  })
}
