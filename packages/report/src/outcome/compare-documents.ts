import { fileName } from './file-name.ts'
import { compare, findingsOfPair } from '@duizhao/engine'
import type { ComparableDocument, ReviewFinding } from '@duizhao/engine'
import type { ReviewSettings } from './review-document.ts'
import { setAside } from './suppressions.ts'
import type { ReviewedDocument, SimilarDocuments } from './outcome.ts'

/** Which of the documents share text, and where. */
export function compareDocuments(documents: readonly ReviewedDocument[]): readonly SimilarDocuments[] {
  return compare(documents.map(toComparable))
}

/** A document as the comparison sees it. Headings do not count: a notice prescribes them. */
export function toComparable({ path, text, author, examination }: ReviewedDocument): ComparableDocument {
  const headings = [...examination.sections, ...examination.aspects].map(({ headingSpan }) => headingSpan)
  const excluded = [examination.titleSpan, ...headings].filter(({ start, end }) => end > start)
  return { id: path, text, excluded, ...(author === undefined ? {} : { group: author }) }
}

/** What there is to say about a pair to each of its two documents. */
export function pairFindings(pair: SimilarDocuments): { readonly a: ReviewFinding; readonly b: ReviewFinding } {
  return findingsOfPair(pair, { id: pair.a, name: fileName(pair.a) }, { id: pair.b, name: fileName(pair.b) })
}

/** The documents with a finding for every pair they are in, as severe as the settings say. */
export function reportPairs(
  documents: readonly ReviewedDocument[],
  pairs: readonly SimilarDocuments[],
  settings: ReviewSettings,
): ReviewedDocument[] {
  const found = new Map<string, ReviewFinding[]>()
  for (const pair of pairs) {
    const { a, b } = pairFindings(pair)
    for (const [path, finding] of [
      [pair.a, a],
      [pair.b, b],
    ] as const)
      found.set(path, [...(found.get(path) ?? []), finding])
  }
  return documents.map((document) => {
    const own = (found.get(document.path) ?? []).flatMap((finding) => adjusted(finding, settings))
    if (own.length === 0) return document
    const { findings, suppressed } = setAside(document.path, document.text, own, settings.suppressions ?? [])
    return {
      ...document,
      findings: [...document.findings, ...findings].toSorted(
        (one, other) => one.place.start - other.place.start || one.place.end - other.place.end,
      ),
      suppressed: [...document.suppressed, ...suppressed],
    }
  })
}

function adjusted(finding: ReviewFinding, { rules }: ReviewSettings): ReviewFinding[] {
  const severity = rules?.[finding.rule] ?? finding.severity
  return severity === 'off' ? [] : [{ ...finding, severity }]
}
