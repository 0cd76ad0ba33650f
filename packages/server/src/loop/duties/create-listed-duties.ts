import type { DutyFields } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { holdOne } from '../../platform/database/locks.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { conflict } from '../../platform/refusal.ts'
import { checkDuty } from './check-duty.ts'
import { dutiesSetBy, insertDuty } from './duty-queries.ts'
import { recountBelow } from './recount.ts'

/** Sets what was confirmed of a responsibility list, all of it or nothing; conflict where one of that name is set here. */
export function createListedDuties(
  context: ActorContext,
  organisationId: string,
  { fileName, items }: { readonly fileName: string; readonly items: readonly DutyFields[] },
): Promise<{ created: number }> {
  return transaction(context.db, async (tx) => {
    const { path, id: setBy } = await permittedOrganisation(tx, context.actor, 'duty.write', organisationId)
    await holdOne(tx, 'duty-list', setBy)
    const set = (await dutiesSetBy(tx, [setBy])).filter(({ withdrawnOn }) => withdrawnOn === null)
    const twice = items.filter(
      ({ name, list }, at) =>
        set.some((one) => one.name === name && one.list === list) ||
        items.findIndex((one) => one.name === name && one.list === list) < at,
    )
    if (twice.length > 0)
      throw conflict(`已经定过，或者写了两次：${twice.map(({ name }) => name).join('、')}。`, '请从选中的里面去掉。')
    for (const fields of items) {
      await checkDuty(tx, path, fields)
      await insertDuty(tx, { id: newId(), path, standard: null }, fields)
    }
    await recountBelow(context, tx, path)
    await record(tx, context, {
      action: 'duty.createListed',
      subject: fileName,
      organisationId,
      detail: { duties: items.map(({ name, list }) => ({ name, list })) },
    })
    return { created: items.length }
  })
}
