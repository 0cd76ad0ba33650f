import { type MatterKind } from '@duizhao/contract'
import type { Tx } from '../../platform/database/transaction.ts'
import { conflict, notFound } from '../../platform/refusal.ts'
import { insertMatter, updateMatter, type WrittenMatter, writtenForUpdate } from './matter-queries.ts'

/** A line as it comes from who writes it: the version it was looked at; null for one that is new to him. */
export interface GivenMatter extends Omit<WrittenMatter, 'kind'> {
  readonly version: number | null
}

/**
 * Writes a line down, new or changed, and says whether anything is different now: the same line again, after the
 * connection broke, changes nothing. Conflict if somebody else changed it, or it has an ending already.
 */
export async function writeMatter(tx: Tx, { version, ...given }: GivenMatter): Promise<boolean> {
  const kind: MatterKind = given.fromId === given.aboutId ? 'self_criticism' : 'criticism'
  const matter = { ...given, kind }
  if (version === null && (await insertMatter(tx, matter))) return true
  const row = await writtenForUpdate(tx, given.id)
  if (row?.meetingId !== given.meetingId || row.circle !== given.circle) throw notFound('这一行')
  const isSame =
    row.fromId === given.fromId &&
    row.aboutId === given.aboutId &&
    row.text === given.text &&
    row.isWithdrawn === (given.withdrawnOn !== null)
  if (isSame) return false
  // Who did not hear that the line arrived goes on with it as new.
  if (row.version !== (version ?? 1)) throw changedByAnother({ version: row.version, text: row.text })
  if (row.ending !== null) throw conflict('这一条已经有了结果，不能再改。', '需要补充的，另记一条。')
  await updateMatter(tx, matter)
  return true
}

function changedByAnother(current: { readonly version: number; readonly text: string }): Error {
  return conflict('这一行刚刚被另一位记录人改过。', '请看改成了什么，再决定要不要改。', current)
}
