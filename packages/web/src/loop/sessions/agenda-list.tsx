import type { AgendaItem, AgendaItemId } from '@duizhao/contract'

interface AgendaListProps {
  readonly agenda: readonly AgendaItem[]
  readonly current: AgendaItemId
  readonly onOpen: (item: AgendaItemId) => void
}

/** The prescribed order; who records goes down it. */
export function AgendaList({ agenda, current, onOpen }: AgendaListProps) {
  return (
    <nav className="session-agenda" aria-label="议程">
      <h2>议程</h2>
      <ol>
        {agenda.map(({ id, name, source }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === current ? 'step' : undefined}
              title={source}
              onClick={() => onOpen(id)}
            >
              {name}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
