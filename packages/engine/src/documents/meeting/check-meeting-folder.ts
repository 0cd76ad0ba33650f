import type { SourceDocument } from '../../reading/source-document.ts'
import { toFinding } from '../../findings/finding.ts'
import { type FailedRule, runRules } from '../../findings/run-rules.ts'
import type { CheckFinding, CheckRule } from './check-rule.ts'
import { type MeetingDocumentKind, meetingDocumentKinds } from '../../standards/meeting-papers.ts'
import { readFileFacts } from './papers/read-file-facts.ts'
import { complianceFactsOf } from './facts/compliance-facts.ts'
import { checkRules } from './rules/index.ts'
import { splitMeetings } from './split-meetings.ts'
import type { MeetingFacts } from './meeting-facts.ts'

/** A paper of a meeting and what it was taken for. */
export interface CheckedFile {
  readonly path: string
  readonly kind: MeetingDocumentKind
  readonly reason: string
  /** The file with the same text, if this is a copy. */
  readonly copyOf: string | null
}

/** One meeting of a folder. */
export interface CheckedMeeting {
  /** The unit, empty if no document names it. */
  readonly name: string
  readonly kind: MeetingFacts['kind']
  readonly year: number | null
  readonly date: string | null
  readonly members: readonly string[]
  readonly head: string | null
  readonly files: readonly CheckedFile[]
  readonly findings: readonly CheckFinding[]
  readonly failed: readonly FailedRule[]
}

/**
 * Is a meeting's folder complete, in order and consistent? Every document is recognised by what it says, the folder split
 * into its meetings, each judged by all rules or those given. Never throws.
 */
export function checkMeetingFolder(
  given: readonly { readonly path: string; readonly document: SourceDocument }[],
  rules: readonly CheckRule[] = checkRules,
): CheckedMeeting[] {
  const copies = copiesAmong(given)
  const files = given.filter(({ path }) => !copies.has(path)).map(({ path, document }) => readFileFacts(path, document))
  return splitMeetings(files).map((meeting) => ({
    name: meeting.name,
    kind: meeting.kind,
    year: meeting.year,
    date: meeting.date,
    members: meeting.members,
    head: meeting.head,
    files: meeting.files
      .flatMap(({ path, kind, reason }): CheckedFile[] => [
        { path, kind, reason, copyOf: null },
        ...[...copies]
          .filter(([, original]) => original === path)
          .map(([copy]) => ({ path: copy, kind, reason: '与另一份文字相同', copyOf: path })),
      ])
      .toSorted(
        (a, b) =>
          meetingDocumentKinds.indexOf(a.kind) - meetingDocumentKinds.indexOf(b.kind) || (a.path < b.path ? -1 : 1),
      ),
    ...runRules(rules, { ...meeting, compliance: complianceFactsOf(meeting) }, { report: toFinding }),
  }))
}

/** Files whose words are those of a file before them, by path. */
function copiesAmong(
  given: readonly { readonly path: string; readonly document: SourceDocument }[],
): Map<string, string> {
  const first = new Map<string, string>()
  const copies = new Map<string, string>()
  for (const { path, document } of given) {
    const words = document.text.replace(/\s+/g, '')
    const original = first.get(words)
    if (original === undefined) first.set(words, path)
    else copies.set(path, original)
  }
  return copies
}
