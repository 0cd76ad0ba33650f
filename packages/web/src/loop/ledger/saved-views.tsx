import { CloseOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useSession } from '../../platform/service/session.ts'
import { NameViewForm } from './name-view-form.tsx'
import { type LedgerSearch, ledgerSearchOf } from './ledger-filters.ts'

interface View {
  readonly name: string
  readonly search: LedgerSearch
}

const given: readonly View[] = [
  { name: '未销号', search: {} },
  { name: '我负责的', search: { isMine: true } },
  { name: '已超期', search: { standing: 'overdue' } },
  { name: '已销号', search: { standing: 'done' } },
]

/** The views somebody has saved in this browser. */
function useSavedViews(): readonly [readonly View[], (views: readonly View[]) => void] {
  const { account } = useSession()
  const key = `duizhao:ledger-views:${account.id}`
  const [views, setViews] = useState<readonly View[]>(() => viewsIn(localStorage.getItem(key)))
  const keep = (next: readonly View[]): void => {
    setViews(next)
    localStorage.setItem(key, JSON.stringify(next))
  }
  return [views, keep]
}

function viewsIn(stored: string | null): View[] {
  try {
    const read: unknown = JSON.parse(stored ?? '[]')
    if (!Array.isArray(read)) return []
    return read.flatMap((view: { name?: unknown; search?: Record<string, unknown> } | null) =>
      typeof view?.name === 'string' ? [{ name: view.name, search: ledgerSearchOf(view.search ?? {}) }] : [],
    )
  } catch {
    return []
  }
}

/** Views of the ledger as words in a line: those everybody has, then those saved here under a name. */
export function SavedViews({ search }: { readonly search: LedgerSearch }) {
  const [views, keep] = useSavedViews()
  const [isNaming, setNaming] = useState(false)
  const { message } = App.useApp()
  const present = JSON.stringify(ledgerSearchOf({ ...search }))
  const isShown = (view: View): boolean => JSON.stringify(ledgerSearchOf({ ...view.search })) === present
  const copyAddress = (): void => {
    navigator.clipboard.writeText(location.href).then(
      () => void message.success('链接已复制，对方打开看到同样的筛选。'),
      () => void message.info('浏览器不让复制。请复制地址栏里的链接。'),
    )
  }
  return (
    <nav className="views" aria-label="视图">
      {[...given, ...views].map((view, at) => (
        <span key={`${at} ${view.name}`} className="view">
          <Link
            to="/ledger"
            search={view.search}
            activeProps={{}}
            className={isShown(view) ? 'is-shown' : ''}
            {...(isShown(view) ? { 'aria-current': 'true' as const } : {})}
          >
            {view.name}
          </Link>
          {at >= given.length && (
            <button
              type="button"
              className="plain"
              aria-label={`删去视图“${view.name}”`}
              onClick={() => keep(views.filter((kept) => kept !== view))}
            >
              <CloseOutlined aria-hidden="true" />
            </button>
          )}
        </span>
      ))}
      <Button size="small" onClick={() => setNaming(true)}>
        存为视图
      </Button>
      <Button size="small" onClick={copyAddress}>
        复制链接
      </Button>
      {isNaming && (
        <NameViewForm
          taken={views.map(({ name }) => name)}
          onClose={() => setNaming(false)}
          onName={(name) => keep([...views.filter((view) => view.name !== name), { name, search }])}
        />
      )}
    </nav>
  )
}
