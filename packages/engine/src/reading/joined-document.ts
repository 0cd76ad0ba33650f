import type { Span } from '../span.ts'
import { linesOfText } from './plain-text.ts'
import type { SourceDocument } from './source-document.ts'

/** A wrapped document with its lines joined, and where each of its characters stands in the file. */
export interface Joined {
  readonly document: SourceDocument
  readonly offsets: Uint32Array
}

const known = new WeakMap<SourceDocument, Joined>()

/** A document whose lines were broken at a width, with its lines joined to paragraphs; null for any other document. */
export function joinedDocument(document: SourceDocument): Joined | null {
  if (document.wrapped !== true) return null
  const before = known.get(document)
  if (before) return before
  const pieces: string[] = []
  const offsets: number[] = []
  const paragraphs = document.paragraphs.map((paragraph) => {
    const start = offsets.length
    for (const line of linesOfText(document.text, paragraph)) {
      pieces.push(line.words)
      for (let i = line.start; i < line.end; i++) offsets.push(i)
    }
    const end = offsets.length
    pieces.push('\n')
    offsets.push(paragraph.end)
    return { ...paragraph, start, end }
  })
  const { wrapped: _, ...rest } = document
  const joined = { document: { ...rest, text: pieces.join(''), paragraphs }, offsets: Uint32Array.from(offsets) }
  known.set(document, joined)
  return joined
}

/** Anything made of spans of the joined text, with the same spans of the file's text. */
export function placedInFile<T>(value: T, { offsets }: Joined): T {
  const at = (i: number): number => offsets[Math.min(i, offsets.length - 1)] ?? 0
  const moved = ({ start, end }: Span): Span => {
    const from = at(start)
    return { start: from, end: end > start ? at(end - 1) + 1 : from }
  }
  const place = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(place)
    if (part === null || typeof part !== 'object') return part
    const placed = Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, place(inner)]))
    return isSpan(part) ? { ...placed, ...moved(part) } : placed
  }
  return place(value) as T
}

function isSpan(value: object): value is Span {
  return 'start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number'
}
