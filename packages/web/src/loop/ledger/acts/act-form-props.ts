import type { ProblemAction, ProblemDetail } from '@duizhao/contract'

/** What every form of an action is given. */
export interface ActFormProps {
  readonly problem: ProblemDetail
  readonly action: ProblemAction
  readonly onClose: () => void
}
