import { listRules } from '../../../findings/rule.ts'
import type { ReconcileRule } from '../reconcile-rule.ts'
import { addedMeasure } from './presence/added-measure.ts'
import { addedProblem } from './presence/added-problem.ts'
import { missingMeasure } from './presence/missing-measure.ts'
import { missingProblem } from './presence/missing-problem.ts'
import { classDifference } from './difference/class.ts'
import { coUnitDifference } from './difference/co-unit.ts'
import { deadlineDifference } from './difference/deadline.ts'
import { leadDifference } from './difference/lead.ts'
import { ownerDifference } from './difference/owner.ts'
import { stateDifference } from './difference/state.ts'
import { targetDifference } from './difference/target.ts'
import { unitDifference } from './difference/unit.ts'
import { changedMeasureFigure } from './figure/changed-measure-figure.ts'
import { changedProblemFigure } from './figure/changed-problem-figure.ts'
import { completionRate } from './total/completion-rate.ts'
import { measureTotal } from './total/measure-total.ts'
import { partsAndTotal } from './total/parts-and-total.ts'
import { problemTotal } from './total/problem-total.ts'

/**
 * Every rule about documents that should agree, in the order of the reference and of what is told of one problem. A new
 * rule is one file and one line here.
 */
export const reconcileRules = listRules<ReconcileRule>([
  missingProblem,
  addedProblem,
  leadDifference,
  unitDifference,
  coUnitDifference,
  ownerDifference,
  targetDifference,
  deadlineDifference,
  classDifference,
  stateDifference,
  missingMeasure,
  addedMeasure,
  changedMeasureFigure,
  changedProblemFigure,
  problemTotal,
  measureTotal,
  partsAndTotal,
  completionRate,
])
