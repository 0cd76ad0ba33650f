import {
  call,
  type Called,
  type Carrier,
  type Endpoint,
  endpoints,
  type GivenCall,
  type SessionDetail,
} from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { SESSION_COOKIE } from '../office/identity/session-token.ts'

/** Someone who calls the API over HTTP. */
export interface Caller {
  readonly session: SessionDetail | null
  call<E extends Endpoint>(endpoint: E, given: GivenCall<E>): Promise<Called<E>>
}

/** A caller who is not signed in. */
export function stranger(app: FastifyInstance): Caller {
  const carrier = carrierOf(app, newAddress())
  return { session: null, call: (endpoint, given) => call(carrier, endpoint, given) }
}

/** Signs in and keeps the cookie, as a browser would. */
export async function signInAs(
  app: FastifyInstance,
  login: string,
  password: string,
  address: string | (() => string) = newAddress(),
): Promise<Caller & { readonly session: SessionDetail }> {
  const carrier = carrierOf(app, address)
  const session = await call(carrier, endpoints.signIn, { body: { login, password } })
  return { session, call: (endpoint, given) => call(carrier, endpoint, given, session.csrfToken) }
}

/** The one whose session a token opens: signed in already, without the password, whose hash takes longer than most tests. */
export async function holderOf(
  app: FastifyInstance,
  token: string,
): Promise<Caller & { readonly session: SessionDetail }> {
  const carrier = carrierOf(app, newAddress(), { [SESSION_COOKIE]: token })
  const session = await call(carrier, endpoints.readSession, {})
  return { session, call: (endpoint, given) => call(carrier, endpoint, given, session.csrfToken) }
}

let addresses = 0

/** Each caller sits at a machine of their own: limits are by address. */
function newAddress(): string {
  addresses += 1
  return `10.0.${addresses >> 8}.${addresses & 255}`
}

/** Carries requests to an application that listens on no port, and cookies back and forth. */
export function carrierOf(
  app: FastifyInstance,
  address: string | (() => string),
  kept: Readonly<Record<string, string>> = {},
): Carrier {
  const cookies = new Map(Object.entries(kept))
  return async (path, init) => {
    const request = new Request(`http://office.test${path}`, init)
    const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer())
    const response = await app.inject({
      method: request.method as 'GET',
      url: path,
      remoteAddress: typeof address === 'string' ? address : address(),
      headers: {
        ...Object.fromEntries(request.headers),
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(body === undefined ? {} : { payload: body }),
    })
    for (const { name, value } of response.cookies) cookies.set(name, value)
    return new Response(response.statusCode === 204 ? null : new Uint8Array(response.rawPayload), {
      status: response.statusCode,
      headers: { 'content-type': String(response.headers['content-type'] ?? '') },
    })
  }
}
