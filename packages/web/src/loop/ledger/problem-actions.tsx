import { isOpen, type ProblemAction, problemActionNames, type ProblemDetail } from '@duizhao/contract'
import { Button, Dropdown } from 'antd'
import { todayInChina } from '../../platform/archetypes/dates.ts'
import { actionsOf, askedOfOthers, waitsFor } from './next-action.ts'

interface ProblemActionsProps {
  readonly problem: ProblemDetail
  readonly onAct: (action: ProblemAction) => void
}

/** The one next action large, the others beside it, the seldom ones behind a word. */
export function ProblemActions({ problem, onAct }: ProblemActionsProps) {
  const today = todayInChina()
  const { next, others, seldom } = actionsOf(problem, today)
  const all = [next, ...others, ...seldom]
  // Who looks for it is told why it is not there.
  const isKept = all.includes('change') && !all.includes('withdraw') && isOpen(problem.state)
  const why = all.includes('withdrawAssignment') ? '先撤销分派' : '已经有人办过，或者是上级登记的'
  return (
    <>
      <div className="next not-printed" role="group" aria-label="可以做的">
        {next === null ? (
          <span>{waitsFor(problem, today)}</span>
        ) : (
          <Button type="primary" size="large" onClick={() => onAct(next)}>
            {problemActionNames[next]}
          </Button>
        )}
        {others.map((action) => (
          <Button key={action} onClick={() => onAct(action)}>
            {problemActionNames[action]}
          </Button>
        ))}
        {seldom.length > 0 && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                ...seldom.map((action) => ({
                  key: action,
                  label: problemActionNames[action],
                  onClick: () => onAct(action),
                })),
                ...(isKept ? [{ key: 'kept', label: `${problemActionNames.withdraw}（${why}）`, disabled: true }] : []),
              ],
            }}
          >
            <Button>更多</Button>
          </Dropdown>
        )}
      </div>
      <Asked problem={problem} />
    </>
  )
}

/** What waits for others, whom one may ask; what waits for oneself is a button. */
function Asked({ problem }: { readonly problem: ProblemDetail }) {
  const { requestExtension, issueNotice } = askedOfOthers(problem)
  const { allowed } = problem
  return [
    allowed.includes('decideExtension') ? undefined : requestExtension,
    allowed.includes('answerNotice') ? undefined : issueNotice,
  ]
    .filter((words) => words !== undefined)
    .map((words) => (
      <p key={words} className="quiet not-printed">
        {words}
      </p>
    ))
}
