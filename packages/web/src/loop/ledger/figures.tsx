import type { LedgerStatistics } from '@duizhao/contract'
import { COUNTED, CountLink, counted, rowsBehind } from './count-link.tsx'

interface FiguresProps {
  readonly statistics: LedgerStatistics
  /** True for a day gone by, whose rows are not those of today. */
  readonly isPast: boolean
}

/** The counts of the whole. */
export function Figures({ statistics: { total, organisation }, isPast }: FiguresProps) {
  const all = total.done + total.sustained + total.going + total.claimed
  return (
    <dl className="figures">
      <div>
        <dt>问题总数</dt>
        <dd>
          <CountLink
            count={all}
            name="问题总数"
            search={rowsBehind({ organisationId: organisation.id }, COUNTED, isPast)}
          />
        </dd>
      </div>
      {counted.map(({ field, name, behind }) => (
        <div key={field} className={field === 'overdue' ? 'is-overdue' : undefined}>
          <dt>{name}</dt>
          <dd>
            <CountLink
              count={total[field]}
              name={name}
              search={rowsBehind({ organisationId: organisation.id }, behind, isPast)}
              isOverdue={field === 'overdue'}
            />
          </dd>
        </div>
      ))}
    </dl>
  )
}
