import type { SourceDocument } from '../reading/source-document.ts'
import type { Span } from '../span.ts'
import { SHORTCOMING } from './roles.ts'

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

const TURN =
  /(?:但|然而|不过|同时也?|仍)[^。！？\n]{0,80}(?:存在|(?<!没)有)[^。！？\n]{0,24}(?:问题|不足|差距|短板)[^。！？\n，、；]{0,16}[。：:\n]|存在(?:以下|如下|下列)[^。：\n]{0,14}[：:]/

/** Where the praise ends: “但……还存在以下问题。”; the position after it, or the span's start if there is none. */
export function afterTurn(text: string, span: Span): number {
  const match = TURN.exec(text.slice(span.start, span.end))
  const turn = match ? span.start + match.index + match[0].length : span.start
  return text.slice(turn, span.end).trim() === '' ? span.start : turn
}

const ELABORATION =
  /^(?:比如|例如|譬如|如[：:，,]|特别是|尤其|这[些就也]?说明|这些|究其|归根|主要表现|具体表现|表现在|导致|因此|所以|对此|今后|下一步)|^(?:有的|有些|个别)?[^。，]{0,16}(?:也?反映|说)，/
/** Praise does not open a problem. */
const PRAISE = /始终|坚持|认真|能够|积极|不断|严格(?:执行|落实|遵守)|较好|取得/
const SHORT_LEAD = 22

/**
 * The shortcomings of running text without numbers, one or a few sentences each. A sentence that opens with a
 * shortcoming, or is a short heading, begins one; what illustrates it goes with it.
 */
export function shortcomingsIn(text: string, span: Span): Span[] {
  const found: Span[] = []
  let leadAlone = false
  const start = afterTurn(text, span)
  const announced = start > span.start && /[：:]/.test(text.charAt(start - 1))
  for (const sentence of sentencesIn(text, { start, end: span.end })) {
    const words = text.slice(sentence.start, sentence.end)
    const last = found.at(-1)
    const isLead = words.length <= SHORT_LEAD && !PRAISE.test(words) && !/[：:]$/.test(words)
    if (last && (ELABORATION.test(words) || (leadAlone && !isLead))) {
      found[found.length - 1] = { start: last.start, end: sentence.end }
      leadAlone = false
    } else if (
      (announced && !last) ||
      opensShortcoming(words) ||
      (!last && isLead) ||
      (!last && SHORTCOMING.test(words) && !/[：:]$/.test(words))
    ) {
      found.push(sentence)
      leadAlone = isLead
    } else if (last && SHORTCOMING.test(words)) {
      found[found.length - 1] = { start: last.start, end: sentence.end }
    }
  }
  return found
}

/** True if one of the sentence's first two clauses states a shortcoming, or it turns to one (“……，但……”). */
function opensShortcoming(words: string): boolean {
  if (/[：:]$/.test(words)) return false
  const [first = '', second = ''] = words.split(/[，；]/, 2)
  return (
    SHORTCOMING.test(`${first}，`) || SHORTCOMING.test(`${second}，`) || (/，但/.test(words) && SHORTCOMING.test(words))
  )
}

/** True if a paragraph opens with one short statement that the rest explains: then the paragraph is one item. */
export function opensWithLead(words: string): boolean {
  const first = /^[^。！？]{4,40}[。！？]/.exec(words)?.[0]
  return first !== undefined && (SHORTCOMING.test(first) || (first.length <= SHORT_LEAD && !PRAISE.test(first)))
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
