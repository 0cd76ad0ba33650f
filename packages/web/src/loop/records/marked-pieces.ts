import type { RecordReading } from '@duizhao/contract'

/** A stretch of a file’s text, and what was read there; null where nothing was. */
export interface MarkedPiece {
  readonly words: string
  readonly read: string | null
}

interface Mark {
  readonly start: number
  readonly end: number
  readonly read: string
}

/** The text cut where something was read; of places that overlap the first stays. All pieces together are the text. */
export function markedPieces(text: string, marks: readonly Mark[]): MarkedPiece[] {
  const pieces: MarkedPiece[] = []
  let at = 0
  for (const { start, end, read } of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at || end <= start || end > text.length) continue
    if (start > at) pieces.push({ words: text.slice(at, start), read: null })
    pieces.push({ words: text.slice(start, end), read })
    at = end
  }
  return at < text.length ? [...pieces, { words: text.slice(at), read: null }] : pieces
}

/** Where each field of a reading was read, with the field’s name. */
export function marksOf(reading: RecordReading): Mark[] {
  const { kinds, name, onDay, untilDay, hours, place, host, topics, participants, numbers } = reading
  const mark = (read: string, said: { readonly start: number; readonly end: number } | null | undefined): Mark[] =>
    said == null ? [] : [{ start: said.start, end: said.end, read }]
  return [
    ...mark('日期', onDay),
    ...mark('最后一天', untilDay),
    ...mark('地点', place),
    ...mark('主持', host),
    ...mark('学时', hours),
    ...participants.flatMap((one) => mark('没有到的、列席的', one)),
    ...topics.flatMap((topic) => mark('议题', topic)),
    ...numbers.flatMap((number) => mark('数目', number)),
    ...mark('名称', name),
    ...kinds.flatMap((kind) => mark('种类', kind)),
  ]
}
