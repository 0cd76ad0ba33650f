import type { Ballot, BallotRow } from '@duizhao/contract'
import {
  compliance,
  type ComplianceRuleId,
  complianceRules,
  complianceTemplates,
  nothingKnown,
} from '@duizhao/engine/compliance'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { resultsOf } from './ballot-queries.ts'
import type { RoundRow } from './round-queries.ts'

const SHARE: ComplianceRuleId = 'agreement/excellent-share'
const shareRules = complianceRules.filter(({ id }) => id === SHARE)

/** What is shown of a round that is voted on; null where opinions are asked for. */
export async function ballotOf(db: Database | Tx, { id, kind, base, boxKey }: RoundRow): Promise<Ballot | null> {
  if (kind === 'opinions') return null
  const rows = await resultsOf(db, id)
  return {
    base,
    isTyped: rows.length > 0 && boxKey === null,
    rows,
    share: kind === 'appraisal' ? shareOf(rows, base) : null,
  }
}

/** Whether too many are called 优秀, by the rule that judges the papers of a meeting; null before the grades are decided. */
function shareOf(rows: readonly BallotRow[], base: number | null): Ballot['share'] {
  if (base === null || rows.length === 0 || rows.some(({ grade }) => grade === null)) return null
  const excellent = rows.filter(({ grade }) => grade === 'excellent').length
  const facts = { ...nothingKnown, appraisals: [{ excellent, base, isBaseAllMembers: true, where: null }] }
  const [line] = compliance(facts, complianceTemplates.organisational_life, shareRules)
  return line === undefined ? null : { state: line.state, words: line.message ?? '' }
}
