import { draftUnder, keepDraft } from '../../../platform/service/drafts.ts'
import type { Row } from './rows-of-paper.ts'

const nameOf = (versionId: string): string => `from-paper ${versionId}`

/** The rows as somebody left them before they were sent; null if nobody wrote anything. */
export function keptRows(versionId: string): readonly Row[] | null {
  const kept: { readonly rows?: readonly Row[] } = draftUnder(nameOf(versionId))
  return kept.rows ?? null
}

export function keepRows(versionId: string, rows: readonly Row[]): void {
  keepDraft(nameOf(versionId), { rows })
}
