import type { LedgerImportPreview } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { record } from '../../../platform/audit/index.ts'
import type { ActorContext, UploadedFile } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/transaction.ts'
import { permittedOrganisation } from '../../../office/organisation/index.ts'
import { insertDraft } from '../../../platform/import-draft-queries.ts'
import { understandFile } from './understand-file.ts'

const KEPT_HOURS = 24

/** Reads a ledger and says what importing it would do; writes nothing but the preview. */
export async function previewLedgerImport(
  context: ActorContext,
  organisationId: string,
  file: UploadedFile,
): Promise<LedgerImportPreview> {
  const { db, actor, now } = context
  const organisation = await permittedOrganisation(db, actor, 'problem.write', organisationId)
  const mending = { cells: [], skipped: [], columns: [] }
  const { draft, shown } = await understandFile(context, { organisation, file, mending })
  const id = newId()
  const expiresAt = new Date(now.getTime() + KEPT_HOURS * 3_600_000)
  await transaction(db, async (tx) => {
    const whose = { accountId: actor.accountId, organisationId, fileName: file.name }
    await insertDraft(tx, { id, ...whose, expiresAt, content: draft, file: file.bytes })
    await record(tx, context, { action: 'ledger.previewImport', subject: file.name, organisationId: organisation.id })
  })
  return { id, ...shown, expiresAt: expiresAt.toISOString() }
}
