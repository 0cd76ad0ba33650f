import type { Inspection, InspectionEdition } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { notFound } from '../../platform/refusal.ts'
import { insertInspection, inspectionById, toInspection } from './queries.ts'

/** Registers an inspection; the edition of the rules it is held under decides when plan and report are due. */
export function registerInspection(
  context: ActorContext,
  organisationId: string,
  { name, edition, fedBackOn }: { name: string; edition: InspectionEdition; fedBackOn: string },
): Promise<Inspection> {
  return transaction(context.db, async (tx) => {
    const organisation = await permittedOrganisation(tx, context.actor, 'problem.write', organisationId)
    const id = newId()
    await insertInspection(tx, { id, organisationId: organisation.id, name, edition, fedBackOn })
    const row = await inspectionById(tx, id)
    if (!row) throw notFound('这次巡视巡察')
    await record(tx, context, {
      action: 'inspection.register',
      subject: name,
      organisationId,
      detail: { edition, fedBackOn },
    })
    return toInspection(row)
  })
}
