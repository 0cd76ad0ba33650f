import { endpoints } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { useRead } from '../../platform/service/api.ts'
import { holds, useSession } from '../../platform/service/session.ts'

const MOST = 3

/** What one took part in last, for who has no ledger to look after. */
export function HomeRecords() {
  const session = useSession()
  const isShown = holds(session, 'record.read') && !holds(session, 'problem.read')
  const { data } = useRead(endpoints.listOwnRecords, { query: { limit: MOST } }, isShown)
  if (data === undefined || data.items.length === 0) return null
  return (
    <section aria-label="我最近的履职记录" className="home-part">
      <h2>
        <Link to="/records" search={{ isMine: true }}>
          我最近的履职记录
        </Link>
      </h2>
      <ul>
        {data.items.map(({ id, onDay, name, part }) => (
          <li key={id}>
            {dateInChinese(onDay)}{' '}
            <Link to="/records/$recordId" params={{ recordId: id }}>
              {name}
            </Link>{' '}
            <span className="quiet">{part}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
