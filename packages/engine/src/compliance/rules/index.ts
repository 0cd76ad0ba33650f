import type { ComplianceRule } from '../rule.ts'
import { excellentShare } from './agreement/excellent-share.ts'
import { missingDocument } from './completeness/missing-document.ts'
import { missingHeadTalk } from './completeness/missing-head-talk.ts'
import { missingMaterial } from './completeness/missing-material.ts'
import { missingRemark } from './completeness/missing-remark.ts'
import { twoVersions } from './completeness/two-versions.ts'
import { opinionUnlisted } from './follow-up/opinion-unlisted.ts'
import { priorProblem } from './follow-up/prior-problem.ts'
import { problemUnlisted } from './follow-up/problem-unlisted.ts'
import { agendaOrder } from './procedure/agenda-order.ts'
import { lateReport } from './procedure/late-report.ts'
import { quorum } from './procedure/quorum.ts'
import { shortNotice } from './procedure/short-notice.ts'
import { stepOrder } from './procedure/step-order.ts'
import { studyBeforePlenum } from './procedure/study-before-plenum.ts'
import { talkAfterFreeze } from './procedure/talk-after-freeze.ts'
import { talkOverlap } from './procedure/talk-overlap.ts'

/** Every rule about a meeting, in the order in which it is prepared, held and followed up. */
export const complianceRules: readonly ComplianceRule[] = [
  shortNotice,
  studyBeforePlenum,
  missingHeadTalk,
  talkOverlap,
  talkAfterFreeze,
  missingMaterial,
  quorum,
  priorProblem,
  agendaOrder,
  missingRemark,
  excellentShare,
  opinionUnlisted,
  problemUnlisted,
  lateReport,
  stepOrder,
  twoVersions,
  missingDocument,
]
