import {
  compareDocuments,
  partResults,
  reportPairs,
  resultPage,
  toJsonResult,
  toPageDocuments,
  toPageOverview,
  toWorkbook,
} from '@duizhao/report'
import type { Outcome, SimilarDocuments } from '@duizhao/report'
import type { Conclusion, JobInput } from '../work/jobs.ts'

/** Compares the documents and puts everything together, as `duizhao review` does. */
export async function conclude({ results, settings }: JobInput<'conclude'>): Promise<Conclusion> {
  const { documents, unreadable } = partResults(results)
  const similarity = [...compareDocuments(documents)].sort((one, other) => largestShare(other) - largestShare(one))
  const outcome: Outcome = {
    documents: reportPairs(documents, similarity, settings),
    unreadable,
    similarity,
    earlier: new Map(),
  }
  return { outcome, overview: toPageOverview(outcome), documents: toPageDocuments(outcome) }
}

function largestShare({ shareOfA, shareOfB }: SimilarDocuments): number {
  return Math.max(shareOfA, shareOfB)
}

/** The outcome as a file, byte for byte what `duizhao review` writes. */
export async function writeOutcome({ outcome, form, assets }: JobInput<'write'>): Promise<Uint8Array> {
  if (form === 'xlsx') return toWorkbook(outcome)
  const text = form === 'html' ? resultPage(outcome, assets) : `${JSON.stringify(toJsonResult(outcome), null, 2)}\n`
  return new TextEncoder().encode(text)
}
