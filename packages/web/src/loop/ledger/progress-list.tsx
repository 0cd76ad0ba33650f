import type { ProblemDetail } from '@duizhao/contract'
import { dateInChinese } from '../../platform/archetypes/dates.ts'

/** What has been reported, the latest first. */
export function ProgressList({ problem: { progress } }: { readonly problem: ProblemDetail }) {
  return (
    <section aria-label="进展">
      <h2>进展</h2>
      {progress.length === 0 && <p className="quiet">还没有报告进展。</p>}
      {progress
        .toSorted((a, b) => b.on.localeCompare(a.on) || b.at.localeCompare(a.at))
        .map(({ id, on, text, by }) => (
          <div key={id} className="piece">
            <p>{text}</p>
            <span className="quiet">
              {dateInChinese(on)}，{by}
            </span>
          </div>
        ))}
    </section>
  )
}
