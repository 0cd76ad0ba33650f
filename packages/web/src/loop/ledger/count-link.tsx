import { Link } from '@tanstack/react-router'
import type { LedgerSearch, StandingAsked } from './ledger-filters.ts'

/** The counts of a ledger, in the order of every report, and how the rows behind each are found. */
export const counted = [
  { field: 'done', name: '已完成', standing: 'done' },
  { field: 'sustained', name: '长期坚持', standing: 'sustained' },
  { field: 'going', name: '正在推进', standing: 'going' },
  { field: 'claimed', name: '待确认', standing: 'claimed' },
  { field: 'overdue', name: '超期', standing: 'overdue' },
  // No list shows exactly these rows, and a link to others would not explain the number.
  { field: 'proved', name: '回头看有效', standing: null },
  { field: 'onPaper', name: '书面核验', standing: null },
  { field: 'imported', name: '导入时已销号', standing: null },
] as const satisfies readonly {
  readonly field: string
  readonly name: string
  readonly standing: StandingAsked | null
}[]

/** The rows behind a count; null where no list has exactly them: of a day gone by, or all but those merged and split. */
export function rowsBehind(search: LedgerSearch, standing: StandingAsked | null, isPast: boolean): LedgerSearch | null {
  return isPast || standing === null ? null : { ...search, standing }
}

interface CountLinkProps {
  readonly count: number
  /** What it counts, for who hears the page. */
  readonly name: string
  /** The rows behind it; null where they cannot be listed. */
  readonly search: LedgerSearch | null
  readonly isOverdue?: boolean
}

/** A number that leads to the rows behind it. */
export function CountLink({ count, name, search, isOverdue = false }: CountLinkProps) {
  const look = isOverdue && count > 0 ? 'number overdue' : 'number'
  if (search === null || count === 0) return <span className={look}>{count}</span>
  return (
    <Link to="/ledger" search={search} className={look} aria-label={`${name} ${count} 个，看这些问题`}>
      {count}
    </Link>
  )
}
