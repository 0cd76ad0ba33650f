import type { ImportMending, LedgerImportPreview } from '@duizhao/contract'
import { permittedOrganisation } from '../../../office/organisation/index.ts'
import { record } from '../../../platform/audit/index.ts'
import type { ActorContext } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/transaction.ts'
import { draftForUpdate, draftWithFile, updateDraft } from '../../../platform/import-draft-queries.ts'
import { conflict, notFound } from '../../../platform/refusal.ts'
import { LedgerDraft } from './ledger-line.ts'
import { understandFile } from './understand-file.ts'

/** A preview as it stands, after its page was closed or loaded anew; only for who uploaded the file. */
export async function readLedgerImport(context: ActorContext, importId: string): Promise<LedgerImportPreview> {
  const { shown } = await understoodAgain(context, importId, null)
  return shown
}

/** Reads the file again with these cells typed anew and these rows left out, in place of what was said so before. */
export async function mendLedgerImport(
  context: ActorContext,
  importId: string,
  mending: ImportMending,
): Promise<LedgerImportPreview> {
  const { draft, shown } = await understoodAgain(context, importId, mending)
  await transaction(context.db, async (tx) => {
    const held = await draftForUpdate(tx, importId, context.actor.accountId)
    if (!held) throw gone()
    if (held.confirmedAt) throw confirmed()
    await updateDraft(tx, importId, draft)
    const detail = {
      cells: mending.cells.length,
      skipped: mending.skipped.length,
      columns: mending.columns.length,
    }
    const { fileName: subject, organisationId } = held
    await record(tx, context, { action: 'ledger.mendImport', subject, organisationId, detail })
  })
  return shown
}

async function understoodAgain(
  context: ActorContext,
  importId: string,
  mending: ImportMending | null,
): Promise<{ draft: LedgerDraft; shown: LedgerImportPreview }> {
  const { db, actor, now } = context
  const kept = await draftWithFile(db, importId, actor.accountId)
  const { data: content } = LedgerDraft.safeParse(kept?.content)
  if (!kept || !content || kept.expiresAt < now) throw gone()
  if (kept.confirmedAt || kept.file === null) throw confirmed()
  const organisation = await permittedOrganisation(db, actor, 'problem.write', kept.organisationId)
  const file = { name: kept.fileName, bytes: new Uint8Array(kept.file) }
  const { draft, shown } = await understandFile(context, {
    ...{ organisation, file, heads: content.heads },
    mending: mending ?? content.mending,
  })
  return { draft, shown: { id: importId, ...shown, expiresAt: kept.expiresAt.toISOString() } }
}

function gone(): Error {
  return notFound('这次导入的预览')
}

function confirmed(): Error {
  return conflict('这次导入已经确认过了。', '要再导入，请重新上传文件。')
}
