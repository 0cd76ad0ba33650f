import { carries, endpoints, type Permission, RefusedCall, type SessionDetail } from '@duizhao/contract'
import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { queryClient, rememberToken, request } from './api.ts'

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

/** A session has begun or changed. */
export function begin(session: SessionDetail): SessionDetail {
  rememberToken(session.csrfToken)
  queryClient.setQueryData(KEY, session)
  return session
}

/** The session is over: nothing of it stays in the page. */
export function end(): void {
  rememberToken('')
  queryClient.clear()
  queryClient.setQueryData(KEY, null)
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
