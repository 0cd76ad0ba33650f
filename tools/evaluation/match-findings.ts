import type { FindingAnswer } from '../../samples/making/answers.ts'

/** A finding as the engine reports it. */
export interface FoundFinding {
  readonly rule: string
  readonly severity: string
  readonly start: number
  readonly end: number
  readonly related: readonly { readonly start: number; readonly end: number }[]
}

export interface FindingMatches {
  /** Planted defects reported by their family (and rule, if the answer names one). */
  readonly found: readonly FindingAnswer[]
  readonly missed: readonly FindingAnswer[]
  /** Reported findings that touch a planted defect, whatever its family. */
  readonly right: readonly FoundFinding[]
  readonly extra: readonly FoundFinding[]
}

/** Compares planted with reported defects. A defect may be reported more than once, a report may touch several defects. */
export function matchFindings(answers: readonly FindingAnswer[], reported: readonly FoundFinding[]): FindingMatches {
  const isFound = (answer: FindingAnswer): boolean =>
    reported.some((finding) => ofFamily(answer, finding) && touches(answer, finding))
  const isRight = (finding: FoundFinding): boolean =>
    answers.some((answer) => touches(answer, finding) && (answer.anywhere !== true || ofFamily(answer, finding)))
  const wanted = answers.filter(({ optional }) => optional !== true)
  return {
    found: wanted.filter(isFound),
    missed: wanted.filter((answer) => !isFound(answer)),
    right: reported.filter(isRight),
    extra: reported.filter((finding) => !isRight(finding)),
  }
}

function ofFamily(answer: FindingAnswer, { rule }: FoundFinding): boolean {
  return answer.rule === undefined ? rule.startsWith(`${answer.family}/`) : rule === `${answer.family}/${answer.rule}`
}

function touches(answer: FindingAnswer, finding: FoundFinding): boolean {
  if (answer.anywhere === true) return true
  return [finding, ...finding.related].some((span) => overlap(answer, span))
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < Math.max(b.end, b.start + 1) && b.start < Math.max(a.end, a.start + 1)
}
