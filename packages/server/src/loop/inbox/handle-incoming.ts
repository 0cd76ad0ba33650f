import { type endpoints, type IncomingDetail, incomingKindFacts, type Received } from '@duizhao/contract'
import { daysAfter } from '@duizhao/engine/wording'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { invalid } from '../../platform/refusal.ts'
import { peopleWithin, registerProblem } from '../ledger/index.ts'
import { actOnIncoming } from './act.ts'
import { dueAfterAcceptance } from './due-days.ts'

/** Takes on what came in, by oneself or somebody of the unit. A petition has its days from now on. */
export function acceptIncoming(
  context: ActorContext,
  id: string,
  { handlerId, version }: Received<typeof endpoints.acceptIncoming>['body'],
): Promise<IncomingDetail> {
  const { actor, now } = context
  return actOnIncoming(context, { id, version }, 'accept', async (tx, { kind, path, about }) => {
    const handler = handlerId ?? actor.personId
    const known = await peopleWithin(tx, path.slice(0, 1), [handler])
    if (!known.has(handler) || handler === about?.id)
      throw invalid('这个人不能承办。', '请选别的人：被反映的人、已经离开的人不承办。', [
        { field: 'handlerId', message: '请重新选' },
      ])
    const acceptedOn = dateInChina(now)
    const dueOn = dueAfterAcceptance(kind, acceptedOn)
    return { change: { handlerId: handler, acceptedOn, ...(dueOn === null ? {} : { dueOn }) } }
  })
}

/** Writes down that the sender was told what is missing; a second time is counted, and shown. */
export function tellMissing(
  context: ActorContext,
  id: string,
  { text, version }: { readonly text: string; readonly version: number },
): Promise<IncomingDetail> {
  return actOnIncoming(context, { id, version }, 'tellMissing', (_, { told }) => ({
    ...{ change: { told: told + 1 }, text },
  }))
}

/** Lets what must be ended by a rule's day take longer, once, as long as the rule allows. */
export function extendIncoming(
  context: ActorContext,
  id: string,
  { reason, version }: { readonly reason: string; readonly version: number },
): Promise<IncomingDetail> {
  return actOnIncoming(context, { id, version }, 'extend', (_, { kind, dueOn }) => ({
    change: {
      extendedOn: dateInChina(context.now),
      dueOn: daysAfter(dueOn, incomingKindFacts[kind].extendDays ?? 0),
    },
    text: reason,
  }))
}

/** Says what became of it, with the answer that was given. */
export function endIncoming(
  context: ActorContext,
  id: string,
  { ending, reason, version }: Received<typeof endpoints.endIncoming>['body'],
): Promise<IncomingDetail> {
  const outcome = { ending, reason, on: dateInChina(context.now), problemId: null }
  return actOnIncoming(context, { id, version }, 'end', () => ({ change: { outcome }, text: reason }))
}

/** Registers it as a problem of the unit that has it; one about a person is for those only whom it concerns there too. */
export function registerIncoming(
  context: ActorContext,
  id: string,
  { text, aspect, class: kind, dueOn, version }: Received<typeof endpoints.registerIncoming>['body'],
): Promise<IncomingDetail> {
  return actOnIncoming(context, { id, version }, 'register', async (tx, row) => {
    const source = row.kind === 'petition' || row.kind === 'hazard' ? row.kind : 'opinion'
    const problemId = await registerProblem({ ...context, db: tx }, row.organisation.id, {
      ...{ source, aspect, text, cause: '', goal: '', class: kind, dueOn, inspectionId: null, origin: null },
      aboutId: row.about?.id ?? null,
    })
    const outcome = { ending: 'problem' as const, reason: '', on: dateInChina(context.now), problemId }
    return { change: { outcome } }
  })
}

/** Takes back what was entered by mistake; it stays, and is neither listed nor counted. */
export function withdrawIncoming(
  context: ActorContext,
  id: string,
  { reason, version }: { readonly reason: string; readonly version: number },
): Promise<IncomingDetail> {
  return actOnIncoming(context, { id, version }, 'withdraw', () => ({ text: reason }))
}
