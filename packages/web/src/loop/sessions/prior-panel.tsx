import { isClosed, problemStateNames, type SessionWhole } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { dateInChinese } from '../../platform/archetypes/dates.ts'

/** Last year’s rectification, from the ledger. */
export function PriorPanel({ prior: { problems, total, done } }: Pick<SessionWhole, 'prior'>) {
  if (total === 0) return <p>台账上没有以前会议查摆的问题。</p>
  return (
    <>
      <p>
        以前会议查摆、列入台账的问题 {total} 个，已完成 {done} 个，没有完成 {total - done} 个。
      </p>
      <ul className="session-prior">
        {problems.map(({ id, number, text, state, dueOn }) => (
          <li key={id}>
            <Link to="/problems/$problemId" params={{ problemId: id }}>
              {number} 号
            </Link>
            ：{text}（{problemStateNames[state]}
            {isClosed(state) || dueOn === null ? '' : `，时限 ${dateInChinese(dueOn)}`}）
          </li>
        ))}
      </ul>
    </>
  )
}
