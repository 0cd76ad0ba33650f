import { type IncomingGuard, incomingKindFacts } from '@duizhao/contract'
import { may, permissionsOver } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import type { IncomingRow } from './incoming-queries.ts'

/** What the audit log calls it: neither what it says nor from whom it came, who reads the log is not who may read it. */
export const INCOMING = '一件来件'

/** What may be done with it, and who asks. */
export function incomingFacts(actor: Actor, { state, kind, path, offeredTo, extendedOn }: IncomingRow) {
  const guards: IncomingGuard[] = [
    ...(may(actor, 'inbox.write', path) ? (['isKeeper'] as const) : []),
    ...(offeredTo !== null && may(actor, 'inbox.write', offeredTo.path) ? (['isOffered'] as const) : []),
    ...(incomingKindFacts[kind].extendDays !== null && extendedOn === null ? (['isExtendable'] as const) : []),
  ]
  const permissions = new Set([
    ...permissionsOver(actor, path),
    ...(offeredTo === null ? [] : permissionsOver(actor, offeredTo.path)),
  ])
  return { state, permissions, guards: new Set(guards) }
}
