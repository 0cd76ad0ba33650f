import type { Known, MeetingKind, SectionRole } from './field-words.ts'

/** One heading of the framework a campaign requires. */
export interface TemplateAspect {
  readonly title: string
  /** The words that identify it in a heading, any one is enough. */
  readonly keywords: readonly string[]
}

/** What one campaign asks of a material: aspects, sections, words. */
export interface MeetingTemplate {
  /** "2021-democratic-life". */
  readonly id: string
  /** The cycle year; null for a meeting that is held when there is occasion, after an inspection. */
  readonly year: number | null
  readonly meeting: MeetingKind
  readonly campaign: string
  readonly theme: string
  /** Words of title and opening that identify the campaign. */
  readonly aliases: readonly string[]
  readonly aspects: readonly TemplateAspect[]
  readonly requiredSections: readonly SectionRole[]
  readonly source: string
  readonly known: Known
}
