import type { Permission } from '@duizhao/contract'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/refusal.ts'
import { inspectionById } from '../inspections/index.ts'
import { type ItemRow, itemForUpdate } from './item-queries.ts'

/** The inspection with the unit that was inspected, for who has the permission there; not found for others. */
export async function foundInspection(
  { db, actor }: Pick<ActorContext, 'db' | 'actor'>,
  permission: Permission,
  inspectionId: string,
) {
  const inspection = await inspectionById(db, inspectionId)
  if (!inspection) throw notFound('这次巡视巡察')
  const organisation = await permittedOrganisation(db, actor, permission, inspection.organisationId)
  return { inspection, organisation }
}

export type Found = Awaited<ReturnType<typeof foundInspection>>

/** An item that was not taken back, held, with its inspection; not found for who has not the permission there. */
export async function heldItem(
  context: Pick<ActorContext, 'actor'>,
  tx: Tx,
  { itemId, permission }: { readonly itemId: string; readonly permission: Permission },
): Promise<Found & { readonly item: ItemRow }> {
  const item = await itemForUpdate(tx, itemId)
  if (!item) throw notFound('这条反馈的问题')
  return { item, ...(await foundInspection({ ...context, db: tx }, permission, item.inspectionId)) }
}
