import { compare } from '@duizhao/engine'
import type { ReviewedDocument, SimilarDocuments } from './outcome.ts'

/** Which of the documents share text, and where. Headings do not count: a notice prescribes them. */
export function compareDocuments(documents: readonly ReviewedDocument[]): readonly SimilarDocuments[] {
  return compare(documents.map(toComparable))
}

/** A document as the comparison sees it. */
export function toComparable({ path, text, examination }: ReviewedDocument): Parameters<typeof compare>[0][number] {
  const headings = [...examination.sections, ...examination.aspects].map(({ headingSpan }) => headingSpan)
  return { id: path, text, excluded: [examination.titleSpan, ...headings].filter(({ start, end }) => end > start) }
}
