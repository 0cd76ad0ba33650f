import type { MeetingKind } from './field-words.ts'
import { meetingTemplates } from './meeting-templates.ts'
import type { MeetingTemplate } from './meeting-template.ts'

/** The template with this id, or null. */
export function findTemplate(id: string): MeetingTemplate | null {
  return meetingTemplates.find((template) => template.id === id) ?? null
}

/**
 * The template a document is to be judged against: the one of its year and kind of meeting, else the one campaign
 * its opening names. Null where nothing fits or several do.
 */
export function chooseTemplate(text: string, year: number | null, meeting: MeetingKind | null): MeetingTemplate | null {
  const fitting = meetingTemplates.filter(
    (template) => template.meeting === meeting && (year === null || template.year === null || template.year === year),
  )
  const [only] = fitting
  if (only && fitting.length === 1 && (year !== null || only.year === null)) return only
  const opening = text.slice(0, 800)
  const named = fitting.filter((template) => template.aliases.some((alias) => opening.includes(alias)))
  return named.length === 1 ? (named[0] ?? null) : null
}

/** The year of the campaign these words name (党史学习教育专题民主生活会 → 2021), or null if none or several do. */
export function yearOfCampaign(words: string): number | null {
  const named = meetingTemplates.filter(({ aliases }) =>
    aliases.some((alias) => alias.length >= 9 && words.includes(alias)),
  )
  const years = new Set(named.map(({ year }) => year))
  return years.size === 1 ? (named[0]?.year ?? null) : null
}
