import { examine } from '../examination/examine.ts'
import type { Examination } from '../examination/examination.ts'
import { outline } from '../outline/outline.ts'
import type { Part } from '../outline/part.ts'
import type { SourceDocument } from '../reading/source-document.ts'
import type { MeetingTemplate } from '../standards/meeting-template.ts'
import { chooseTemplate } from '../standards/choose-template.ts'
import type { Finding, Rule, RuleId, Severity } from './rule.ts'
import { rules as allRules } from './rules/index.ts'
import { findUnitNames } from './unit-names.ts'

export interface ReviewOptions {
  /** The template to judge against; without it the engine chooses one by the document's own words. */
  readonly template?: MeetingTemplate
  /** The unit's own names, beside those found in the document. */
  readonly unitNames?: readonly string[]
  /** Rules switched off or given another severity. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>
}

/** Everything the engine has to say about one document. */
export interface Review {
  readonly document: SourceDocument
  readonly outline: Part
  readonly examination: Examination
  readonly template: MeetingTemplate | null
  readonly findings: readonly Finding[]
}

/** Outline, examine and check one document. Findings come in order of position. Never throws on any text. */
export function review(document: SourceDocument, options: ReviewOptions = {}): Review {
  const tree = outline(document)
  const examination = examine(document, tree)
  const template = options.template ?? chooseTemplate(document.text, examination.year, examination.meeting)
  const unitNames = findUnitNames(document.text, examination.title, options.unitNames ?? [])
  const context = { document, text: document.text, outline: tree, examination, template, unitNames }
  const findings = allRules.flatMap((rule) => runRule(rule, context, options.rules?.[rule.id] ?? rule.severity))
  return { document, outline: tree, examination, template, findings: findings.toSorted(inReadingOrder) }
}

function runRule(rule: Rule, context: Parameters<Rule['check']>[0], severity: Severity | 'off'): Finding[] {
  if (severity === 'off') return []
  return Array.from(rule.check(context), ({ span, message, related = [], suggestion }) => ({
    rule: rule.id satisfies RuleId,
    severity,
    start: span.start,
    end: span.end,
    message,
    related,
    ...(suggestion === undefined ? {} : { suggestion }),
  }))
}

function inReadingOrder(a: Finding, b: Finding): number {
  return a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1)
}
