import { EyeOutlined } from '@ant-design/icons'
import { hintNames, type ProblemDetail } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'

/** Signs of rectification on paper only, for those who verify: facts to look at, with the rows they are about. */
export function HintList({ problem: { hints } }: { readonly problem: ProblemDetail }) {
  if (hints.length === 0) return null
  return (
    <section aria-label="纸面整改提示">
      <h2>纸面整改提示</h2>
      <p className="quiet">只列事实，供核验时看，不是结论。</p>
      {hints.map(({ kind, text, problems }) => (
        <div key={`${kind} ${text}`} className="hint">
          <strong>
            <EyeOutlined aria-hidden="true" /> {hintNames[kind]}
          </strong>
          <div>{text}</div>
          {problems.length > 0 && (
            <div>
              {problems.map(({ id, number }, at) => (
                <span key={id}>
                  {at > 0 && '、'}
                  <Link to="/problems/$problemId" params={{ problemId: id }}>
                    {number} 号
                  </Link>
                </span>
              ))}
            </div>
          )}
        </div>
      ))}
    </section>
  )
}
