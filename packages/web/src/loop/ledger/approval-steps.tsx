import { isAsked, isOpen, type ProblemDetail } from '@duizhao/contract'
import { Steps } from 'antd'
import { instantInChinese } from '../../platform/archetypes/dates.ts'
import { namesInWords } from '../../platform/archetypes/names-in-words.ts'

/** Who may take a level, said beforehand: whoever had a hand in the problem never may. */
function whoMay({ fallsTo, mayApprove }: ProblemDetail['approvals'][number], isOnPaper: boolean): string {
  if (fallsTo === 'nobody' && isOnPaper) return '。没有能办这一步的人，登记的上级书面核验确认以后代替。'
  if (fallsTo === 'nobody')
    return '。现在没有能办这一步的人：经手过的人都不能审批。请安全管理员另外授权；没有别人了，申请销号后登记上级的书面核验，一人登记、另一人确认。'
  const people = namesInWords(mayApprove)
  return fallsTo === 'superior' ? `。规定的角色里的人都经手过，由上级的${people}办理。` : `，由${people}办理。`
}

/** What came of asking until now, where nobody waits for an answer. */
function soFar({ endedRequest }: ProblemDetail): string {
  if (endedRequest === null) return '还没有申请'
  const { by, at, reason, isReturned } = endedRequest
  const day = instantInChinese(at)
  return isReturned
    ? `申请过，${day}由${by}退回：${reason}。补齐以后重新申请。`
    : `申请过，${day}由${by}撤回：${reason}。`
}

/** The levels of the approval of a strike-off: who approved, whose turn it is. */
export function ApprovalSteps({ problem }: { readonly problem: ProblemDetail }) {
  const { approvals, state } = problem
  const isWaiting = isAsked(state)
  const turn = approvals.findIndex(({ isDone }) => !isDone)
  const said = (approval: ProblemDetail['approvals'][number], at: number): string => {
    if (approval.onPaper !== null) return `${approval.onPaper}书面核验，${approval.by ?? '另一人'}确认`
    if (approval.isDone) return approval.by === null ? '已通过' : `${approval.by}，已通过`
    const now = isWaiting && at === turn ? '等待审批' : '还没有到这一步'
    return isOpen(state) ? `${now}${whoMay(approval, problem.paper !== null)}` : now
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
            content: isWaiting || turn < 0 ? '已申请' : soFar(problem),
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
