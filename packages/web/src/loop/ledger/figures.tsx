import type { LedgerStatistics } from '@duizhao/contract'
import { CountLink, counted, rowsBehind } from './count-link.tsx'

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
          <span className="number">{all}</span>
        </dd>
      </div>
      {counted.map(({ field, name, behind }) => (
        <div key={field}>
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
