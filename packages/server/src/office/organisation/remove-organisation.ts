import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { isReferred, transaction } from '../../platform/database/transaction.ts'
import type { Feature } from '../../platform/feature.ts'
import { conflict } from '../../platform/refusal.ts'
import { leaveSearch } from '../../platform/search/index.ts'
import { permitted } from './found.ts'
import { deleteDraftsFor } from '../../platform/import-draft-queries.ts'
import { contentsOf, deleteOrganisation, organisationForUpdate } from './queries.ts'

/** Removes an organisation that is empty and never had anybody; anything else would take records with it. */
export async function removeOrganisation(
  context: ActorContext,
  features: readonly Feature[],
  id: string,
): Promise<void> {
  await transaction(context.db, async (tx) => {
    const organisation = permitted(context.actor, 'organisation.write', await organisationForUpdate(tx, id))
    if (organisation.parentId === null) throw conflict('最上层的组织不能撤销。')
    const { children, people, grants } = await contentsOf(tx, id)
    if (children > 0) throw conflict(`“${organisation.name}”还有 ${children} 个下级组织。`, '请先移走或撤销它们。')
    if (people + grants > 0)
      throw conflict(`“${organisation.name}”有人员或授权的记录，不能撤销。`, '可以改名注明“已撤销”，记录仍然查得到。')
    for (const { blocksRemoval } of features) {
      const obstacle = await blocksRemoval?.(tx, id, organisation.name)
      if (obstacle) throw conflict(obstacle.title, obstacle.todo)
    }
    await deleteDraftsFor(tx, id)
    await deleteOrganisation(tx, id).catch((error: unknown) => {
      // A feature that has no better sentence for it: what refers to an organisation keeps it all the same.
      throw isReferred(error)
        ? conflict(`“${organisation.name}”还有记录，不能撤销。`, '可以改名注明“已撤销”，记录仍然查得到。')
        : error
    })
    await leaveSearch(tx, 'organisation', id)
    await record(tx, context, { action: 'organisation.remove', subject: organisation.name, organisationId: id })
  })
}
