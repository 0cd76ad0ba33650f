import { endpoints, type LedgerView, MOST_VIEWS, ViewName } from '@duizhao/contract'
import { useEffect, useRef } from 'react'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { useChange } from '../../platform/service/api.ts'
import { useSession } from '../../platform/service/session.ts'
import { type LedgerSearch, ledgerSearchOf } from './ledger-filters.ts'

/** A view as it is kept. */
export interface KeptView {
  readonly name: string
  readonly search: LedgerSearch
  readonly sharedWith: string | null
}

interface Views {
  readonly views: readonly LedgerView[]
  readonly keep: (view: KeptView) => Promise<LedgerView>
  readonly remove: (view: LedgerView) => Promise<unknown>
}

/** The views of the ledger of who is signed in, and those shared with them. */
export function useViews(): Views {
  const { rows } = usePages(endpoints.listViews, { query: { limit: 100 } })
  const save = useChange(endpoints.saveView)
  const drop = useChange(endpoints.removeView)
  const keep = ({ name, search, sharedWith }: KeptView): Promise<LedgerView> =>
    save.mutateAsync({ body: { name, search, sharedWith } })
  useTakingOver(rows, keep)
  return { views: rows ?? [], keep, remove: ({ id }) => drop.mutateAsync({ params: { viewId: id } }) }
}

/** Views were once kept in the browser: those of this one are taken over into the account, once. */
function useTakingOver(views: readonly LedgerView[] | undefined, keep: Views['keep']): void {
  const { account } = useSession()
  const key = `duizhao:ledger-views:${account.id}`
  const isBegun = useRef(false)
  useEffect(() => {
    const stored = localStorage.getItem(key)
    if (stored === null || views === undefined || isBegun.current) return
    isBegun.current = true
    const known = new Set(views.filter(({ isOwn }) => isOwn).map(({ name }) => name))
    const fresh = viewsIn(stored).filter(({ name }) => !known.has(name))
    const room = MOST_VIEWS - known.size
    const left = fresh.slice(room)
    Promise.all(fresh.slice(0, room).map((view) => keep({ ...view, sharedWith: null }))).then(
      // What the account has no room for stays where it is.
      () => (left.length === 0 ? localStorage.removeItem(key) : localStorage.setItem(key, JSON.stringify(left))),
      () => undefined,
    )
  }, [key, views, keep])
}

/** The views a browser kept. */
function viewsIn(stored: string): Omit<KeptView, 'sharedWith'>[] {
  try {
    const read: unknown = JSON.parse(stored)
    if (!Array.isArray(read)) return []
    return read.flatMap((view: { name?: unknown; search?: Record<string, unknown> } | null) => {
      const name = ViewName.safeParse(view?.name)
      return name.success ? [{ name: name.data, search: ledgerSearchOf(view?.search ?? {}) }] : []
    })
  } catch {
    return []
  }
}
