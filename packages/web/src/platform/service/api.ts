import {
  type Answer,
  call,
  type Called,
  type Carrier,
  type Endpoint,
  type GivenCall,
  RefusedCall,
} from '@duizhao/contract'
import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { untilSignedInAgain } from './expiry.ts'
import { carrierTelling } from './upload.ts'

/** The token every change must carry; the session gives it. */
let csrfToken = ''

export function rememberToken(token: string): void {
  csrfToken = token
}

const carrier: Carrier = (path, init) => fetch(path, init)

/** Calls an endpoint of the service, whoever is signed in. Throws `RefusedCall` if it refuses. */
export function requestOnce<E extends Endpoint>(endpoint: E, given: GivenCall<E>): Promise<Called<E>> {
  return call(carrier, endpoint, given, csrfToken)
}

/**
 * Calls an endpoint of the service in the name of who is signed in: has the session ended, it waits until the same person
 * has signed in again, and asks once more. Throws `RefusedCall` if it refuses.
 */
export function request<E extends Endpoint>(endpoint: E, given: GivenCall<E>): Promise<Called<E>> {
  return whileSignedIn(() => requestOnce(endpoint, given))
}

/** The same with a file; tells what share of it has been sent, 0 to 1. */
export function upload<E extends Endpoint>(
  endpoint: E,
  given: GivenCall<E>,
  onShare: (share: number) => void,
): Promise<Called<E>> {
  return whileSignedIn(() => call(carrierTelling(onShare), endpoint, given, csrfToken))
}

async function whileSignedIn<Answered>(ask: () => Promise<Answered>): Promise<Answered> {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      const hasEnded = csrfToken !== '' && error instanceof RefusedCall && error.refusal.code === 'unauthenticated'
      if (!hasEnded || !(await untilSignedInAgain())) throw error
    }
  }
}

/** What was read is fresh for as long as one looks at a page; a refusal is an answer, and not asked for again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (count, error) => !(error instanceof RefusedCall) && count < 2 },
  },
})

/** Reads an endpoint and keeps what it answered. */
export function useRead<E extends Endpoint>(endpoint: E, given: GivenCall<E>, isEnabled = true) {
  return useQuery<Answer<E>>({
    queryKey: [endpoint.action, given],
    queryFn: () => request(endpoint, given) as Promise<Answer<E>>,
    enabled: isEnabled,
  })
}

/** Changes something; afterwards what was read before is read anew. */
export function useChange<E extends Endpoint>(endpoint: E) {
  const client = useQueryClient()
  return useMutation<Called<E>, Error, GivenCall<E>>({
    mutationFn: (given) => request(endpoint, given),
    onSuccess: () => client.invalidateQueries(),
  })
}

/** What went wrong, in a sentence, with what to do. */
export function sentenceOf(error: unknown): string {
  if (error instanceof RefusedCall) return `${error.refusal.title}${error.refusal.todo ?? ''}`
  return '连不上服务。请检查网络，稍后再试。'
}
