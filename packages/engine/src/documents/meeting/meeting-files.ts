import type { MeetingDocumentKind } from '../../standards/meeting-papers.ts'
import { type Place, textPlace, type TextPlace } from '../../findings/place.ts'
import type { FileFacts, MeetingFacts, Stated } from './meeting-facts.ts'
import { beginningOf } from '../../wording/beginnings.ts'

/** The meeting's papers of some kinds, those of the year before left out. */
export function filesOf({ files, year }: MeetingFacts, ...kinds: readonly MeetingDocumentKind[]): FileFacts[] {
  return files.filter((file) => kinds.includes(file.kind) && !isOfYearBefore(file, year))
}

/** True for the list or report of the meeting before. */
export function isOfYearBefore(file: FileFacts, year: number | null): boolean {
  return year !== null && file.year !== null && file.year < year && file.kind !== 'prior_report'
}

/** Where a document states something. */
export function placeOf({ path, start, end }: Omit<Stated<unknown>, 'value'>): TextPlace {
  return textPlace(path, { start, end })
}

/** Several places of one finding: it is at the first, the others belong to it. */
export function placed([first, ...related]: readonly Place[]): {
  readonly place: Place | null
  readonly related: readonly Place[]
} {
  return { place: first ?? null, related }
}

/** A file's name without its folders. */
export function nameOf(path: string): string {
  return path.split('/').at(-1) ?? path
}

/** Whose material a personal one is: the member named first in it, else in the file's name. */
export function ownerOf(file: FileFacts, members: readonly string[]): string | null {
  const top = beginningOf(file.document.text, 'title').replace(/[ 　]/g, '')
  const named = members
    .map((name) => ({ name, at: top.indexOf(name) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
  return members.find((name) => nameOf(file.path).includes(name)) ?? named[0]?.name ?? null
}
