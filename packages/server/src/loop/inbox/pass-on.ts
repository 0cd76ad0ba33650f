import type { Answer, endpoints, IncomingDetail } from '@duizhao/contract'
import { organisationById } from '../../office/organisation/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { may } from '../../platform/access.ts'
import { forbidden, invalid, notFound } from '../../platform/refusal.ts'
import { actOnIncoming } from './act.ts'
import { seenIncoming } from './incoming-queries.ts'
import { refuseOwn } from './receive-incoming.ts'
import { unitsOf } from './unit-queries.ts'

interface Looked {
  readonly version: number
}

/** The units it can be passed on to, by name; not found for who may not see it. */
export async function listIncomingUnits(
  { db, actor }: ActorContext,
  id: string,
  text: string,
): Promise<Answer<typeof endpoints.listIncomingUnits>> {
  const row = await seenIncoming(db, actor, id)
  if (!row) throw notFound('这件来件')
  if (!may(actor, 'inbox.write', row.path)) throw forbidden('转办由现在办理的单位办。')
  return { items: await unitsOf(db, { root: row.path[0] ?? '', except: row.organisation.id, text }) }
}

/** Offers it to another unit; until that takes it, it stays with the one that has it, and so does the day. */
export function passOnIncoming(
  context: ActorContext,
  id: string,
  { organisationId, reason, version }: Looked & { readonly organisationId: string; readonly reason: string },
): Promise<IncomingDetail> {
  return actOnIncoming(
    context,
    { id, version },
    'passOn',
    async (tx, { kind, path, organisation, aboutOrganisation }) => {
      const to = await organisationById(tx, organisationId)
      // Offices hand on to their own: within one tree.
      if (!to || to.path[0] !== path[0] || to.id === organisation.id)
        throw invalid('没有找到转给的单位，或者就是本单位。', '请重新选。', [
          { field: 'organisationId', message: '请重新选' },
        ])
      refuseOwn({ kind, aboutOrganisationId: aboutOrganisation?.id ?? null }, to.path)
      return { change: { offeredId: to.id }, text: `转给${to.name}：${reason}` }
    },
  )
}

export function recallIncoming(context: ActorContext, id: string, looked: Looked): Promise<IncomingDetail> {
  return actOnIncoming(context, { id, ...looked }, 'recall', () => ({ change: { offeredId: null } }))
}

/** Takes over what is offered: from now on it is this unit's, and the day stays the one it was given at first. */
export function takeOverIncoming(context: ActorContext, id: string, looked: Looked): Promise<IncomingDetail> {
  return actOnIncoming(context, { id, ...looked }, 'takeOver', (_, { offeredTo, passed }) => {
    if (offeredTo === null) throw new Error(`${id} is offered to nobody`)
    const keeper = { id: offeredTo.id, path: offeredTo.path }
    return {
      change: { keeper, offeredId: null, handlerId: context.actor.personId, passed: passed + 1 },
      text: offeredTo.name,
    }
  })
}

/** Gives back what is offered: it is with whom it was, who has to answer. */
export function declineIncoming(
  context: ActorContext,
  id: string,
  { reason, version }: Looked & { readonly reason: string },
): Promise<IncomingDetail> {
  return actOnIncoming(context, { id, version }, 'decline', (_, { offeredTo }) => ({
    change: { offeredId: null },
    text: `${offeredTo?.name ?? ''}退回：${reason}`,
  }))
}
