import { listRules } from '../../../findings/rule.ts'
import type { LedgerRule } from '../ledger-rule.ts'
import { closedOnOneDay } from './closed-on-one-day.ts'
import { datesOutOfOrder } from './dates-out-of-order.ts'
import { duplicateRow } from './duplicate-row.ts'
import { missingDeadline } from './missing-deadline.ts'
import { missingEvidence } from './missing-evidence.ts'
import { missingMeasure } from './missing-measure.ts'
import { missingOwner } from './missing-owner.ts'
import { numberOrder } from './number-order.ts'
import { overdue } from './overdue.ts'
import { repeatedProgress } from './repeated-progress.ts'
import { resultCopiedFromMeasure } from './result-copied-from-measure.ts'
import { stateAgainstProgress } from './state-against-progress.ts'
import { vagueDeadline } from './vague-deadline.ts'

/** Every rule about ledgers, in the order of the reference. A new rule is one file and one line here. */
export const ledgerRules = listRules<LedgerRule>([
  missingOwner,
  missingDeadline,
  vagueDeadline,
  overdue,
  missingMeasure,
  missingEvidence,
  repeatedProgress,
  closedOnOneDay,
  resultCopiedFromMeasure,
  datesOutOfOrder,
  stateAgainstProgress,
  numberOrder,
  duplicateRow,
])
