import type { DutyDetail } from '@duizhao/contract'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { may } from '../../platform/access.ts'
import type { ActorContext } from '../../platform/context.ts'
import { byList } from './duty-board.ts'
import { dutiesSetBy, namesById, toDetail } from './duty-queries.ts'

/** The duties an organisation set and those set above it, in the order of the lists; those no longer required too. */
export async function listDuties(
  { db, actor }: ActorContext,
  organisationId: string,
): Promise<{ items: DutyDetail[]; mayWrite: boolean }> {
  const organisation = await permittedOrganisation(db, actor, 'duty.read', organisationId)
  const duties = await dutiesSetBy(db, organisation.path)
  const names = await namesById(db, [...new Set(duties.flatMap(({ owedBodies }) => owedBodies))])
  const mayWrite = may(actor, 'duty.write', organisation.path)
  const items = duties.map((duty) => {
    const path = organisation.path.slice(0, organisation.path.indexOf(duty.organisationId) + 1)
    return toDetail(duty, names, may(actor, 'duty.write', path))
  })
  return { items: items.toSorted(byList), mayWrite }
}
