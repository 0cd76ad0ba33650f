import { type ReactNode, useEffect } from 'react'

interface PageProps {
  readonly title: string
  /** Above the title: where it stands among others. */
  readonly above?: ReactNode
  /** One line below the title: what it is about. */
  readonly facts?: ReactNode
  /** What can be done here, the most likely first. */
  readonly actions?: ReactNode
  /** True for a table that takes the whole width of the screen. */
  readonly isWide?: boolean
  readonly children: ReactNode
}

/** A page: its title, its facts, what can be done, and its contents. */
export function Page({ title, above, facts, actions, isWide = false, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · 对照`
  }, [title])
  return (
    <div className={isWide ? 'page is-wide' : 'page'}>
      {above}
      <div className="page-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          {facts !== undefined && <p>{facts}</p>}
        </div>
        {actions !== undefined && <div className="actions">{actions}</div>}
      </div>
      {children}
    </div>
  )
}
