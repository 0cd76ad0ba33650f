import { type BatchFile, MOST_IN_PAPER_BATCH } from '@duizhao/contract'
import { isHolderName } from '@duizhao/engine'
import { firstOf } from '@duizhao/engine/wording'
import { v7 as newId } from 'uuid'
import { permittedOrganisation } from '../../../office/organisation/index.ts'
import { record } from '../../../platform/audit/index.ts'
import type { ActorContext, UploadedFile } from '../../../platform/context.ts'
import { type Tx, transaction } from '../../../platform/database/transaction.ts'
import { type CheckedFile, checkedFile, storeFile } from '../../../platform/files/index.ts'
import { conflict, Refusal } from '../../../platform/refusal.ts'
import { doWork } from '../../../platform/work.ts'
import { seenVersions } from '../cited-queries.ts'
import { holdBatch, insertBatchFile, ownFiles, sameInBatch, versionsOfFile } from './batch-queries.ts'
import { seenBatch } from './batches.ts'
import { filesOfArchive, type PackedFile } from './read-batched.ts'
import { readWaiting } from './read-waiting.ts'
import { shownFiles } from './shown-files.ts'

const LONGEST_PATH = 500

/**
 * Puts a file into a batch of one's own, of an archive each file it holds: kept first, so that nothing that was answered is
 * lost, then read. What cannot be used or read is told in a sentence of its row, and holds nothing up.
 */
export async function addToBatch(
  context: ActorContext,
  batchId: string,
  given: { readonly file: UploadedFile; readonly path: string },
): Promise<BatchFile[]> {
  const { organisation } = await seenBatch(context, batchId)
  await permittedOrganisation(context.db, context.actor, 'paper.write', organisation.id)
  const { files, faults } = await piecesOf(context, given)
  const ids: string[] = []
  for (const file of files) {
    const id = await keep(context, { batchId, organisationId: organisation.id, file })
    ids.push(id)
    await readWaiting(context, id)
  }
  for (const message of faults)
    ids.push(await refuse(context, { batchId, name: given.file.name, path: given.path, message }))
  return shownFiles(context, await ownFiles(context.db, context.actor, ids))
}

async function piecesOf(
  context: ActorContext,
  { file, path }: { readonly file: UploadedFile; readonly path: string },
): Promise<{ readonly files: readonly PackedFile[]; readonly faults: readonly string[] }> {
  const own = { ...file, path: firstOf(path === '' ? file.name : path, LONGEST_PATH) }
  if (!isHolderName(file.name)) return { files: [own], faults: [] }
  try {
    const unpacked = await doWork(context, filesOfArchive, file, file.name)
    if (unpacked.files.length + unpacked.faults.length === 0)
      return { files: [], faults: [`“${file.name}”里没有可以读的文件。`] }
    return unpacked
  } catch (error) {
    if (error instanceof Refusal && error.code === 'invalid') return { files: [], faults: [error.message] }
    throw error
  }
}

interface Kept {
  readonly batchId: string
  readonly organisationId: string
  readonly file: PackedFile
}

async function keep(context: ActorContext, { batchId, organisationId, file }: Kept): Promise<string> {
  const { name, path } = file
  let checked: CheckedFile
  try {
    checked = await checkedFile(file, '文稿')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refuse(context, { batchId, name, path, message: error.message })
  }
  return transaction(context.db, async (tx) => {
    await refuseFull(tx, batchId)
    const hash = await storeFile(tx, context, checked)
    const double = await doubleOf(tx, context, { batchId, organisationId, hash })
    const id = newId()
    await insertBatchFile(tx, {
      ...{ id, batchId, hash, path: firstOf(path, LONGEST_PATH), name: checked.name, at: context.now },
      ...(double === null ? { state: 'waiting', message: '' } : { state: 'double', message: double }),
    })
    await record(tx, context, {
      action: 'paper.addToBatch',
      subject: checked.name,
      organisationId,
      detail: { batchId, sha256: hash },
    })
    return id
  })
}

/** What a file is the same as, in words; null if nothing. Of papers those one does not see are not told of. */
async function doubleOf(
  tx: Tx,
  { actor }: ActorContext,
  {
    batchId,
    organisationId,
    hash,
  }: { readonly batchId: string; readonly organisationId: string; readonly hash: string },
): Promise<string | null> {
  const beside = await sameInBatch(tx, batchId, hash)
  if (beside !== undefined) return `和这一批里的“${beside}”是同一个文件。`
  const [version] = (await seenVersions(tx, actor, await versionsOfFile(tx, organisationId, hash))).values()
  return version === undefined ? null : `就是${version.name}，已经交过。`
}

async function refuse(
  context: ActorContext,
  {
    batchId,
    ...file
  }: { readonly batchId: string; readonly name: string; readonly path: string; readonly message: string },
): Promise<string> {
  const id = newId()
  await transaction(context.db, async (tx) => {
    await refuseFull(tx, batchId)
    await insertBatchFile(tx, { ...file, id, batchId, hash: null, state: 'unreadable', at: context.now })
    await record(tx, context, { action: 'paper.addToBatch', subject: file.name, detail: { batchId } })
  })
  return id
}

async function refuseFull(tx: Tx, batchId: string): Promise<void> {
  if ((await holdBatch(tx, batchId)) >= MOST_IN_PAPER_BATCH)
    throw conflict(`一批最多 ${MOST_IN_PAPER_BATCH} 个文件。`, '请把这一批办完，其余的另起一批。')
}
