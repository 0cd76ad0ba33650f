import { createHash } from 'node:crypto'

/** An entry without its own hash: what the hash is taken of. */
export interface ChainedEntry {
  readonly number: number
  readonly at: string
  readonly action: string
  readonly accountId: string | null
  readonly login: string | null
  readonly personName: string | null
  readonly organisationId: string | null
  readonly subject: string
  readonly succeeded: boolean
  readonly address: string
  readonly requestId: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly previousHash: string
}

/** The SM3 digest (GB/T 32905—2016) of an entry written as JSON with sorted keys, so that it does not depend on who wrote it. */
export function hashOf(entry: ChainedEntry): string {
  return createHash('sm3').update(canonical(entry)).digest('hex')
}

/** JSON with sorted keys, without what is undefined. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null || value instanceof Date) return JSON.stringify(value)
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  const sorted = fields.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`
}
