import type { Endpoint } from './endpoint.ts'
import type { Machine } from './machine.ts'

type EndpointsOf<M> = { readonly [K in keyof M as M[K] extends Endpoint ? K : never]: M[K] }

/** A feature as the contract knows it: the same name as its folder in server and web, and its endpoints. */
export interface ContractFeature<E extends Readonly<Record<string, Endpoint>> = Readonly<Record<string, Endpoint>>> {
  /** Chinese, a heading of the API reference. */
  readonly title: string
  readonly endpoints: E
  /** Chinese names of what it writes into the audit log besides what is asked for at an endpoint, by action. */
  readonly actions: Readonly<Record<string, string>>
  /** The life of what it keeps, where that has states. */
  readonly machine?: Machine
}

/** The feature whose endpoints are what its modules export as such. */
export function featureOf<M extends object>(
  title: string,
  module: M,
  actions: Readonly<Record<string, string>> = {},
): { readonly title: string; readonly endpoints: EndpointsOf<M>; readonly actions: Readonly<Record<string, string>> } {
  const endpoints = Object.entries(module).filter(([, value]) => isEndpoint(value))
  return { title, endpoints: Object.fromEntries(endpoints) as EndpointsOf<M>, actions }
}

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'action' in value && 'method' in value && 'path' in value
}
