import { authorOf, findTemplate, review } from '@duizhao/engine'
import type { MeetingTemplate, ReviewOptions, Severity, SourceDocument } from '@duizhao/engine'
import { failedRuleWords } from './failed-rules.ts'
import type { ReviewedDocument } from './outcome.ts'
import { setAside } from './suppressions.ts'
import type { Suppression } from './suppressions.ts'

/** What an office may decide about a review; everything else the engine knows. */
export interface ReviewSettings {
  /** The id of a meeting template; without it the engine chooses one by the document's own words. */
  readonly template?: string | undefined
  /** What the office's own notice asks, instead of a template that is known here. */
  readonly ownTemplate?: MeetingTemplate | undefined
  /** The unit's own names. */
  readonly unit?: readonly string[] | undefined
  /** Rules switched off or given another severity. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>> | undefined
  readonly suppressions?: readonly Suppression[] | undefined
}

/** Reviews a document that was read from `path`. */
export function reviewDocument(path: string, document: SourceDocument, settings: ReviewSettings): ReviewedDocument {
  const { examination, template, findings, failed } = review(document, { ...reviewOptions(settings), path })
  const author = authorOf(document, examination)
  const { format, text, paragraphs, tables, notes } = document
  return {
    path,
    format,
    text,
    paragraphs,
    tables,
    notes: [...notes, ...failedRuleWords(failed)],
    failed,
    examination,
    ...(author === undefined ? {} : { author }),
    template: template && { id: template.id, campaign: template.campaign },
    ...setAside(path, text, findings, settings.suppressions ?? []),
  }
}

function reviewOptions({ template: id, ownTemplate, unit, rules }: ReviewSettings): ReviewOptions {
  const template = ownTemplate ?? (id === undefined ? null : findTemplate(id))
  return {
    ...(template === null ? {} : { template }),
    ...(unit === undefined ? {} : { unitNames: unit }),
    ...(rules === undefined ? {} : { rules }),
  }
}
