import { isAsked, type ProblemDetail } from '@duizhao/contract'
import { Steps } from 'antd'

/** The levels of the approval of a strike-off: who approved, whose turn it is. */
export function ApprovalSteps({ problem }: { readonly problem: ProblemDetail }) {
  const { approvals, state } = problem
  const isWaiting = isAsked(state)
  const turn = approvals.findIndex(({ isDone }) => !isDone)
  const said = ({ isDone, by }: ProblemDetail['approvals'][number], at: number): string => {
    if (isDone) return by === null ? '已通过' : `${by}，已通过`
    return isWaiting && at === turn ? '等待审批' : '还没有轮到'
  }
  return (
    <section aria-label="销号审批">
      <h2>销号审批</h2>
      <Steps
        orientation="vertical"
        size="small"
        current={isWaiting ? turn : turn < 0 ? approvals.length : -1}
        items={[
          {
            title: '申请销号',
            content: isWaiting || turn < 0 ? '已申请' : '还没有申请',
            status: isWaiting || turn < 0 ? 'finish' : 'wait',
          },
          ...approvals.map((approval, at) => ({
            title: approval.name,
            content: said(approval, at),
            status: approval.isDone
              ? ('finish' as const)
              : isWaiting && at === turn
                ? ('process' as const)
                : ('wait' as const),
          })),
        ]}
      />
    </section>
  )
}
