import { z } from 'zod'
import type { Permission } from './permissions.ts'
import type { OwnRefusal } from './refusal.ts'
import './validation-words.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Who may call an endpoint at all; over which organisations is for the use case to judge. */
export type Access = 'public' | 'signed-in' | Permission

type Fields = Readonly<Record<string, z.ZodType>>

/** An operation of the HTTP API as plain data: server, web, API reference and permission tests all read the same values. */
export interface Endpoint<
  P extends Fields = Fields,
  Q extends Fields = Fields,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  /** What happens, `feature.verbNoun`; also the action's name in the audit log. */
  readonly action: string
  /** The same in Chinese. */
  readonly summary: string
  readonly method: Method
  /** Below `/api`, with parameters as `:name`. */
  readonly path: `/${string}`
  readonly access: Access
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly response: R
  /** Refusals beyond `refusalsEverywhere`. */
  readonly refusals: readonly OwnRefusal[]
  /** The body is one file of at most so many bytes, sent as multipart field `file`. */
  readonly upload?: number
  /** The response is a file of this media type. */
  readonly download?: string | undefined
  /** It is about the whole installation: only a role over every root of the tree will do. */
  readonly isOfWhole?: true
  /**
   * A reading that leaves an entry in the audit log, as every change does: what leaves the house, or who may do what; or
   * only where it shows what two people said, or one wrote of himself, or a problem about a person, to somebody else.
   */
  readonly leavesEntry?: true | 'of_secrets'
  /** Who calls it is to stay unknown: the call stands in no log, no figures of the service and no audit entry. */
  readonly leavesNoTrace?: true
  /** It goes through much and may take minutes; what else is asked must not wait for it. */
  readonly isLong?: true
  /** How many calls a minute one address may make, where that is fewer than everywhere. */
  readonly perMinute?: number
}

type Given<E extends Endpoint> = Partial<Omit<E, 'action' | 'summary' | 'method' | 'path' | 'access'>> &
  Pick<E, 'action' | 'summary' | 'method' | 'path' | 'access'>

const nothing = z.undefined()

/** Declares an endpoint; what is not given is empty. */
export function endpoint<
  P extends Fields = Record<never, never>,
  Q extends Fields = Record<never, never>,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodUndefined,
  const A extends Access = Access,
  const D extends string | undefined = undefined,
>(
  given: Given<Endpoint<P, Q, B, R>> & { readonly access: A; readonly download?: D },
): Endpoint<P, Q, B, R> & { readonly access: A; readonly download: D } {
  const defaults = { params: {}, query: {}, body: nothing, response: nothing, refusals: [], download: undefined }
  // The defaults are of the types the type parameters default to when they are left out.
  return { ...defaults, ...given } as unknown as ReturnType<typeof endpoint<P, Q, B, R, A, D>>
}

type Values<F extends Fields> = { readonly [K in keyof F]: z.output<F[K]> }
type GivenValues<F extends Fields> = z.input<z.ZodObject<F>>

/** What a use case receives: validated and converted. */
export interface Received<E extends Endpoint> {
  readonly params: Values<E['params']>
  readonly query: Values<E['query']>
  readonly body: z.output<E['body']>
}

/** What a caller gives. */
export interface Call<E extends Endpoint> {
  readonly params: GivenValues<E['params']>
  readonly query: GivenValues<E['query']>
  readonly body: z.input<E['body']>
}

/** What an endpoint answers with. */
export type Answer<E extends Endpoint> = z.output<E['response']>
