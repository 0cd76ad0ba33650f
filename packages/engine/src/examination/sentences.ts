import type { SourceDocument } from '../reading/source-document.ts'
import type { Span } from '../span.ts'
import { SHORTCOMING } from './roles.ts'

/** The paragraphs of running text inside a span, cut to it. */
export function paragraphsIn(document: SourceDocument, span: Span): Span[] {
  const found: Span[] = []
  for (let i = firstEndingAfter(document, span.start); i < document.paragraphs.length; i++) {
    const paragraph = document.paragraphs[i]
    if (!paragraph || paragraph.start >= span.end) break
    if (paragraph.style === 'cell' || paragraph.style === 'footnote') continue
    const cut = { start: Math.max(paragraph.start, span.start), end: Math.min(paragraph.end, span.end) }
    const own = trimmed(document.text, cut)
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

const ELABORATION = /^(?:比如|例如|譬如|如[：:，,]|特别是|尤其|这[些就也]?说明|这些|究其|归根|主要表现|具体表现|表现在|导致|因此|所以|对此|今后|下一步)/
const SHORT_LEAD = 18

/** The shortcomings of running text without numbers, one or a few sentences each: an example goes with what it illustrates. */
export function shortcomingsIn(text: string, span: Span): Span[] {
  const found: Span[] = []
  let leadAlone = false
  const start = afterTurn(text, span)
  const announced = start > span.start && /[：:]/.test(text.charAt(start - 1))
  for (const sentence of sentencesIn(text, { start, end: span.end })) {
    const words = text.slice(sentence.start, sentence.end)
    const last = found.at(-1)
    const isShort = words.length <= SHORT_LEAD
    if (last && (ELABORATION.test(words) || (leadAlone && !isShort))) {
      found[found.length - 1] = { start: last.start, end: sentence.end }
      leadAlone = false
    } else if ((announced || SHORTCOMING.test(words)) && !/[：:]$/.test(words)) {
      found.push(sentence)
      leadAlone = isShort
    }
  }
  return found
}

/** A span without the white space at its ends. */
export function trimmed(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end)
  const start = span.start + words.length - words.trimStart().length
  return { start, end: Math.max(start, span.start + words.trimEnd().length) }
}
