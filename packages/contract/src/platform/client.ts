import type { Answer, Call, Endpoint, Method } from './endpoint.ts'
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

/** What a call gives `fetch`, its `RequestInit`. */
export interface CallInit {
  readonly method: Method
  readonly headers: Readonly<Record<string, string>>
  readonly credentials: 'same-origin'
  readonly body?: string | FormData
}

/** What a call reads of a `Response`. */
export interface CallResponse {
  readonly ok: boolean
  readonly status: number
  json(): Promise<unknown>
  blob(): Promise<Blob>
}

/** What carries a request: `fetch` or something like it. */
export type Carrier = (path: string, init: CallInit) => Promise<CallResponse>

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
  const values = Object.entries(given.query ?? {}).filter(([, value]) => value !== undefined && value !== '')
  const query = new URLSearchParams(values.map(([name, value]): [string, string] => [name, String(value)])).toString()
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
  const init: CallInit = {
    method: endpoint.method,
    headers: {
      ...(endpoint.method === 'GET' ? {} : { 'x-csrf-token': csrfToken }),
      ...(file === undefined && body !== undefined ? { 'content-type': 'application/json' } : {}),
    },
    credentials: 'same-origin',
    ...bodyOf(file, body),
  }
  const response = await carrier(addressOf(endpoint, given as { params?: object; query?: object }), init)
  if (!response.ok) throw new RefusedCall(await refusalOf(response))
  if (endpoint.download !== undefined) return (await response.blob()) as Called<E>
  return (response.status === 204 ? undefined : await response.json()) as Called<E>
}

function bodyOf(file: File | undefined, body: unknown): Pick<CallInit, 'body'> {
  if (file === undefined) return body === undefined ? {} : { body: JSON.stringify(body) }
  const form = new FormData()
  form.append('file', file)
  return { body: form }
}

async function refusalOf(response: CallResponse): Promise<RefusalBody> {
  const parsed = RefusalBody.safeParse(await response.json().catch(() => null))
  if (parsed.success) return parsed.data
  const title = `服务器答复了看不懂的内容（${response.status}）。`
  return { type: 'about:blank', status: response.status, code: 'broken', title, requestId: '' }
}
