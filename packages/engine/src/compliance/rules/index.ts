import type { ComplianceRule } from '../rule.ts'
import { missingHeadTalk } from './completeness/missing-head-talk.ts'
import { lateReport } from './procedure/late-report.ts'
import { quorum } from './procedure/quorum.ts'

/** Every rule about how a meeting is prepared, held and followed up, in the order of the reference. */
export const complianceRules: readonly ComplianceRule[] = [missingHeadTalk, lateReport, quorum]
