import { endpoints } from '@duizhao/contract'
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { Badge, Button, Dropdown } from 'antd'
import { useEffect, useState } from 'react'
import { SearchDialogue } from '../platform/search/search-dialogue.tsx'
import type { Place } from '../platform/feature.ts'
import { requestOnce, useRead } from '../platform/service/api.ts'
import { beginsGroup, MOST_IN_ROW, places } from './navigation.ts'
import { end, holds, useSession } from '../platform/service/session.ts'

/** What stands around every page: where one can go, search, messages, and who one is. */
export function Shell() {
  const session = useSession()
  const [isSearching, setSearching] = useState(false)
  // On a phone the menu is a sheet below the bar: nothing in it is hidden to the side; on a screen all of it is more than
  // one row. It is open on one page, and not on the next, however one came there.
  const { pathname } = useLocation()
  const [menuOn, setMenuOn] = useState<string | null>(null)
  const isMenuOpen = menuOn === pathname
  const turn = (): void => setMenuOn(isMenuOpen ? null : pathname)
  useEffect(() => {
    const open = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      setSearching(true)
    }
    addEventListener('keydown', open)
    return () => removeEventListener('keydown', open)
  }, [])
  const seen = places.filter(
    ({ permission, isOfWhole = false }) =>
      (permission === null || holds(session, permission)) && (session.isOverWhole || !isOfWhole),
  )
  const isMany = seen.length > MOST_IN_ROW
  return (
    <>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <header className="bar">
        <Link to="/" className="seal" aria-label="对照：今天">
          对照
        </Link>
        <Button className="bar-menu" aria-expanded={isMenuOpen} onClick={turn}>
          {isMenuOpen ? '收起' : '菜单'}
        </Button>
        <nav aria-label="主菜单" className={isMenuOpen ? 'is-open' : undefined}>
          {seen.map((place, at) => (
            <Link
              key={place.path}
              to={place.path}
              className={classOf(place, seen[at - 1], isMany)}
              onClick={() => setMenuOn(null)}
              activeOptions={{ exact: place.path === '/' }}
              activeProps={{ 'aria-current': 'page' }}
            >
              {place.name}
            </Link>
          ))}
          {isMany && (
            <button type="button" className="bar-all" aria-expanded={isMenuOpen} onClick={turn}>
              全部菜单
            </button>
          )}
        </nav>
        <div className="bar-tools">
          <Button onClick={() => setSearching(true)} title="搜索（Ctrl-K）">
            搜索
          </Button>
          <Messages />
          <Me />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      {isSearching && <SearchDialogue onClose={() => setSearching(false)} />}
    </>
  )
}

function classOf(place: Place, before: Place | undefined, isMany: boolean): string {
  return `${beginsGroup(place, before) ? 'parted' : ''} ${isMany && place.isSeldom ? 'seldom' : ''}`
}

function Messages() {
  const { data } = useRead(endpoints.listNotifications, { query: { limit: 1, unread: true } })
  const unread = data?.unread ?? 0
  return (
    <Badge count={unread} size="small">
      <Link to="/notifications" className="bar-link">
        消息{unread > 0 && <span className="unseen">，{unread} 条未读</span>}
      </Link>
    </Badge>
  )
}

function Me() {
  const { person } = useSession()
  const navigate = useNavigate()
  const leave = async (): Promise<void> => {
    await requestOnce(endpoints.signOut, {}).catch(() => undefined)
    end()
  }
  const items = [
    { key: 'account', label: '口令与登录', onClick: () => void navigate({ to: '/account' }) },
    { key: 'record', label: '系统里关于我的记录', onClick: () => void navigate({ to: '/own-record' }) },
    { key: 'leave', label: '退出登录', onClick: () => void leave() },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="text">{person.name}</Button>
    </Dropdown>
  )
}
