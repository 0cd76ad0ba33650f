import { listRules } from '../../../findings/rule.ts'
import type { CheckRule } from '../check-rule.ts'
import { missingDocument } from './completeness/missing-document.ts'
import { missingMaterial } from './completeness/missing-material.ts'
import { missingHeadTalk } from './completeness/missing-head-talk.ts'
import { missingRemark } from './completeness/missing-remark.ts'
import { twoVersions } from './completeness/two-versions.ts'
import { studyBeforePlenum } from './procedure/study-before-plenum.ts'
import { stepOrder } from './procedure/step-order.ts'
import { talkAfterFreeze } from './procedure/talk-after-freeze.ts'
import { talkOverlap } from './procedure/talk-overlap.ts'
import { lateReport } from './procedure/late-report.ts'
import { shortNotice } from './procedure/short-notice.ts'
import { quorum } from './procedure/quorum.ts'
import { agendaOrder } from './procedure/agenda-order.ts'
import { attendance } from './agreement/attendance.ts'
import { appraisal } from './agreement/appraisal.ts'
import { excellentShare } from './agreement/excellent-share.ts'
import { opinionCount } from './agreement/opinion-count.ts'
import { problemCount } from './agreement/problem-count.ts'
import { nameOfMember } from './agreement/name.ts'
import { meetingDate } from './agreement/meeting-date.ts'
import { meetingPlace } from './agreement/meeting-place.ts'
import { meetingName } from './agreement/meeting-name.ts'
import { priorProblem } from './follow-up/prior-problem.ts'
import { opinionUnlisted } from './follow-up/opinion-unlisted.ts'
import { problemUnlisted } from './follow-up/problem-unlisted.ts'

/** Every rule about a meeting's papers, in the order of the reference. A new rule is one file and one line here. */
export const checkRules = listRules<CheckRule>([
  missingDocument,
  missingMaterial,
  missingHeadTalk,
  missingRemark,
  twoVersions,
  studyBeforePlenum,
  stepOrder,
  talkAfterFreeze,
  talkOverlap,
  lateReport,
  shortNotice,
  quorum,
  agendaOrder,
  attendance,
  appraisal,
  excellentShare,
  opinionCount,
  problemCount,
  nameOfMember,
  meetingDate,
  meetingPlace,
  meetingName,
  priorProblem,
  opinionUnlisted,
  problemUnlisted,
])
