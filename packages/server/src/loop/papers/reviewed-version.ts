import { createHash } from 'node:crypto'
import { pairRules, rules, type SourceDocument } from '@duizhao/engine'
import type { PaperFinding, ReviewedText } from '@duizhao/contract'
import { type ReviewedDocument, reviewDocument, toPageDocument } from '@duizhao/report'

/** A version as the engine reviewed it: what is kept of that. */
export interface ReviewedVersion {
  readonly rules: string
  readonly text: ReviewedText
  readonly findings: readonly PaperFinding[]
}

/** More is nothing to be gone through on a page. */
const LONGEST = 400_000
const MOST_FINDINGS = 1_000

/** The fingerprint of all rules: what they say, and the examples that tell what they look for. */
export function rulesNow(): string {
  fingerprint ??= createHash('sha256')
    .update(JSON.stringify([...rules, ...pairRules]))
    .digest('hex')
    .slice(0, 16)
  return fingerprint
}
let fingerprint: string | undefined

/** What is kept of a review; null where the text is longer than anybody goes through. */
export function keptOf(reviewed: ReviewedDocument): ReviewedVersion | null {
  if (reviewed.text.length > LONGEST) return null
  const { path: _, findings: __, facts, ...text } = toPageDocument(reviewed, [])
  return {
    rules: rulesNow(),
    // The last of the facts is the name of the file, which stands with the version.
    text: { ...text, facts: facts.slice(0, -1) },
    findings: findingsOf(reviewed),
  }
}

/** Reviews a document that was read. */
export function reviewOf(name: string, document: SourceDocument): ReviewedDocument {
  return reviewDocument(name, document, {})
}

function findingsOf({ text, findings }: ReviewedDocument): PaperFinding[] {
  const met = new Map<string, number>()
  return findings
    .toSorted((a, b) => a.place.start - b.place.start || a.place.end - b.place.end)
    .slice(0, MOST_FINDINGS)
    .map(({ rule, severity, place: { start, end }, message, suggestion = null }) => {
      const said = `${rule}\n${text.slice(start, end)}`
      const nth = (met.get(said) ?? 0) + 1
      met.set(said, nth)
      const key = createHash('sha256').update(`${said}\n${nth}`).digest('hex').slice(0, 16)
      return { key, rule, severity, start, end, message, suggestion }
    })
}
