import type { Answer, Call, Endpoint } from './endpoint.ts'
import { RefusalBody } from './refusal.ts'

/** A request that was refused, with the body that says why. */
export class RefusedCall extends Error {
  readonly refusal: RefusalBody

  constructor(refusal: RefusalBody) {
    super(refusal.title)
    this.name = 'RefusedCall'
    this.refusal = refusal
  }
}

/** What carries a request: `fetch` or something like it. */
export type Carrier = (path: string, init: RequestInit) => Promise<Response>

/** True for what may be left out: nothing at all, or only optional fields. */
type IsOmissible<T> = undefined extends T ? true : Record<never, never> extends T ? true : false

type Omissible<T> = { readonly [K in keyof T as IsOmissible<T[K]> extends true ? never : K]: T[K] } & {
  readonly [K in keyof T as IsOmissible<T[K]> extends true ? K : never]?: T[K]
}

/** What a caller gives, without the parts an endpoint does not need. */
export type GivenCall<E extends Endpoint> = Omissible<Call<E>> & { readonly file?: File }

/** The path and query an endpoint is called at. */
export function addressOf(endpoint: Endpoint, given: { readonly params?: object; readonly query?: object }): string {
  const params = (given.params ?? {}) as Readonly<Record<string, string>>
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const query = new URLSearchParams(
    Object.entries(given.query ?? {}).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  ).toString()
  return `/api${path}${query === '' ? '' : `?${query}`}`
}

/** What a call gives: the answer, or the file. */
export type Called<E extends Endpoint> = E['download'] extends string ? Blob : Answer<E>

/**
 * Calls an endpoint. Throws `RefusedCall` if it refuses; anything else that goes wrong (no network) is what the carrier
 * throws. `csrfToken` goes with every change.
 */
export async function call<E extends Endpoint>(
  carrier: Carrier,
  endpoint: E,
  given: GivenCall<E>,
  csrfToken = '',
): Promise<Called<E>> {
  const { body, file } = given as { readonly body?: unknown; readonly file?: File }
  const headers: Record<string, string> = endpoint.method === 'GET' ? {} : { 'x-csrf-token': csrfToken }
  const init: RequestInit = { method: endpoint.method, headers, credentials: 'same-origin' }
  if (file !== undefined) {
    const form = new FormData()
    form.append('file', file)
    init.body = form
  } else if (body !== undefined) {
    headers['content-type'] = 'application/json'
    init.body = JSON.stringify(body)
  }
  const response = await carrier(addressOf(endpoint, given as { params?: object; query?: object }), init)
  if (!response.ok) throw new RefusedCall(await refusalOf(response))
  if (endpoint.download !== undefined) return (await response.blob()) as Called<E>
  return (response.status === 204 ? undefined : await response.json()) as Called<E>
}

async function refusalOf(response: Response): Promise<RefusalBody> {
  const parsed = RefusalBody.safeParse(await response.json().catch(() => null))
  if (parsed.success) return parsed.data
  const title = `服务器答复了看不懂的内容（${response.status}）。`
  return { type: 'about:blank', status: response.status, code: 'broken', title, requestId: '' }
}
