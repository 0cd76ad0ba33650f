import { DEEPEST_LEVEL } from '@duizhao/contract'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { isDuplicate, type Tx, transaction } from '../../platform/database/transaction.ts'
import type { Feature, Move } from '../../platform/feature.ts'
import { conflict } from '../../platform/refusal.ts'
import { nameIsTaken } from './create-organisation.ts'
import { permitted } from './found.ts'
import { below, movePaths, tablesWithPath } from './path-queries.ts'
import { deepestBelow, listedOrganisation, lockTree, namesOf, organisationForUpdate, setParent } from './queries.ts'
import { endVersions } from './version-queries.ts'

/** Puts an organisation, with everything below it, under another parent. */
export async function moveOrganisation(
  context: ActorContext,
  features: readonly Feature[],
  id: string,
  { parentId, version }: { readonly parentId: string; readonly version: number },
): Promise<void> {
  await transaction(context.db, async (tx) => {
    await lockTree(tx)
    const moved = permitted(context.actor, 'organisation.write', await organisationForUpdate(tx, id))
    const parent = permitted(context.actor, 'organisation.write', await organisationForUpdate(tx, parentId))
    if (moved.version !== version)
      throw conflict('这个组织刚刚被别人改过。', '请对照现在的内容再改。', await listedOrganisation(tx, id))
    if (moved.parentId === null) throw conflict('最上层的组织不能移动。')
    if (parent.path.includes(id)) throw conflict(`“${parent.name}”在“${moved.name}”下面，不能做它的上级。`)
    const depth = (await deepestBelow(tx, moved)) - moved.level + 1
    if (parent.level + depth > DEEPEST_LEVEL)
      throw conflict(`移过去以后会超过 ${DEEPEST_LEVEL} 级。`, '请选层级更高的上级，或先调整下级。')
    const before = (await namesOf(tx, moved.path)).at(-2)
    await moveSubtree(tx, features, { id, path: moved.path, parentPath: parent.path, now: context.now }).catch(
      (error: unknown) => {
        throw isDuplicate(error, 'organisation_name') ? nameIsTaken(moved.name, parent.name) : error
      },
    )
    await record(tx, context, {
      action: 'organisation.move',
      subject: moved.name,
      organisationId: id,
      detail: { before: before?.name, after: parent.name },
    })
  })
}

/** Every row that carries their path follows, but those that tell of a day gone by; what is counted along the tree too. */
async function moveSubtree(tx: Tx, features: readonly Feature[], move: Move): Promise<void> {
  await endVersions(tx, below(move), move.now)
  for (const { moved } of features) await moved?.(tx, move)
  const history = new Set(features.flatMap(({ history: tables }) => tables ?? []))
  for (const table of await tablesWithPath(tx)) if (!history.has(table)) await movePaths(tx, table, move)
  const parentId = move.parentPath.at(-1)
  if (parentId !== undefined) await setParent(tx, move.id, parentId)
}
