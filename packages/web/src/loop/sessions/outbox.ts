import type { endpoints, GivenCall } from '@duizhao/contract'

type Endpoints = typeof endpoints
type RemarkBody = GivenCall<Endpoints['writeRemark']>['body']
type PresenceBody = GivenCall<Endpoints['writePresence']>['body']
type LineBody = GivenCall<Endpoints['writeSessionLine']>['body']

/** Something written at a session, with the id it keeps however often it is sent. */
export type Written =
  | { readonly id: string; readonly what: 'remark'; readonly body: RemarkBody }
  | { readonly id: string; readonly what: 'presence'; readonly body: PresenceBody }
  | { readonly id: string; readonly what: 'line'; readonly body: LineBody }

/** What waits to be sent, in the order in which it was written; what the service refused says why. */
export interface Waiting {
  readonly written: Written
  readonly refused: string | null
}

/** Puts something at the end; what is written anew under an id takes the place of what still waits under it. */
export function putIn(waiting: readonly Waiting[], written: Written): Waiting[] {
  const entry = { written, refused: null }
  const at = waiting.findIndex(({ written: { id } }) => id === written.id)
  return at < 0 ? [...waiting, entry] : waiting.map((each, index) => (index === at ? entry : each))
}

/** Takes out what has arrived, unless it was written anew while it was on its way. */
export function takeOut(waiting: readonly Waiting[], arrived: Written): Waiting[] {
  return waiting.filter(({ written }) => written !== arrived)
}

/** Keeps what was refused, with why, until who wrote it decides. */
export function refuse(waiting: readonly Waiting[], written: Written, why: string): Waiting[] {
  return waiting.map((each) => (each.written === written ? { written, refused: why } : each))
}

/** The next to send. */
export function nextOf(waiting: readonly Waiting[]): Written | undefined {
  return waiting.find(({ refused }) => refused === null)?.written
}

/** What a browser kept, read again; what is none of ours is left out. */
export function waitingIn(kept: object): Waiting[] {
  const { waiting } = kept as { readonly waiting?: unknown }
  return Array.isArray(waiting) ? (waiting as Waiting[]) : []
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** A new id (UUID 4); `crypto.randomUUID` is not there on an intranet page without TLS. */
export function newLineId(random: Uint8Array = crypto.getRandomValues(new Uint8Array(16))): string {
  const bytes = random.with(6, ((random[6] ?? 0) & 0x0f) | 0x40).with(8, ((random[8] ?? 0) & 0x3f) | 0x80)
  const hex = Array.from(bytes, (byte) => HEX[byte] ?? '').join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
