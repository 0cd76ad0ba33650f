import type { ComplianceRule } from '../rule.ts'
import { excellentShare } from './agreement/excellent-share.ts'
import { emptyRemark } from './completeness/empty-remark.ts'
import { fewChannels } from './completeness/few-channels.ts'
import { missingDocument } from './completeness/missing-document.ts'
import { missingHeadTalk } from './completeness/missing-head-talk.ts'
import { missingMaterial } from './completeness/missing-material.ts'
import { missingRemark } from './completeness/missing-remark.ts'
import { missingRemarkPair } from './completeness/missing-remark-pair.ts'
import { missingStudy } from './completeness/missing-study.ts'
import { missingTalk } from './completeness/missing-talk.ts'
import { twoVersions } from './completeness/two-versions.ts'
import { absentUntold } from './follow-up/absent-untold.ts'
import { opinionUnlisted } from './follow-up/opinion-unlisted.ts'
import { priorProblem } from './follow-up/prior-problem.ts'
import { problemUnlisted } from './follow-up/problem-unlisted.ts'
import { absentStatement } from './procedure/absent-statement.ts'
import { agendaOrder } from './procedure/agenda-order.ts'
import { lateReport } from './procedure/late-report.ts'
import { outsideWindow } from './procedure/outside-window.ts'
import { priorUnreported } from './procedure/prior-unreported.ts'
import { quorum } from './procedure/quorum.ts'
import { shortNotice } from './procedure/short-notice.ts'
import { stepOrder } from './procedure/step-order.ts'
import { studyBeforePlenum } from './procedure/study-before-plenum.ts'
import { talkAfterFreeze } from './procedure/talk-after-freeze.ts'
import { talkOverlap } from './procedure/talk-overlap.ts'
import { unapprovedMaterial } from './procedure/unapproved-material.ts'
import { unreportedItem } from './procedure/unreported-item.ts'

/** Every rule about a meeting, in the order in which it is prepared, held and followed up. */
export const complianceRules: readonly ComplianceRule[] = [
  outsideWindow,
  shortNotice,
  missingStudy,
  studyBeforePlenum,
  fewChannels,
  missingHeadTalk,
  missingTalk,
  talkOverlap,
  talkAfterFreeze,
  missingMaterial,
  unapprovedMaterial,
  quorum,
  absentStatement,
  priorUnreported,
  priorProblem,
  unreportedItem,
  agendaOrder,
  missingRemark,
  missingRemarkPair,
  emptyRemark,
  excellentShare,
  opinionUnlisted,
  problemUnlisted,
  absentUntold,
  lateReport,
  stepOrder,
  twoVersions,
  missingDocument,
]
