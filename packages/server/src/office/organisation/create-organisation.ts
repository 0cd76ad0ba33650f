import { DEEPEST_LEVEL, type OrganisationKind } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { isDuplicate, type Tx, transaction } from '../../platform/database/transaction.ts'
import { conflict } from '../../platform/refusal.ts'
import { enterSearch } from '../../platform/search/index.ts'
import { permitted } from './found.ts'
import { holdTree, insertOrganisation, organisationForUpdate } from './queries.ts'
import { searchableOrganisation } from './searchable.ts'

interface NewName {
  readonly name: string
  readonly kind: OrganisationKind
}

/** Adds an organisation below another. Conflict if a sibling has its name or the tree would be too deep. Returns its id. */
export async function createOrganisation(context: ActorContext, parentId: string, given: NewName): Promise<string> {
  return transaction(context.db, async (tx) => {
    await holdTree(tx)
    return enterOrganisation(tx, context, parentId, given)
  })
}

/** The same in a transaction that holds the tree. */
export async function enterOrganisation(
  tx: Tx,
  context: ActorContext,
  parentId: string,
  { name, kind }: NewName,
): Promise<string> {
  const parent = permitted(context.actor, 'organisation.write', await organisationForUpdate(tx, parentId))
  if (parent.level >= DEEPEST_LEVEL) throw conflict(`组织最多 ${DEEPEST_LEVEL} 级，“${parent.name}”下面不能再建。`)
  const id = newId()
  const path = [...parent.path, id]
  await insertOrganisation(tx, { id, parentId, kind, name, path }).catch((error: unknown) => {
    throw isDuplicate(error, 'organisation_name') ? nameIsTaken(name, parent.name) : error
  })
  await enterSearch(tx, searchableOrganisation({ id, name, kind, path }, parent.name))
  await record(tx, context, {
    action: 'organisation.create',
    subject: name,
    organisationId: id,
    detail: { kind, parent: parent.name },
  })
  return id
}

export function nameIsTaken(name: string, parentName: string): Error {
  return conflict(`“${parentName}”下面已有“${name}”。`, '同级组织不能同名，请换一个名称。')
}
