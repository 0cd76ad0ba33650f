import type { LedgerImportPreview } from '@duizhao/contract'
import type { ActorContext } from '../../context.ts'
import type { UploadedFile } from '../../http/route.ts'

/** Reads a ledger and says what importing it would do; writes nothing but the preview. */
export async function previewLedgerImport(
  _context: ActorContext,
  _organisationId: string,
  _file: UploadedFile,
): Promise<LedgerImportPreview> {
  throw new Error('not written yet')
}
