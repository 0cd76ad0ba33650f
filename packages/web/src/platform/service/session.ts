import { carries, endpoints, type Permission, RefusedCall, type SessionDetail } from '@duizhao/contract'
import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { forgetDrafts, keepDraftsOf } from './drafts.ts'
import { queryClient, rememberToken, request } from './api.ts'
import { endWaiting } from './expiry.ts'

const KEY = ['session']

/** Who is signed in; null if nobody. */
export function useSessionQuery() {
  return useQuery<SessionDetail | null>({
    queryKey: KEY,
    staleTime: 60_000,
    queryFn: async () => {
      try {
        return begin(await request(endpoints.readSession, {}))
      } catch (error) {
        if (error instanceof RefusedCall && error.refusal.code === 'unauthenticated') return null
        throw error
      }
    },
  })
}

/** A session has begun or changed. What was read and typed outlives one that ran out, but only for the same account. */
export function begin(session: SessionDetail): SessionDetail {
  const before = queryClient.getQueryData<SessionDetail | null>(KEY)
  const isAnother = before?.account.id !== session.account.id
  if (isAnother) forgetRead()
  keepDraftsOf(session.account.id)
  rememberToken(session.csrfToken)
  queryClient.setQueryData(KEY, session)
  // What one person had asked for is not asked in the name of the next.
  endWaiting(!isAnother)
  return session
}

/** Signed out: nothing that was read or typed stays in the page; which columns of the ledger were chosen stays in the browser. */
export function end(): void {
  forgetDrafts()
  rememberToken('')
  // First the session itself: who shows it is told only while it is still in the cache.
  queryClient.setQueryData(KEY, null)
  forgetRead()
  endWaiting(false)
}

function forgetRead(): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] })
  queryClient.getMutationCache().clear()
}

const Session = createContext<SessionDetail | null>(null)
export const SessionProvider = Session.Provider

/** Who is signed in, on pages that only someone signed in sees. */
export function useSession(): SessionDetail {
  const session = useContext(Session)
  if (session === null) throw new Error('nobody is signed in')
  return session
}

/** True if one of the grants carries the permission, over whatever organisation. */
export function holds({ grants }: SessionDetail, permission: Permission): boolean {
  return grants.some(({ role }) => carries(role, permission))
}

interface OrganisationName {
  readonly id: string
  readonly name: string
}

/** The organisations over which, with all below, the permission was granted. */
export function grantedOver({ grants }: SessionDetail, permission: Permission): OrganisationName[] {
  const granted = grants.filter(({ role }) => carries(role, permission)).map(({ organisation }) => organisation)
  return [...new Map(granted.map((organisation) => [organisation.id, organisation])).values()]
}
