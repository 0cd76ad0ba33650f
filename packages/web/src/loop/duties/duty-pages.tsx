import { Link } from '@tanstack/react-router'
import type { DutySearch } from './duty-search.ts'

const pages = [
  ['/duties', '组织的履职'],
  ['/own-duties', '我的履职'],
  ['/duty-board', '下级履职'],
  ['/duty-catalogue', '履职事项'],
] as const

/** The pages on what is owed, which keep the organisation and the year between them. */
export function DutyPages({ organisationId, year }: DutySearch) {
  return (
    <nav className="duty-pages not-printed" aria-label="履职的各页">
      {pages.map(([to, name]) => (
        <Link key={to} to={to} search={{ organisationId, year }} activeOptions={{ includeSearch: false }}>
          {name}
        </Link>
      ))}
    </nav>
  )
}
