import type { BatchFile } from '@duizhao/contract'
import { permittedOrganisation } from '../../../office/organisation/index.ts'
import { may } from '../../../platform/access.ts'
import { record } from '../../../platform/audit/index.ts'
import type { ActorContext } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/transaction.ts'
import { wholeBytes } from '../../../platform/files/index.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { doWork } from '../../../platform/work.ts'
import { type BatchFileRow, type FileChange, ownFiles, peopleNamedIn, updateBatchFile } from './batch-queries.ts'
import { readingOfBatched } from './read-batched.ts'
import { isOfPerson, shownFiles } from './shown-files.ts'

/** Reads a file of one's own that is kept and was not read, because the service stopped meanwhile say; as it is then. */
export async function readBatchFile(context: ActorContext, fileId: string): Promise<BatchFile> {
  const [kept] = await ownFiles(context.db, context.actor, [fileId])
  if (!kept) throw notFound('这个文件')
  await readWaiting(context, fileId)
  const { name: subject, organisationId } = kept
  await transaction(context.db, (tx) => record(tx, context, { action: 'paper.readBatchFile', subject, organisationId }))
  const [file = null] = await shownFiles(context, await ownFiles(context.db, context.actor, [fileId]))
  if (file === null) throw notFound('这个文件')
  return file
}

/** Reads a file that waits for it; one that does not stays as it is. */
export async function readWaiting(context: ActorContext, fileId: string): Promise<void> {
  const { db, actor } = context
  const [file] = await ownFiles(db, actor, [fileId])
  if (!file || file.state !== 'waiting' || file.hash === null) return
  const change = await changeOf(context, file, file.hash)
  if (change !== null) await transaction(db, (tx) => updateBatchFile(tx, fileId, change))
}

/** What reading a file tells; null where too much waits to be read now: it is asked for again. */
async function changeOf(
  context: ActorContext,
  { name, organisationId }: BatchFileRow,
  hash: string,
): Promise<FileChange | null> {
  try {
    const file = { name, bytes: await wholeBytes(context, { hash, name }) }
    const { signed, ...read } = await doWork(context, readingOfBatched, file, name)
    if (!isOfPerson(read.kind === 'template' ? null : read.kind)) return { state: 'read', read }
    const organisation = await permittedOrganisation(context.db, context.actor, 'paper.write', organisationId)
    // Whoever reviews no papers hands in their own.
    if (!may(context.actor, 'paper.review', organisation.path))
      return { state: 'read', read, personId: context.actor.personId }
    const [person, other] = await peopleNamedIn(context.db, organisation, signed)
    return { state: 'read', read, personId: other === undefined ? (person?.id ?? null) : null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.code === 'busy' ? null : { state: 'unreadable', message: error.message }
  }
}
