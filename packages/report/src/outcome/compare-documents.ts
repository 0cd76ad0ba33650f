import { fileName } from './file-name.ts'
import { compare, findingsOfPair, isListOf } from '@duizhao/engine'
import type { ComparableDocument, ReviewFinding, RuleRun } from '@duizhao/engine'
import { failedRuleWords } from './failed-rules.ts'
import type { ReviewSettings } from './review-document.ts'
import { setAside } from './suppressions.ts'
import type { ReviewedDocument, SimilarDocuments } from './outcome.ts'

/** Which of the documents share text, and where. */
export function compareDocuments(documents: readonly ReviewedDocument[]): readonly SimilarDocuments[] {
  const byPath = new Map(documents.map((document) => [document.path, document]))
  return compare(documents.map(toComparable)).map((pair) => {
    const [a, b] = [byPath.get(pair.a), byPath.get(pair.b)]
    return a && b && isListOf(a, b) ? { ...pair, isOwnList: true } : pair
  })
}

/** What ends or goes on like this is a numbered statement, no heading a notice prescribes. */
const STATES = /[。；]/

/** A document as the comparison sees it. Headings do not count: a notice prescribes them. */
export function toComparable({ path, text, author, examination }: ReviewedDocument): ComparableDocument {
  const headings = [...examination.sections, ...examination.aspects].map(({ headingSpan }) => headingSpan)
  const excluded = [
    examination.titleSpan,
    ...headings.filter(({ start, end }) => end > start && !STATES.test(text.slice(start, end + 1))),
  ].filter(({ start, end }) => end > start)
  return { id: path, text, excluded, ...(author === undefined ? {} : { group: author }) }
}

/** What there is to say about a pair to each of its two documents, as severe as the settings say. */
export function pairFindings(pair: SimilarDocuments, settings: ReviewSettings = {}): RuleRun<ReviewFinding> {
  const named = (path: string): { path: string; name: string } => ({ path, name: fileName(path) })
  return findingsOfPair(pair, [named(pair.a), named(pair.b)], {
    settings: settings.rules,
    isOwnList: pair.isOwnList ?? false,
  })
}

/** The documents with a finding for every pair they are in. */
export function reportPairs(
  documents: readonly ReviewedDocument[],
  pairs: readonly SimilarDocuments[],
  settings: ReviewSettings,
): ReviewedDocument[] {
  const runs = pairs.map((pair) => ({ pair, ...pairFindings(pair, settings) }))
  return documents.map((document) => {
    const { path, text, notes } = document
    const own = runs.filter(({ pair }) => pair.a === path || pair.b === path)
    if (own.length === 0) return document
    const found = own.flatMap((run) => run.findings.filter(({ place }) => place.path === path))
    const failed = own.flatMap((run) => run.failed)
    const { findings, suppressed } = setAside(path, text, found, settings.suppressions ?? [])
    return {
      ...document,
      notes: [...notes, ...failedRuleWords(failed)],
      failed: [...document.failed, ...failed],
      findings: [...document.findings, ...findings].toSorted(
        (one, other) => one.place.start - other.place.start || one.place.end - other.place.end,
      ),
      suppressed: [...document.suppressed, ...suppressed],
    }
  })
}
