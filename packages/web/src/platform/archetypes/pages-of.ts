import type { Answer, Endpoint, GivenCall } from '@duizhao/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { request } from '../service/api.ts'

/** The row type of a list endpoint. */
type RowOf<E extends Endpoint> = Answer<E> extends { readonly items: readonly (infer Row)[] } ? Row : never

interface Pages<Row> {
  readonly rows: readonly Row[] | undefined
  readonly error: unknown
  readonly onMore: (() => void) | undefined
  /** Reads all that is left; how many rows there are then. */
  readonly readAll: () => Promise<number>
}

/** The pages of a list that have been read, and how to read the next. */
export function usePages<E extends Endpoint>(endpoint: E, given: GivenCall<E>): Pages<RowOf<E>> {
  const query = useInfiniteQuery({
    queryKey: [endpoint.action, 'pages', given],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const { query: filters } = given as { readonly query?: object }
      const answer = await request(endpoint, { ...given, query: { ...filters, after: pageParam } } as GivenCall<E>)
      return answer as unknown as { readonly items: readonly RowOf<E>[]; readonly next: string | null }
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const rowsOf = (data: typeof query.data) => data?.pages.flatMap(({ items }) => items)
  return {
    rows: rowsOf(query.data),
    error: query.error,
    onMore: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    readAll: async () => {
      let { data, hasNextPage } = query
      while (hasNextPage) ({ data, hasNextPage } = await query.fetchNextPage())
      return rowsOf(data)?.length ?? 0
    },
  }
}
