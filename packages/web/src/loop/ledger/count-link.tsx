import { Link } from '@tanstack/react-router'
import type { LedgerSearch } from './ledger-filters.ts'

/** The counts of a ledger, in the order of every report, and how the rows behind each are found. */
export const counted = [
  { field: 'done', name: '已完成', behind: { standing: 'done' } },
  { field: 'sustained', name: '长期坚持', behind: { standing: 'sustained' } },
  { field: 'going', name: '正在推进', behind: { standing: 'going' } },
  { field: 'claimed', name: '导入待确认', behind: { standing: 'claimed' } },
  { field: 'overdue', name: '已超期', behind: { standing: 'overdue' } },
  { field: 'proved', name: '回头看有效', behind: { standing: 'proved' } },
  { field: 'onPaper', name: '书面核验', behind: { standing: 'all', state: 'struck_off_on_paper' } },
  { field: 'imported', name: '导入时已销号', behind: { standing: 'all', state: 'closed_on_import' } },
] as const satisfies readonly {
  readonly field: string
  readonly name: string
  readonly behind: LedgerSearch
}[]

/** All that is counted: not what was merged, split or came back as a new row. */
export const COUNTED: LedgerSearch = { standing: 'counted' }

/** The rows behind a count; null where no list has exactly them: of a day gone by. */
export function rowsBehind(search: LedgerSearch, behind: LedgerSearch, isPast: boolean): LedgerSearch | null {
  return isPast ? null : { ...search, ...behind }
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
  const look = count === 0 ? 'number none' : isOverdue ? 'number overdue' : 'number'
  if (search === null || count === 0) return <span className={look}>{count}</span>
  return (
    <Link to="/ledger" search={search} className={look} aria-label={`${name} ${count} 个，看这些问题`}>
      {count}
    </Link>
  )
}
