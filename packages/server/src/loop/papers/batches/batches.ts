import type { Answer, endpoints, PaperBatch } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { holdTree, permittedOrganisation } from '../../../office/organisation/index.ts'
import { record } from '../../../platform/audit/index.ts'
import type { ActorContext } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/transaction.ts'
import { notFound } from '../../../platform/refusal.ts'
import { deleteBatch, filesOfBatch, holdBatch, insertBatch, openBatches, ownBatch } from './batch-queries.ts'
import { shownFiles } from './shown-files.ts'

/** Begins a batch of files for an organisation, for nobody but who begins it. */
export async function beginBatch(context: ActorContext, organisationId: string): Promise<PaperBatch> {
  const { db, actor, now } = context
  const id = newId()
  await transaction(db, async (tx) => {
    await holdTree(tx)
    const organisation = await permittedOrganisation(tx, actor, 'paper.write', organisationId)
    await insertBatch(tx, { id, organisationId: organisation.id, accountId: actor.accountId, at: now })
    await record(tx, context, { action: 'paper.beginBatch', subject: organisation.name, organisationId })
  })
  return seenBatch(context, id)
}

/** A batch of one's own; not found for anybody else. */
export async function seenBatch({ db, actor }: ActorContext, batchId: string): Promise<PaperBatch> {
  const batch = await ownBatch(db, actor, batchId)
  if (!batch) throw notFound('这一批文稿')
  return batch
}

/** One's batches for an organisation that are not dealt with. */
export async function listBatches(
  { db, actor }: ActorContext,
  organisationId: string,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Answer<typeof endpoints.listPaperBatches>> {
  const { id } = await permittedOrganisation(db, actor, 'paper.write', organisationId)
  return openBatches(db, actor, { ...paging, organisationId: id })
}

/** A batch of one's own with its files as they were read. */
export async function readBatch(
  context: ActorContext,
  batchId: string,
): Promise<Answer<typeof endpoints.readPaperBatch>> {
  const batch = await seenBatch(context, batchId)
  return { batch, files: await shownFiles(context, await filesOfBatch(context.db, context.actor, batchId)) }
}

/** Forgets a batch of one's own; what of it became papers stays. */
export async function removeBatch(context: ActorContext, batchId: string): Promise<void> {
  const { organisation, open } = await seenBatch(context, batchId)
  await transaction(context.db, async (tx) => {
    await holdBatch(tx, batchId)
    await deleteBatch(tx, batchId)
    await record(tx, context, {
      action: 'paper.removeBatch',
      subject: organisation.name,
      organisationId: organisation.id,
      detail: { files: open },
    })
  })
}
