import type { Leader } from '@duizhao/contract'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { permittedOrganisation } from '../organisation/index.ts'
import { leadersOf } from './leader-queries.ts'

/**
 * Who may lead what a unit has to do, in the order an office thinks of them: those in charge of it (分管) today, of it itself
 * before those of what it belongs to, also where they sit in a body one does not see: they are named with every problem they
 * lead. Then its own team, as it sits.
 */
export async function listLeaders(
  { db, actor, now }: ActorContext,
  organisationId: string,
  asked: { readonly text: string; readonly limit: number },
): Promise<{ items: Leader[] }> {
  const unit = await permittedOrganisation(db, actor, 'post.read', organisationId)
  return { items: await leadersOf(db, unit, { ...asked, day: dateInChina(now) }) }
}
