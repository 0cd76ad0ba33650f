import { fileName } from './file-name.ts'
import type { ReviewFinding } from '@duizhao/engine'
import type { SuppressedFinding } from './outcome.ts'

/** One finding that was looked at and left as it is. It is recognised by its words, so that it survives edits elsewhere. */
export interface Suppression {
  /** The file's name, without its folder. */
  readonly file: string
  readonly rule: string
  readonly text: string
  readonly reason: string
}

/** Findings parted into those that stand and those a suppression covers. */
export interface Parted {
  readonly findings: readonly ReviewFinding[]
  readonly suppressed: readonly SuppressedFinding[]
}

/** Sets aside the findings that `suppressions` cover: same file name, same rule, same words. */
export function setAside(
  path: string,
  text: string,
  findings: readonly ReviewFinding[],
  suppressions: readonly Suppression[],
): Parted {
  const own = suppressions.filter(({ file }) => file === fileName(path))
  if (own.length === 0) return { findings, suppressed: [] }
  const reasonFor = (finding: ReviewFinding): string | undefined =>
    own.find((one) => covers(one, text, finding))?.reason
  const judged = findings.map((finding) => ({ finding, reason: reasonFor(finding) }))
  return {
    findings: judged.filter(({ reason }) => reason === undefined).map(({ finding }) => finding),
    suppressed: judged.flatMap(({ finding, reason }) => (reason === undefined ? [] : [{ ...finding, reason }])),
  }
}

function covers(suppression: Suppression, text: string, finding: ReviewFinding): boolean {
  return suppression.rule === finding.rule && suppression.text === text.slice(finding.place.start, finding.place.end)
}
