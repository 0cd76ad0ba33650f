import type { ProblemAction } from '@duizhao/contract'
import type { ComponentType } from 'react'
import type { ActFormProps } from './act-form-props.ts'
import { ApproveForm } from './approve-form.tsx'
import { AssignForm } from './assign-form.tsx'
import { ChangeForm } from './change-form.tsx'
import { EvidenceForm } from './evidence-form.tsx'
import { ExtensionDecisionForm } from './extension-decision-form.tsx'
import { ExtensionForm } from './extension-form.tsx'
import { LookBackForm } from './look-back-form.tsx'
import { MeasuresForm } from './measures-form.tsx'
import { MergeForm } from './merge-form.tsx'
import { NoticeAnswerForm } from './notice-answer-form.tsx'
import { NoticeForm } from './notice-form.tsx'
import { ProgressForm } from './progress-form.tsx'
import { ReturnForm } from './return-form.tsx'
import { SplitForm } from './split-form.tsx'
import { StrikeOffForm } from './strike-off-form.tsx'
import { TransferForm } from './transfer-form.tsx'
import { WithdrawForm } from './withdraw-form.tsx'

const forms: Readonly<Record<ProblemAction, ComponentType<ActFormProps>>> = {
  assign: AssignForm,
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
  return: ReturnForm,
  proveEffective: LookBackForm,
  findRelapse: LookBackForm,
  transfer: TransferForm,
  merge: MergeForm,
  split: SplitForm,
  issueNotice: NoticeForm,
  answerNotice: NoticeAnswerForm,
}

/** The form of an action. */
export function ActForm(props: ActFormProps) {
  const Form = forms[props.action]
  return <Form {...props} />
}
