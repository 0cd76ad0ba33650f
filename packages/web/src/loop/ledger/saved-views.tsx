import { CloseOutlined } from '@ant-design/icons'
import type { LedgerView } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { sentenceOf } from '../../platform/service/api.ts'
import { NameViewForm } from './name-view-form.tsx'
import { type LedgerSearch, ledgerSearchOf } from './ledger-filters.ts'
import { useViews } from './use-views.ts'

const given: readonly { readonly name: string; readonly search: LedgerSearch }[] = [
  { name: '未销号', search: {} },
  { name: '我负责的', search: { isMine: true } },
  { name: '已超期', search: { standing: 'overdue' } },
  { name: '已销号', search: { standing: 'done' } },
]

/** Views of the ledger as words in a line: those everybody has, one’s own, and those others have shared. */
export function SavedViews({ search }: { readonly search: LedgerSearch }) {
  const { views, keep, remove } = useViews()
  const [isNaming, setNaming] = useState(false)
  const { message } = App.useApp()
  const copyAddress = (): void => {
    navigator.clipboard.writeText(location.href).then(
      () => void message.success('链接已复制，对方打开看到同样的筛选。'),
      () => void message.info('浏览器不让复制。请复制地址栏里的链接。'),
    )
  }
  const putBack = async ({ name, search: kept, sharedWith }: LedgerView): Promise<void> => {
    await keep({ name, search: ledgerSearchOf(kept), sharedWith: sharedWith?.id ?? null })
    void message.success(`视图“${name}”恢复了。`)
  }
  const takeAway = async (view: LedgerView): Promise<void> => {
    await remove(view)
    void message.success(
      <>
        视图“{view.name}”删去了。
        <Button type="link" size="small" onClick={() => void putBack(view).catch(tell)}>
          恢复
        </Button>
      </>,
      8,
    )
  }
  const tell = (error: unknown): void => void message.error(sentenceOf(error))
  return (
    <nav className="views" aria-label="视图">
      {given.map((view) => (
        <span key={view.name} className="view">
          <ViewLink {...view} present={search} />
        </span>
      ))}
      {views.map((view) => (
        <span key={view.id} className="view">
          <ViewLink name={view.name} search={ledgerSearchOf(view.search)} present={search} />
          {view.isOwn && view.sharedWith !== null && (
            <span className="quiet" title={`${view.sharedWith.name}的人都看得到`}>
              已共享
            </span>
          )}
          {view.isOwn ? (
            <button
              type="button"
              className="plain"
              aria-label={`删去视图“${view.name}”`}
              onClick={() => void takeAway(view).catch(tell)}
            >
              <CloseOutlined aria-hidden="true" />
            </button>
          ) : (
            <span className="quiet">{view.by}共享</span>
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
          search={search}
          taken={views.filter(({ isOwn }) => isOwn).map(({ name }) => name)}
          onKeep={keep}
          onClose={() => setNaming(false)}
        />
      )}
    </nav>
  )
}

interface ViewLinkProps {
  readonly name: string
  readonly search: LedgerSearch
  /** What the ledger is narrowed to now. */
  readonly present: LedgerSearch
}

function ViewLink({ name, search, present }: ViewLinkProps) {
  const isShown = JSON.stringify(ledgerSearchOf({ ...search })) === JSON.stringify(ledgerSearchOf({ ...present }))
  return (
    <Link
      to="/ledger"
      search={search}
      activeProps={{}}
      className={isShown ? 'is-shown' : ''}
      {...(isShown ? { 'aria-current': 'true' as const } : {})}
    >
      {name}
    </Link>
  )
}
