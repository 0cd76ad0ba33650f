import type { ReactNode } from 'react'
import './checklist.css'

/** One thing to be done: how it stands, until when, and what belongs to it. */
export interface ChecklistItem {
  readonly key: string
  readonly name: string
  /** A sign beside the word: a state is never told by colour alone. */
  readonly icon: ReactNode
  readonly state: string
  readonly tone: 'done' | 'late' | 'open' | 'quiet'
  readonly day: ReactNode
  readonly words: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

interface ChecklistProps {
  readonly label: string
  readonly items: readonly ChecklistItem[]
}

/** Steps in their order, each with its state, its day, what is there and what is missing. */
export function Checklist({ label, items }: ChecklistProps) {
  return (
    <ol className="checklist" aria-label={label}>
      {items.map(({ key, name, icon, state, tone, day, words, children, actions }, at) => (
        <li key={key} id={key} className={`is-${tone}`}>
          <div className="checklist-head">
            <span className="checklist-number" aria-hidden="true">
              {at + 1}
            </span>
            <h3>{name}</h3>
            <span className="checklist-state">
              <span aria-hidden="true">{icon}</span> {state}
            </span>
            <span className="checklist-day">{day}</span>
          </div>
          <div className="checklist-body">
            <p>{words}</p>
            {children}
          </div>
          {actions !== undefined && <div className="actions not-printed">{actions}</div>}
        </li>
      ))}
    </ol>
  )
}
