import { Link } from '@tanstack/react-router'
import './meetings.css'

const pages = [
  ['/meetings', '我的会议'],
  ['/meeting-board', '下级的会议'],
] as const

/** The pages on meetings. */
export function MeetingPages() {
  return (
    <nav className="meeting-pages not-printed" aria-label="会议的各页">
      {pages.map(([to, name]) => (
        <Link key={to} to={to} activeOptions={{ includeSearch: false }}>
          {name}
        </Link>
      ))}
    </nav>
  )
}
