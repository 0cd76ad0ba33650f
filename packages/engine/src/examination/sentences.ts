import type { SourceDocument } from '../reading/source-document.ts'
import type { Span } from '../span.ts'
import { isShortcoming } from '../wording/shortcoming.ts'
import { type Act, actOf, afterAnnouncement, isTurn, saysWhy, statesShortcoming } from './acts.ts'
import type { SentenceAct } from './prose/sentence-act.ts'
import { actsOfSentences } from './prose/sentence-acts.ts'

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
 * The shortcomings (or causes, or measures) of running text without numbers, one or a few sentences each: the learnt weights
 * tell what a sentence does, and the word lists are a second witness; what goes on with an item goes with it.
 */
export function itemsOfProse(text: string, span: Span, role: 'problems' | 'causes' | 'measures'): Span[] {
  const found: Span[] = []
  const start = role === 'problems' ? afterTurn(text, span) : span.start
  const before = sentencesIn(text, { start: span.start, end: start })
  const sentences = sentencesIn(text, { start, end: span.end })
  const wordsOf = (sentence: Span): string => text.slice(sentence.start, sentence.end)
  const acts = actsOfSentences([...before, ...sentences].map(wordsOf), role).slice(before.length)
  let isAfterMark = false
  // A short sentence that opens the paragraph belongs to the first item, whatever it does itself.
  const [opener] = sentences
  const openerAct = acts[0]?.act
  const isOpener = opener !== undefined && openerAct !== 'praise' && openerAct !== 'turn' && isHead(wordsOf(opener))
  for (const [i, sentence] of sentences.entries()) {
    const act = acts[i]?.act ?? 'statement'
    const words = wordsOf(sentence)
    const actInWords = actOf(words)
    const last = found.at(-1)
    if (role === 'problems' && saysWhy(words)) {
      if (last) found[found.length - 1] = { start: last.start, end: sentence.end }
      continue
    }
    if (role === 'problems' && LOOKS_BACK.test(words)) continue
    const isAnnounced = i === 0 && start > span.start && act !== 'turn'
    const isSuch = /^[再又还]如/.test(words) && found[0] !== undefined && text.charAt(found[0].start) === '如'
    const isOnItsOwn = last === undefined || !isHead(wordsOf(last))
    const isSaid =
      isOnItsOwn &&
      role !== 'measures' &&
      act !== 'praise' &&
      act !== 'turn' &&
      actInWords === 'shortcoming' &&
      !GOES_ON.test(words) &&
      opensShortcoming(words)
    // 一是 without 二是, what follows it or a short head, and “这说明……” belong to what stands before them.
    const isTied =
      last !== undefined &&
      (LONE_MARK.test(words) ||
        isAfterMark ||
        (!isOnItsOwn && !isHead(words)) ||
        actInWords === 'elaboration' ||
        GOES_ON.test(words))
    // With nothing before it to go on with, it is the beginning; of one sentence alone the word lists are enough.
    const isAlone = sentences.length === 1 && actInWords === 'shortcoming'
    const isLeft = role === 'problems' && last === undefined && (act === 'more' || isAlone) && statesShortcoming(words)
    isAfterMark = LONE_MARK.test(words)
    const begins = BEGINS[role].includes(act) && !isTied
    if (begins || isAnnounced || isSuch || isSaid || isLeft)
      found.push(i === 1 && last === undefined && isOpener ? { start: opener.start, end: sentence.end } : sentence)
    else if (last && act !== 'turn' && act !== 'praise' && act !== 'statement')
      found[found.length - 1] = { start: last.start, end: sentence.end }
  }
  return found
}

const LONE_MARK = /^[一1]是|^首先|^第一/
/** What such a sentence says is said of what stands before it. */
const GOES_ON = /^(?:多是|大多是|甚至|比如|例如|尤其是|特别是)/
/** It says how it all stands: no further shortcoming. */
const LOOKS_BACK = /^总的(?:看|来看|来说)/

/** Among causes a shortcoming is one: 觉悟不高. */
const BEGINS: Readonly<Record<'problems' | 'causes' | 'measures', readonly SentenceAct[]>> = {
  problems: ['shortcoming'],
  causes: ['cause', 'shortcoming'],
  measures: ['measure'],
}

/** A short sentence of one clause heads what follows it. */
function isHead(words: string): boolean {
  return words.length <= SHORT_LEAD && !/[\d，；]/.test(words)
}

/** True if one of the first two clauses of such a sentence states its shortcoming, or it turns to it (“……，但……”). */
function opensShortcoming(words: string): boolean {
  if (LONE_MARK.test(words)) return false
  const [first = '', second = ''] = words.replace(/[。！？]+$/, '').split(/[，；]/, 2)
  if (/\d/.test(first)) return false
  return isShortcoming(first) || isShortcoming(second) || (/，但/.test(words) && statesShortcoming(words))
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
