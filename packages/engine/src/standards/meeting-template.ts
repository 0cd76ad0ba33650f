import type { Known, MeetingKind, SectionRole } from './field-words.ts'

/** One heading of the framework a campaign requires. */
export interface TemplateAspect {
  readonly title: string
  /** The words that identify it in a heading, any one is enough. */
  readonly keywords: readonly string[]
  /** The second level, where the notice spells it out. */
  readonly points?: readonly string[]
}

/** The months in which the meetings of a campaign are held, `yyyy-mm`. */
export interface Season {
  readonly from: string
  readonly to: string
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
  /** What the problems are held up against (四个对照), beside the aspects. */
  readonly mirrors?: readonly TemplateAspect[]
  /** What a section of its own or a passage must be about, beside the usual sections (树立和践行正确政绩观). */
  readonly topics?: readonly TemplateAspect[]
  /** What is reported at the meeting, in the material or in a paper of its own. */
  readonly reported?: readonly TemplateAspect[]
  readonly season?: Season
  readonly source: string
  /** How well campaign and theme are known. */
  readonly known: Known
  /** How well the aspects are, where less than that. */
  readonly aspectsKnown?: Known
}
