import type {
  Examination,
  FailedRule,
  ReviewFinding,
  Format,
  MeetingTemplate,
  Paragraph,
  Severity,
  Span,
  Table,
} from '@duizhao/engine'

/** A finding someone decided not to follow, with the reason recorded in the configuration. */
export interface SuppressedFinding extends ReviewFinding {
  readonly reason: string
}

/** One document as reviewed: what it says, what is wrong with it, and the text all spans point into. */
export interface ReviewedDocument {
  /** As the caller named it, with forward slashes. */
  readonly path: string
  readonly format: Format
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly tables: readonly Table[]
  readonly notes: readonly string[]
  readonly examination: Examination
  /** Whose material it is, as far as it tells; two of one author are compared as one's own. */
  readonly author?: string
  readonly template: Pick<MeetingTemplate, 'id' | 'campaign'> | null
  readonly findings: readonly ReviewFinding[]
  readonly suppressed: readonly SuppressedFinding[]
  /** Rules that broke down; the notes say so in words. */
  readonly failed: readonly FailedRule[]
}

/** A file that could not be read: what happened and what to do, each one Chinese sentence. */
export interface UnreadableFile {
  readonly path: string
  readonly message: string
  readonly todo: string
}

/** A stretch of text two documents share. */
export interface SharedPassage {
  readonly a: Span
  readonly b: Span
}

/** Two documents with text in common. `a` and `b` are paths; the shares are fractions of each one's own text, 0 to 1. */
export interface SimilarDocuments {
  readonly a: string
  readonly b: string
  readonly shareOfA: number
  readonly shareOfB: number
  readonly passages: readonly SharedPassage[]
  /** Longer stretches both have that do not count: slogans, headings, formulas (公共表述). */
  readonly publicPassages: readonly SharedPassage[]
  /** True if both are of one author or unit: repeated from one's own earlier material, not copied from another's. */
  readonly own: boolean
  /** True if one is a list made from the other, both of one unit. */
  readonly isOwnList?: boolean
}

/** Everything one run of `duizhao review` found out, in the order of the paths. */
export interface Outcome {
  readonly documents: readonly ReviewedDocument[]
  readonly unreadable: readonly UnreadableFile[]
  readonly similarity: readonly SimilarDocuments[]
  /** Texts of documents reviewed in earlier runs that some pair refers to, by path. */
  readonly earlier: ReadonlyMap<string, string>
}

/** True if the file could be read and reviewed. */
export function isReviewed(result: ReviewedDocument | UnreadableFile): result is ReviewedDocument {
  return 'examination' in result
}

/** The results parted into documents and files that could not be read, each in their order. */
export function partResults(
  results: readonly (ReviewedDocument | UnreadableFile)[],
): Pick<Outcome, 'documents' | 'unreadable'> {
  const documents: ReviewedDocument[] = []
  const unreadable: UnreadableFile[] = []
  for (const result of results) {
    if (isReviewed(result)) documents.push(result)
    else unreadable.push(result)
  }
  return { documents, unreadable }
}

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly { readonly severity: Severity }[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, advice: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}
