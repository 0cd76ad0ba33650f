import type { Tx } from '../../../platform/database/transaction.ts'
import { LedgerDraft } from './ledger-line.ts'

export interface NewDraft extends LedgerDraft {
  readonly id: string
  readonly accountId: string
  readonly organisationId: string
  readonly fileName: string
  readonly expiresAt: Date
}

export async function insertLedgerDraft(tx: Tx, draft: NewDraft): Promise<void> {
  const { kind, lines, fault } = draft
  await tx
    .insertInto('import_draft')
    .values({
      id: draft.id,
      account_id: draft.accountId,
      organisation_id: draft.organisationId,
      file_name: draft.fileName,
      content: JSON.stringify({ kind, lines, fault }),
      expires_at: draft.expiresAt,
    })
    .execute()
}

/** The draft, held until the transaction ends; undefined if it is somebody else's or not one of a ledger. */
export async function ledgerDraftForUpdate(tx: Tx, id: string, accountId: string) {
  const row = await tx
    .selectFrom('import_draft')
    .select([
      'organisation_id as organisationId',
      'file_name as fileName',
      'content',
      'expires_at as expiresAt',
      'confirmed_at as confirmedAt',
    ])
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
  const content = LedgerDraft.safeParse(row?.content)
  return row && content.success ? { ...row, content: content.data } : undefined
}

export async function confirmLedgerDraft(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('import_draft').set({ confirmed_at: now }).where('id', '=', id).execute()
}
