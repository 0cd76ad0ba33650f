import { PaperFinding, type PaperReading, ReviewedText } from '@duizhao/contract'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** What the engine found in a version, by which rules and when. */
export interface KeptReview {
  readonly rules: string
  readonly text: ReviewedText
  readonly findings: readonly PaperFinding[]
  readonly at: Date
}

/** Keeps a review of a version, instead of an earlier one. */
export async function keepReview(tx: Tx, versionId: string, { rules, text, findings, at }: KeptReview): Promise<void> {
  const review = { rules, document: JSON.stringify(text), findings: JSON.stringify(findings), reviewed_at: at }
  await tx
    .insertInto('paper_review')
    .values({ paper_version_id: versionId, ...review })
    .onConflict((conflict) => conflict.column('paper_version_id').doUpdateSet(review))
    .execute()
}

/** The review of a version; undefined if none is kept, or one in a shape of other days. */
export async function keptReview(db: Database | Tx, versionId: string): Promise<KeptReview | undefined> {
  const row = await db
    .selectFrom('paper_review')
    .select(['rules', 'document', 'findings', 'reviewed_at as at'])
    .where('paper_version_id', '=', versionId)
    .executeTakeFirst()
  const text = ReviewedText.safeParse(row?.document).data
  const findings = PaperFinding.array().safeParse(row?.findings).data
  return row && text && findings && { rules: row.rules, at: row.at, text, findings }
}

/** The counts of a version are those of its review. */
export async function setReading(tx: Tx, versionId: string, reading: PaperReading): Promise<void> {
  await tx
    .updateTable('paper_version')
    .set({ reading: JSON.stringify(reading) })
    .where('id', '=', versionId)
    .execute()
}
