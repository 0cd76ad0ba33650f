import type { SourceDocument } from '../reading/source-document.ts'
import type { Span } from '../span.ts'
import { type Act, actOf, afterAnnouncement, isTurn, statesShortcoming } from './acts.ts'
import { isShortcoming } from '../wording/shortcoming.ts'

/** The paragraphs of running text inside a span, cut to it. */
export function paragraphsIn(document: SourceDocument, span: Span): Span[] {
  const found: Span[] = []
  const markup = document.format === 'md' ? /^[\s*#>]+|[\s*#]+$/g : /^\s+|\s+$/g
  for (let i = firstEndingAfter(document, span.start); i < document.paragraphs.length; i++) {
    const paragraph = document.paragraphs[i]
    if (!paragraph || paragraph.start >= span.end) break
    if (paragraph.style === 'cell' || paragraph.style === 'footnote') continue
    const cut = { start: Math.max(paragraph.start, span.start), end: Math.min(paragraph.end, span.end) }
    const own = without(document.text, cut, markup)
    if (own.end > own.start) found.push(own)
  }
  return found
}

/** Index of the first paragraph that ends after a position; paragraphs lie in order. */
function firstEndingAfter(document: SourceDocument, position: number): number {
  let low = 0
  let high = document.paragraphs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((document.paragraphs[middle]?.end ?? 0) <= position) low = middle + 1
    else high = middle
  }
  return low
}

/** The sentences of a span, each with its full stop. */
export function sentencesIn(text: string, span: Span): Span[] {
  const sentences: Span[] = []
  let start = span.start
  for (const match of text.slice(span.start, span.end).matchAll(/[。！？!?]+[”’」』）)]*|\n/g)) {
    const end = span.start + match.index + match[0].length
    const sentence = trimmed(text, { start, end })
    if (sentence.end > sentence.start) sentences.push(sentence)
    start = end
  }
  const rest = trimmed(text, { start, end: span.end })
  return rest.end > rest.start ? [...sentences, rest] : sentences
}

/**
 * Where the praise ends: after “但……还存在以下问题。” or “主要体现在：”, provided nothing before it states a shortcoming.
 * The span's start if there is no such sentence or nothing follows it.
 */
export function afterTurn(text: string, span: Span): number {
  for (const sentence of sentencesIn(text, span)) {
    const words = text.slice(sentence.start, sentence.end)
    const clauses = words.split(/(?<=[，；])/)
    const turn = turnOf(words, clauses)
    const after = sentence.start + turn
    if (turn > 0) return text.slice(after, span.end).trim() === '' ? span.start : after
    if (/不(?:够|足|深|实|严|强|高|到位)|欠缺|有待|缺乏/.test(words)) return span.start
  }
  return span.start
}

/** The length of a sentence's turn: all of it, or up to the colon that announces what follows; 0 if it is none. */
function turnOf(words: string, clauses: readonly string[]): number {
  const announced = afterAnnouncement(words)
  if (announced > 0) return announced
  if (isTurn(words)) return words.length
  let length = 0
  for (const [i, clause] of clauses.entries()) {
    if (i > 0 && isTurn(clauses.slice(i).join(''))) return words.length
    length += clause.length
  }
  return length > 0 && /^虽|^尽管/.test(words) && isTurn(clauses.slice(1).join('')) ? words.length : 0
}

const SHORT_LEAD = 22

/**
 * The shortcomings of running text without numbers, one or a few sentences each. A sentence that opens with a
 * shortcoming, or is a short heading, begins one; what elaborates or illustrates it goes with it.
 */
export function shortcomingsIn(text: string, span: Span): Span[] {
  const found: Span[] = []
  let before: Act = 'praise'
  let leadAlone = false
  const start = afterTurn(text, span)
  const announced = start > span.start
  for (const sentence of sentencesIn(text, { start, end: span.end })) {
    const words = text.slice(sentence.start, sentence.end)
    const act = actOf(words)
    const last = found.at(-1)
    const isLead = isShortLead(words, act)
    const begins = last
      ? beginsNext(words, { act, before, leadAlone, isLead }) ||
        (startsWithSuch(text, found[0]) && /^[再又还]如/.test(words))
      : (announced && act !== 'turn' && act !== 'announcement') || isLead || act === 'shortcoming'
    if (begins) found.push(sentence)
    else if (last && act !== 'turn' && act !== 'announcement')
      found[found.length - 1] = { start: last.start, end: sentence.end }
    if (begins) leadAlone = isLead
    before = act
  }
  return found
}

/** True if the first shortcoming is told as “如……”: then 再如 tells the next one. */
function startsWithSuch(text: string, first: Span | undefined): boolean {
  return first !== undefined && text.charAt(first.start) === '如'
}

function isShortLead(words: string, act: Act): boolean {
  return (
    words.length <= SHORT_LEAD &&
    !/^[^，；]*\d/.test(words) &&
    act !== 'praise' &&
    act !== 'turn' &&
    act !== 'announcement' &&
    act !== 'illustration' &&
    act !== 'elaboration'
  )
}

interface Beside {
  readonly act: Act
  readonly before: Act
  readonly leadAlone: boolean
  readonly isLead: boolean
}

/** True if a sentence after a problem begins the next one instead of going on with it. */
function beginsNext(words: string, { act, before, leadAlone, isLead }: Beside): boolean {
  if (act !== 'shortcoming' || /^[一1]是|^首先|^第一/.test(words)) return false
  if (leadAlone) return isLead || (before === 'illustration' && opensShortcoming(words))
  return opensShortcoming(words)
}

/** True if one of the sentence's first two clauses states a shortcoming, or it turns to one (“……，但……”). */
function opensShortcoming(words: string): boolean {
  const [first = '', second = ''] = words.replace(/[。！？]+$/, '').split(/[，；]/, 2)
  if (/\d/.test(first)) return false
  return isShortcoming(first) || isShortcoming(second) || (/，但/.test(words) && statesShortcoming(words))
}

/** True if a paragraph opens with one short statement that the rest explains: then the paragraph is one item. */
export function opensWithLead(words: string): boolean {
  const first = /^[^。！？]{4,40}[。！？]/.exec(words)?.[0]
  return first !== undefined && (statesShortcoming(first) || isShortLead(first, actOf(first)))
}

function without(text: string, span: Span, ends: RegExp): Span {
  const words = text.slice(span.start, span.end)
  const bare = words.replace(ends, '')
  const start = span.start + (bare === '' ? 0 : words.indexOf(bare))
  return { start, end: start + bare.length }
}

/** A span without the white space at its ends. */
export function trimmed(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end)
  const start = span.start + words.length - words.trimStart().length
  return { start, end: Math.max(start, span.start + words.trimEnd().length) }
}
