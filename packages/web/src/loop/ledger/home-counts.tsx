import { endpoints } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { useRead } from '../../platform/service/api.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'
import { CountLink } from './count-link.tsx'

const MOST = 3

/** How the ledgers one answers for stand: what is open, what is over its deadline, what waits, what is done. */
export function HomeCounts() {
  const organisations = grantedOver(useSession(), 'problem.read').slice(0, MOST)
  if (organisations.length === 0) return null
  return (
    <section aria-label="台账现在的情况">
      <h2>台账现在的情况</h2>
      {organisations.map(({ id, name }) => (
        <Counts key={id} organisationId={id} name={name} />
      ))}
    </section>
  )
}

function Counts({ organisationId, name }: { readonly organisationId: string; readonly name: string }) {
  const { data } = useRead(endpoints.readLedgerStatistics, { params: { organisationId }, query: {} })
  if (data === undefined) return null
  const { going, sustained, overdue, claimed, done } = data.total
  const counts = [
    { words: '未销号', count: going + sustained, standing: 'open' },
    { words: '已超期', count: overdue, standing: 'overdue' },
    { words: '导入待确认', count: claimed, standing: 'claimed' },
    { words: '已完成', count: done, standing: 'done' },
  ] as const
  return (
    <div className="home-counts">
      <Link to="/statistics/$organisationId" params={{ organisationId }}>
        {name}
      </Link>
      {counts.map(({ words, count, standing }) => (
        <span key={standing}>
          {words}{' '}
          <CountLink
            count={count}
            name={`${name}${words}`}
            search={{ organisationId, standing }}
            isOverdue={standing === 'overdue'}
          />{' '}
          个
        </span>
      ))}
    </div>
  )
}
