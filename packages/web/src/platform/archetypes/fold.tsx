import { type ReactNode, useState } from 'react'

interface FoldProps {
  readonly title: string
  /** What it says while it is closed: the one thing that matters of it. */
  readonly gist?: ReactNode
  readonly children: ReactNode
}

/** A part of a long page: on a phone its heading opens and closes it, on a screen and on paper it stands open. */
export function Fold({ title, gist, children }: FoldProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <section aria-label={title} className={isOpen ? 'fold is-open' : 'fold'}>
      <h2>
        <span className="fold-title">{title}</span>
        <button type="button" className="fold-head" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <span>{title}</span>
          <span className="fold-gist">{gist}</span>
        </button>
      </h2>
      <div className="fold-body">{children}</div>
    </section>
  )
}
