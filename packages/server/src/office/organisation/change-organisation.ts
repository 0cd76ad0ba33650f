import type { OrganisationKind } from '@duizhao/contract'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { isDuplicate, transaction } from '../../platform/database/transaction.ts'
import { conflict } from '../../platform/refusal.ts'
import { enterSearch } from '../../platform/search/index.ts'
import { nameIsTaken } from './create-organisation.ts'
import { permitted } from './found.ts'
import { holdTree, listedOrganisation, namesOf, organisationForUpdate, updateOrganisation } from './queries.ts'
import { searchableOrganisation } from './searchable.ts'

export interface OrganisationChange {
  readonly name: string
  readonly kind: OrganisationKind
  readonly version: number
}

/** Renames an organisation or makes it another kind. Conflict, with the present state, if someone was faster. */
export async function changeOrganisation(
  context: ActorContext,
  id: string,
  { name, kind, version }: OrganisationChange,
): Promise<void> {
  await transaction(context.db, async (tx) => {
    await holdTree(tx)
    const before = permitted(context.actor, 'organisation.write', await organisationForUpdate(tx, id))
    if (before.version !== version)
      throw conflict('这个组织刚刚被别人改过。', '请对照现在的内容再改。', await listedOrganisation(tx, id))
    const parent = (await namesOf(tx, before.path)).at(-2)
    await updateOrganisation(tx, id, { name, kind, now: context.now }).catch((error: unknown) => {
      throw isDuplicate(error, 'organisation_name') ? nameIsTaken(name, parent?.name ?? '') : error
    })
    await enterSearch(tx, searchableOrganisation({ id, name, kind, path: before.path }, parent?.name ?? null))
    await record(tx, context, {
      action: 'organisation.change',
      subject: name,
      organisationId: id,
      detail: { before: { name: before.name, kind: before.kind }, after: { name, kind } },
    })
  })
}
