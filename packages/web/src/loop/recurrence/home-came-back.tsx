import { endpoints, recurrenceVerdictNames } from '@duizhao/contract'
import { shortened } from '@duizhao/engine/wording'
import { Link } from '@tanstack/react-router'
import { todayInChina } from '../../platform/archetypes/dates.ts'
import { useRead } from '../../platform/service/api.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'

const MOST = 5
const MOST_WORDS = 40

/** What came back this year in the ledger one answers for, each with the earlier problem; nothing while there is none. */
export function HomeCameBack() {
  const [organisation] = grantedOver(useSession(), 'problem.read')
  const year = Number(todayInChina().slice(0, 4))
  const { data } = useRead(
    endpoints.listCameBack,
    { params: { organisationId: organisation?.id ?? '' }, query: { year, limit: MOST } },
    organisation !== undefined,
  )
  if (data === undefined || data.items.length === 0) return null
  return (
    <section aria-label="又出现的老问题" className="home-part">
      <h2>
        <Link to="/came-back">又出现的老问题</Link>
      </h2>
      <ul>
        {data.items.map(({ problem, earlier, verdict }) => (
          <li key={`${problem.id} ${earlier.id}`}>
            <div>
              <Link to="/problems/$problemId" params={{ problemId: problem.id }}>
                {recurrenceVerdictNames[verdict]}：问题 {problem.number} 号
              </Link>
            </div>
            <div>
              {problem.organisation.name}：{shortened(problem.text, MOST_WORDS)}
            </div>
            <div>
              <Link to="/problems/$problemId" params={{ problemId: earlier.id }}>
                以前的问题 {earlier.number} 号
              </Link>
            </div>
            <div className="quiet">
              {earlier.registeredOn.slice(0, 4)}年：{shortened(earlier.text, MOST_WORDS)}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
