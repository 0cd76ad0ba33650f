import { Suspense } from 'react'
import { useFeatures } from '../../../platform/feature.ts'
import type { ActFormProps, ActForms } from '../problem-slots.ts'
import { ApproveForm } from './approve-form.tsx'
import { AssignForm } from './assign-form.tsx'
import { ChangeForm } from './change-form.tsx'
import { ClosureForm } from './closure-form.tsx'
import { EvidenceForm } from './evidence-form.tsx'
import { ExtensionDecisionForm } from './extension-decision-form.tsx'
import { ExtensionForm } from './extension-form.tsx'
import { LookBackForm } from './look-back-form.tsx'
import { MeasuresForm } from './measures-form.tsx'
import { MergeDecisionForm } from './merge-decision-form.tsx'
import { MergeForm } from './merge-form.tsx'
import { PaperDecisionForm } from './paper-decision-form.tsx'
import { PaperForm } from './paper-form.tsx'
import { ProgressForm } from './progress-form.tsx'
import { ReturnForm } from './return-form.tsx'
import { SplitForm } from './split-form.tsx'
import { StrikeOffForm } from './strike-off-form.tsx'
import { TransferForm } from './transfer-form.tsx'
import { TakeBackForm } from './take-back-form.tsx'
import { UnassignForm } from './unassign-form.tsx'
import { WithdrawForm } from './withdraw-form.tsx'

/** The forms of the actions that are the ledger's own. */
export const ledgerForms: ActForms = {
  assign: AssignForm,
  withdrawAssignment: UnassignForm,
  withdraw: TakeBackForm,
  change: ChangeForm,
  planMeasures: MeasuresForm,
  reportProgress: ProgressForm,
  addEvidence: EvidenceForm,
  requestExtension: ExtensionForm,
  decideExtension: ExtensionDecisionForm,
  requestStrikeOff: StrikeOffForm,
  withdrawStrikeOff: WithdrawForm,
  confirm: ApproveForm,
  strikeOff: ApproveForm,
  filePaper: PaperForm,
  confirmOnPaper: PaperDecisionForm,
  strikeOffOnPaper: PaperDecisionForm,
  refusePaper: PaperDecisionForm,
  return: ReturnForm,
  acceptClosure: ClosureForm,
  refuseClosure: ClosureForm,
  proveEffective: LookBackForm,
  findRelapse: LookBackForm,
  transfer: TransferForm,
  requestMerge: MergeForm,
  merge: MergeDecisionForm,
  refuseMerge: MergeDecisionForm,
  split: SplitForm,
}

/** The form of an action, whose feature brings it. */
export function ActForm(props: ActFormProps) {
  const others = useFeatures().map(({ problemForms }) => problemForms)
  const Form = [ledgerForms, ...others].map((forms) => forms?.[props.action]).find((form) => form !== undefined)
  return <Suspense>{Form !== undefined && <Form {...props} />}</Suspense>
}
