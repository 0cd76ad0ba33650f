import type { SourceDocument } from '../../../reading/source-document.ts'
import type { Span } from '../../../span.ts'
import { beginningOf } from '../../../wording/beginnings.ts'
import type { MeetingDocumentKind } from '../../../standards/meeting-papers.ts'
import type { Stated } from '../meeting-facts.ts'
import { labelled } from './labelled.ts'

const LABELLED_KINDS: ReadonlySet<MeetingDocumentKind> = new Set(['minutes', 'attendance', 'notice'])
const PLACE_LABEL = /(?:会议|召开)?地点/
/** How plans and notices say in a sentence where the meeting is held; the place is the group. */
const PLACE_SENTENCES = [
  '地点(?:设)?(?:在|为|是)([^。；，\\n]{3,30})',
  '(?:召开|举行)[^。\\n]{0,10}，?在([^。；，\\n]{3,24}(?:会议室|室|楼|厅))',
  '在([^。；，\\n]{3,24}(?:会议室|活动室|礼堂|报告厅))(?:召开|举行)',
] as const
const IN_SENTENCE = new RegExp(PLACE_SENTENCES.join('|'))
/** What ends the name of a place. */
const AFTER_PLACE = /[。；，,、\s].*$/s

/** Where the meeting is held, as its label or a sentence of a plan or notice says. */
export function placeIn(kind: MeetingDocumentKind, document: SourceDocument, path: string): Stated<string> | null {
  const { text } = document
  const clean = (words: string, start: number): Stated<string> | null => {
    const place = placeNamed(words, start)
    return place === null ? null : { ...place, path }
  }
  if (LABELLED_KINDS.has(kind)) {
    const label = labelled(beginningOf(text, 'labels'), document.tables, PLACE_LABEL)
    if (label !== null) return clean(label.words, label.start)
  }
  if (kind !== 'plan' && kind !== 'notice') return null
  const match = IN_SENTENCE.exec(text)
  const words = match?.slice(1).find((group) => group !== undefined)
  return match === null || words === undefined ? null : clean(words, match.index + match[0].indexOf(words))
}

const HELD_IN =
  /在(\p{Script=Han}[^。；，、\n]{1,24}?(?:[室馆厅楼堂校园村]|基地|中心|社区|广场|教室))(?:召开|举行|开展|组织|举办)/u

const TOLD_IN = /地点(?:设)?[在为是](\p{Script=Han}[^。；，、\n]{2,24})/u

/** Where something recorded was done: by its label, else as a sentence of the first pages says. */
export function placeSaid(
  { text }: SourceDocument,
  label: { readonly words: string; readonly start: number } | null,
): (Span & { readonly value: string }) | null {
  if (label !== null) return placeNamed(label.words, label.start)
  const head = beginningOf(text, 'labels')
  const match = HELD_IN.exec(head) ?? TOLD_IN.exec(head)
  const words = match?.[1] ?? ''
  return match === null ? null : placeNamed(words, match.index + match[0].indexOf(words))
}

function placeNamed(words: string, start: number): (Span & { readonly value: string }) | null {
  const value = words.replace(AFTER_PLACE, '').trim()
  return value.length >= 3 && value.length <= 30 ? { value, start, end: start + value.length } : null
}
