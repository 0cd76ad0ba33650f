import type { Span } from '../../span.ts'
import { attributeOf, type XmlElement } from '../xml.ts'
import type { DocxText } from './docx-text.ts'
import { shownPart, type Anchor } from './inline.ts'
import type { AnchoredLine, AnchoredWords } from './text-builder.ts'
import { rawOffset } from './raw-offset.ts'
import { endOfContents, type Edit } from '../xml-edits.ts'
import { wholeAround, wholesOf } from './wholes.ts'

/** A comment to be marked in the body. */
export interface PlacedComment extends Span {
  readonly id: number
}

/** The elements that mark one comment. */
export interface CommentMarks {
  readonly start: (id: number) => string
  /** The end of the range and the reference after it. */
  readonly end: (id: number) => string
}

/** A place between elements, or inside a run that has to be closed before and opened again after it. */
interface Boundary {
  readonly at: number
  readonly close: string
  readonly open: string
}

interface MarkedBoundary extends Boundary {
  ends: string
  starts: string
}

/**
 * The changes to the main part that mark the comments. Runs are cut only where a comment begins or ends. A comment on
 * words the body does not contain (automatic numbers, nothing at all) goes on the whole line; one on a text box or a
 * note goes on the place in the body it hangs on.
 */
export function markComments(docx: DocxText, comments: readonly PlacedComment[], marks: CommentMarks): Edit[] {
  const boundaries = new Map<number, MarkedBoundary>()
  const edits: Edit[] = []
  const cut = new Set<XmlElement>()
  const boundary = ({ at, close, open }: Boundary): MarkedBoundary => {
    const known = boundaries.get(at) ?? { at, close, open, ends: '', starts: '' }
    boundaries.set(at, known)
    return known
  }
  const wholes = wholesOf(docx.root)
  for (const comment of comments) {
    const range = rangeOf(docx, comment, wholes)
    if ('paragraph' in range) {
      edits.push(endOfContents(docx.source, range.paragraph, marks.start(comment.id) + marks.end(comment.id)))
      continue
    }
    for (const { cutText } of [range.start, range.end]) if (cutText !== undefined) cut.add(cutText)
    if (range.start.at === range.end.at) {
      boundary(range.start).starts += marks.start(comment.id) + marks.end(comment.id)
      continue
    }
    boundary(range.start).starts += marks.start(comment.id)
    boundary(range.end).ends += marks.end(comment.id)
  }
  for (const { at, close, open, ends, starts } of boundaries.values()) {
    edits.push({ start: at, end: at, words: close + ends + starts + open })
  }
  return [...edits, ...[...cut].flatMap((element) => keepSpaces(docx.source, element))]
}

type Cut = Boundary & { readonly cutText?: XmlElement }

function rangeOf(
  docx: DocxText,
  span: Span,
  wholes: readonly Span[],
): { start: Cut; end: Cut } | { paragraph: XmlElement } {
  const line = lineAt(docx.lines, span)
  const [first, last] = wordsWithin(docx.words, span) ?? (line && wordsWithin(docx.words, line)) ?? []
  if (first === undefined || last === undefined) return { paragraph: line?.paragraph ?? docx.root }
  // A comment on an automatic number is meant for its paragraph.
  const isOnWords = span.end > first.start && span.start < last.end
  const asked = isOnWords ? span : { start: first.start, end: last.end }
  const start = startBoundary(docx.source, first, asked.start)
  const end = endBoundary(docx.source, last, asked.end)
  const range = {
    start: outOf(wholes, start, 'start'),
    // Text boxes stand after their paragraph in the text but inside it in the XML.
    end: outOf(wholes, end.at < start.at ? endBoundary(docx.source, first, asked.end) : end, 'end'),
  }
  // What a text box hangs on has no words to be marked: the comment goes beside it.
  return hasFrame(first.from.child) && range.start.at < range.end.at ? { ...range, start: { ...range.end } } : range
}

function outOf(wholes: readonly Span[], cut: Cut, edge: 'start' | 'end'): Cut {
  const whole = wholeAround(wholes, cut.at)
  return whole === undefined ? cut : { at: whole[edge], close: '', open: '' }
}

function hasFrame(element: XmlElement): boolean {
  return element.name === 'txbxContent' || element.children.some(hasFrame)
}

/** The line that holds the span's beginning, or the next one, or the last. */
function lineAt(lines: readonly AnchoredLine[], span: Span): AnchoredLine | undefined {
  const at = firstIndex(lines, (line) => line.end > span.start)
  return lines[Math.min(at, lines.length - 1)]
}

/** The first and the last words that share a character with the span. */
function wordsWithin(words: readonly AnchoredWords[], span: Span): [AnchoredWords, AnchoredWords] | undefined {
  const first = words[firstIndex(words, (piece) => piece.end > span.start)]
  const last = words[firstIndex(words, (piece) => piece.start >= span.end) - 1]
  return first === undefined || last === undefined || first.start > last.start ? undefined : [first, last]
}

/** Binary search: the first index for which the test holds, in a list where it holds from some index on. */
function firstIndex<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && holds(item)) high = middle
    else low = middle + 1
  }
  return low
}

function startBoundary(source: string, words: AnchoredWords, offset: number): Cut {
  return cutInside(source, words, offset) ?? before(source, words.from)
}

function endBoundary(source: string, words: AnchoredWords, offset: number): Cut {
  return cutInside(source, words, offset) ?? after(source, words.to)
}

/** A cut inside a text element, or undefined where none is needed or possible. */
function cutInside(source: string, words: AnchoredWords, offset: number): Cut | undefined {
  const { run, child } = words.from
  if (offset <= words.start || offset >= words.end || child.name !== 't' || child === run) return undefined
  const index = shownPart(child).start + offset - words.start
  const at = rawOffset(source, child, index)
  if (at === undefined || at === child.contentStart) return undefined
  const { close, open } = runEnds(source, run)
  const closeText = source.slice(child.contentEnd, child.end)
  return {
    at,
    close: closeText + close,
    open: `${open}<${tagName(source, child)} xml:space="preserve">`,
    cutText: child,
  }
}

function before(source: string, { run, child }: Anchor): Boundary {
  const isFirst = run.children.find(({ name }) => name !== 'rPr') === child
  return child === run || isFirst
    ? { at: run.start, close: '', open: '' }
    : { at: child.start, ...runEnds(source, run) }
}

function after(source: string, { run, child }: Anchor): Boundary {
  const isLast = run.children.at(-1) === child
  return child === run || isLast ? { at: run.end, close: '', open: '' } : { at: child.end, ...runEnds(source, run) }
}

/** How to close a run and open it again with the same properties. */
function runEnds(source: string, run: XmlElement): Pick<Boundary, 'close' | 'open'> {
  const properties = run.children.find(({ name }) => name === 'rPr')
  const copied = properties === undefined ? '' : source.slice(properties.start, properties.end)
  return { close: source.slice(run.contentEnd, run.end), open: source.slice(run.start, run.contentStart) + copied }
}

/** A text element that is cut must keep the spaces that come to stand at an end, but not gain those Word did not show. */
function keepSpaces(source: string, element: XmlElement): Edit[] {
  if (attributeOf(element, 'space') !== undefined) return []
  const { start, end } = shownPart(element)
  const shownStart = rawOffset(source, element, start) ?? element.contentStart
  const shownEnd = rawOffset(source, element, end) ?? element.contentEnd
  const afterName = element.start + 1 + tagName(source, element).length
  return [
    { start: afterName, end: afterName, words: ' xml:space="preserve"' },
    { start: element.contentStart, end: shownStart, words: '' },
    { start: shownEnd, end: element.contentEnd, words: '' },
  ].filter((edit) => edit.words !== '' || edit.end > edit.start)
}

function tagName(source: string, element: XmlElement): string {
  return /^<([^\s/>]+)/.exec(source.slice(element.start, element.contentStart))?.[1] ?? element.name
}
