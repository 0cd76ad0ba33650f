import { type IncomingDetail, type IncomingFields, incomingKindFacts } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { holdTree, organisationById, permittedOrganisation } from '../../office/organisation/index.ts'
import type { OrganisationPath } from '../../platform/access.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina, readExceptions } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { conflict, invalid } from '../../platform/refusal.ts'
import { peopleWithin } from '../ledger/index.ts'
import { enterEvent } from './act.ts'
import { dueAfterReceipt } from './due-days.ts'
import { insertIncoming, writtenIncoming } from './incoming-queries.ts'
import { INCOMING } from './policy.ts'
import { incomingDetail } from './read-incoming.ts'

/**
 * Writes down what came in: the unit that was asked first keeps it, until it is answered or another has taken it. Invalid
 * with a day that is still to come, or a petition about the unit itself: that is for the superior.
 */
export async function receiveIncoming(
  context: ActorContext,
  organisationId: string,
  { dueOn, ...fields }: IncomingFields,
): Promise<IncomingDetail> {
  const { actor, now, db } = context
  const today = dateInChina(now)
  const row = await transaction(db, async (tx) => {
    await holdTree(tx)
    const { path } = await permittedOrganisation(tx, actor, 'inbox.write', organisationId)
    const { kind, receivedOn, aboutId, aboutOrganisationId } = fields
    if (receivedOn > today) throw invalidAt('receivedOn', '收到的日期还没有到', '请写收到的那一天。')
    if (dueOn !== null && incomingKindFacts[kind].known === 'regulation')
      throw invalidAt('dueOn', '信访事项的期限按条例算，不另定', '请不要填期限。')
    if (dueOn !== null && dueOn < receivedOn) throw invalidAt('dueOn', '期限早于收到的日期', '请重新填。')
    const known = await peopleWithin(tx, path.slice(0, 1), aboutId === null ? [] : [aboutId])
    if (aboutId !== null && !known.has(aboutId)) throw invalidAt('aboutId', '没有找到这个人', '请重新选。')
    if (aboutOrganisationId !== null && !(await organisationById(tx, aboutOrganisationId)))
      throw invalidAt('aboutOrganisationId', '没有找到这个单位', '请重新选。')
    refuseOwn({ kind, aboutOrganisationId }, path)
    const id = newId()
    const due = dueOn ?? dueAfterReceipt(kind, receivedOn, await readExceptions(tx))
    await insertIncoming(tx, { ...fields, id, organisationId, path, dueOn: due, createdBy: actor.accountId })
    await enterEvent(tx, context, { id, organisation: { id: organisationId } }, { action: 'receive', text: '' })
    const detail = { id, kind, receivedOn, dueOn: due }
    await record(tx, context, { action: 'inbox.receive', subject: INCOMING, organisationId, detail })
    return writtenIncoming(tx, id)
  })
  return incomingDetail(context, row)
}

/** Refuses that a petition about a unit comes to that unit or below it: who is complained of does not handle it. */
export function refuseOwn(
  { kind, aboutOrganisationId }: Pick<IncomingFields, 'kind' | 'aboutOrganisationId'>,
  path: OrganisationPath,
): void {
  if (kind === 'petition' && aboutOrganisationId !== null && path.includes(aboutOrganisationId))
    throw conflict('这件信访事项反映的就是这个单位，不能由它办。', '请交给它的上级单位。')
}

function invalidAt(field: string, message: string, todo: string): Error {
  return invalid(`${message}。`, todo, [{ field, message }])
}
