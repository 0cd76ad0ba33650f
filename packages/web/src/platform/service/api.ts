import { type Answer, call, type Called, type Endpoint, type GivenCall, RefusedCall } from '@duizhao/contract'
import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'

/** The token every change must carry; the session gives it. */
let csrfToken = ''

export function rememberToken(token: string): void {
  csrfToken = token
}

/** Calls an endpoint of the service. Throws `RefusedCall` if it refuses. */
export function request<E extends Endpoint>(endpoint: E, given: GivenCall<E>): Promise<Called<E>> {
  return call((path, init) => fetch(path, init), endpoint, given, csrfToken)
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
