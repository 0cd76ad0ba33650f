import { type Facts, type PaperGuard, type PaperState, personalPaperKinds } from '@duizhao/contract'
import { permissionsOver } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import type { PaperRow } from './queries.ts'

/** What the machine is asked with, of a paper as it is. */
export function paperFacts(actor: Actor, { state, path, kind, accountId }: PaperRow): Facts<PaperState, PaperGuard> {
  const guards: PaperGuard[] = [accountId === actor.accountId ? 'isAuthor' : 'isNotAuthor']
  if (!personalPaperKinds.some((personal) => personal === kind)) guards.push('isNotPersonal')
  return { state, permissions: permissionsOver(actor, path), guards: new Set(guards) }
}
