import type { DutyDetail, DutyFields } from '@duizhao/contract'
import { standardDuties } from '@duizhao/engine/duties'
import { daysAfter } from '@duizhao/engine/wording'
import { v7 as newId } from 'uuid'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { conflict } from '../../platform/refusal.ts'
import { checkDuty } from './check-duty.ts'
import {
  dutiesSetBy,
  dutyById,
  type DutyRow,
  insertDuty,
  namesById,
  setWithdrawn,
  toDetail,
  updateDuty,
} from './duty-queries.ts'
import { heldDuty } from './found.ts'
import { recountBelow } from './recount.ts'

type Organisation = Awaited<ReturnType<typeof permittedOrganisation>>

/** Takes up duties that are shipped, each as it is; one that is taken up here already is refused. */
export function takeUpDuties(
  context: ActorContext,
  organisationId: string,
  { standards, fromOn }: { readonly standards: readonly string[]; readonly fromOn: string },
): Promise<{ items: DutyDetail[] }> {
  return transaction(context.db, async (tx) => {
    const organisation = await permittedOrganisation(tx, context.actor, 'duty.write', organisationId)
    const current = (await dutiesSetBy(tx, [organisation.id])).filter(({ withdrawnOn }) => withdrawnOn === null)
    const chosen = standardDuties.filter(({ id }) => standards.includes(id))
    const twice = chosen.filter(({ id }) => current.some(({ standard }) => standard === id))
    if (twice.length > 0)
      throw conflict(`已经采用：${twice.map(({ name }) => name).join('、')}。`, '请从选中的里面去掉。')
    const items: DutyDetail[] = []
    for (const { id, article, owedKinds, owedRoles, kinds, ...standard } of chosen) {
      const ground = standard.ground === '' ? '' : `《${standard.ground}》${article}`
      items.push(
        await inserted(tx, organisation, id, {
          ...standard,
          ground,
          kinds: [...kinds],
          owedKinds: [...owedKinds],
          owedRoles: [...owedRoles],
          owedBodies: [],
          isInherited: true,
          dueWorkdays: 0,
          fromOn,
          toOn: null,
          problemId: null,
        }),
      )
    }
    await recountBelow(context, tx, organisation.path)
    await record(tx, context, {
      action: 'duty.takeUp',
      subject: chosen.map(({ name }) => name).join('、'),
      organisationId,
      detail: { standards: chosen.map(({ id }) => id), fromOn },
    })
    return { items }
  })
}

export function createDuty(context: ActorContext, organisationId: string, fields: DutyFields): Promise<DutyDetail> {
  return transaction(context.db, async (tx) => {
    const organisation = await permittedOrganisation(tx, context.actor, 'duty.write', organisationId)
    await checkDuty(tx, organisation.path, fields)
    const duty = await inserted(tx, organisation, null, fields)
    await recountBelow(context, tx, organisation.path)
    await record(tx, context, { action: 'duty.create', subject: fields.name, organisationId, detail: told(fields) })
    return duty
  })
}

/**
 * Changes a duty. What was owed until a day stays as it was: the old duty ends with the day before it and a new one begins,
 * so that what was missed stays missing. Without such a day it was always meant so.
 */
export function changeDuty(
  context: ActorContext,
  dutyId: string,
  given: DutyFields & { readonly changesOn: string | null; readonly version: number },
): Promise<DutyDetail> {
  return transaction(context.db, async (tx) => {
    const { duty, path } = await heldDuty(tx, context, dutyId)
    const { changesOn, version, ...fields } = given
    await unchanged(duty, version)
    await checkDuty(tx, path, fields)
    const isOther = hasOtherSubstance(duty, fields)
    // What one was told about the ground holds for what the ground asks, not for what was made of it.
    const known = isOther && fields.known === duty.known && duty.known !== 'unverified' ? 'own' : fields.known
    const after = { ...fields, known }
    const isSplit = isOther && changesOn !== null && changesOn > duty.fromOn
    const id = isSplit ? newId() : duty.id
    if (isSplit) {
      await updateDuty(tx, duty.id, { ...duty, toOn: daysAfter(changesOn, -1) })
      await insertDuty(tx, { id, path, standard: duty.standard }, { ...after, fromOn: changesOn })
    } else await updateDuty(tx, id, after)
    await recountBelow(context, tx, path)
    await record(tx, context, {
      action: 'duty.change',
      subject: fields.name,
      organisationId: duty.organisationId,
      detail: { before: told(duty), after: told(after), changesOn },
    })
    return detailOf(tx, id)
  })
}

/** A duty is no longer required from today on; what was owed until then stays. */
export function withdrawDuty(
  context: ActorContext,
  dutyId: string,
  { reason, version }: { readonly reason: string; readonly version: number },
): Promise<DutyDetail> {
  return transaction(context.db, async (tx) => {
    const { duty, path } = await heldDuty(tx, context, dutyId)
    await unchanged(duty, version)
    await setWithdrawn(tx, duty.id, dateInChina(context.now), reason)
    await recountBelow(context, tx, path)
    const { name, organisationId } = duty
    await record(tx, context, { action: 'duty.withdraw', subject: name, organisationId, detail: { reason } })
    return detailOf(tx, duty.id)
  })
}

async function unchanged(duty: DutyRow, version: number): Promise<void> {
  if (duty.withdrawnOn !== null) throw conflict(`“${duty.name}”已经不再要求，不能再改。`)
  if (duty.version !== version)
    throw conflict(`“${duty.name}”刚刚被别人改过。`, '请重新打开，看改成了什么，再决定要不要改。', {
      version: duty.version,
    })
}

async function inserted(
  tx: Tx,
  { path }: Organisation,
  standard: string | null,
  fields: DutyFields,
): Promise<DutyDetail> {
  const id = newId()
  await insertDuty(tx, { id, path, standard }, fields)
  return detailOf(tx, id)
}

async function detailOf(tx: Tx, id: string): Promise<DutyDetail> {
  const duty = await dutyById(tx, id)
  if (!duty) throw new Error(`duty ${id} was just written`)
  return toDetail(duty, await namesById(tx, duty.owedBodies), true)
}

const SUBSTANCE = [
  'kinds',
  'subject',
  'amount',
  'unit',
  'per',
  'dueWorkdays',
  'owedKinds',
  'owedBodies',
  'owedRoles',
  'whereRole',
  'isInherited',
] as const satisfies readonly (keyof DutyFields)[]

function hasOtherSubstance(before: DutyFields, after: DutyFields): boolean {
  return SUBSTANCE.some((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}

/** What of a duty the audit log keeps. */
function told({ name, kinds, subject, amount, unit, per, fromOn, toOn, ground, known }: DutyFields) {
  return { name, kinds, subject, amount, unit, per, fromOn, toOn, ground, known }
}
