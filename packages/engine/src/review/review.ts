import { inPlaces, toFinding } from '../findings/finding.ts'
import { textPlace } from '../findings/place.ts'
import { type FailedRule, type RuleSettings, runRules } from '../findings/run-rules.ts'
import { examine } from '../examination/examine.ts'
import type { Examination } from '../examination/examination.ts'
import { outline } from '../outline/outline.ts'
import type { Part } from '../outline/part.ts'
import type { SourceDocument } from '../reading/source-document.ts'
import type { MeetingTemplate } from '../standards/meeting-template.ts'
import { chooseTemplate } from '../standards/choose-template.ts'
import type { ReviewFinding, Rule } from './rule.ts'
import { rules as reviewRules } from './rules/index.ts'
import { findUnitNames } from './unit-names.ts'

export interface ReviewOptions {
  /** The template to judge against; without it the engine chooses one by the document's own words. */
  readonly template?: MeetingTemplate
  /** The unit's own names, beside those found in the document. */
  readonly unitNames?: readonly string[]
  /** Rules switched off or given another severity. */
  readonly rules?: RuleSettings
  /** How places name the document; its own name if not given. */
  readonly path?: string
}

/** Everything the engine has to say about one document. */
export interface Review {
  readonly document: SourceDocument
  readonly outline: Part
  readonly examination: Examination
  readonly template: MeetingTemplate | null
  readonly findings: readonly ReviewFinding[]
  readonly failed: readonly FailedRule[]
}

/**
 * Outline, examine and check one document, by all rules or those given. Findings come in order of position. Never throws
 * on any text.
 */
export function review(
  document: SourceDocument,
  options: ReviewOptions = {},
  rules: readonly Rule[] = reviewRules,
): Review {
  const tree = outline(document)
  const examination = examine(document, tree)
  const template = options.template ?? chooseTemplate(document.text, examination.year, examination.meeting)
  const unitNames = findUnitNames(document.text, examination.title, options.unitNames ?? [])
  const context = { document, text: document.text, outline: tree, examination, template, unitNames }
  const path = options.path ?? document.name
  const { findings, failed } = runRules(rules, context, {
    settings: options.rules,
    report: (judged, observed) =>
      toFinding(
        judged,
        inPlaces(observed, (span) => textPlace(path, span)),
      ),
  })
  return { document, outline: tree, examination, template, findings: findings.toSorted(inReadingOrder), failed }
}

function inReadingOrder({ place: a, rule: one }: ReviewFinding, { place: b, rule: other }: ReviewFinding): number {
  return a.start - b.start || a.end - b.end || (one < other ? -1 : 1)
}
