import type { SourceDocument } from '../../reading/source-document.ts'
import type { Span } from '../../span.ts'
import { beginningOf } from '../../wording/beginnings.ts'
import { chineseNumber } from '../../wording/chinese-number.ts'
import { isName } from '../../wording/name-patterns.ts'
import type { Field } from './fields.ts'
import type { Topic } from './minutes.ts'
import { topicSaid } from './topic-said.ts'

/**
 * The topics of a record: what its labels (议题, 学习内容) announce, on their line or below; else its numbered headings;
 * else the texts that a sentence says were studied.
 */
export function topicsIn(document: SourceDocument, fields: readonly Field[], day: string | null): Topic[] {
  const { text } = document
  const found = announced(text, fields, 'topics')
  const first = found.length > 0 ? found : announced(text, fields, 'content')
  const spans = first.length > 0 ? first : headings(text)
  const places = spans.length > 0 ? spans : studied(text)
  const topics = places.flatMap((span) => {
    const topic = topicSaid(text, span, day)
    return topic === null ? [] : [{ ...topic, speaker: topic.speaker ?? speakerBelow(text, span.end, fields) }]
  })
  return topics.filter((topic, i) => topics.findIndex((other) => other.text === topic.text) === i)
}

function announced(text: string, fields: readonly Field[], name: 'topics' | 'content'): Span[] {
  return fields.flatMap((field, i) => {
    if (field.name !== name) return []
    const { start, end } = field.value
    if (end > start) return pieces(text, field.value)
    const stop = fields.slice(i + 1).find((next) => next.start > start)?.start ?? text.length
    return numbered(text, { start, end: stop }, name === 'topics')
  })
}

const NUMBERED = /^[ \t　*#]*([（(]?)(\d{1,2}|[一二三四五六七八九十]{1,3})([）)、.．])(?!\d)/

interface Line extends Span {
  readonly words: string
  /** How its number is written, 一、 or （1）; null if it has none. */
  readonly style: string | null
  readonly number: number
}

function linesIn(text: string, { start, end }: Span): Line[] {
  return [...text.slice(start, end).matchAll(/[^\n]+/g)]
    .filter(([words]) => words.trim() !== '')
    .map(({ 0: words, index }) => {
      const [mark, open = '', digits = '', close = ''] = NUMBERED.exec(words) ?? []
      return {
        words,
        start: start + index,
        end: start + index + words.length,
        style: mark === undefined ? null : `${open}${/\d/.test(digits) ? '1' : '一'}${close}`,
        number: chineseNumber(digits),
      }
    })
}

/** The lines of one numbering from its first on; without numbers, the line right below a label. */
function numbered(text: string, span: Span, isLabelled: boolean): Span[] {
  const lines = linesIn(text, span)
  const [first] = lines
  if (first === undefined) return []
  if (first.style === null) return isLabelled && first.words.length <= MOST_ALONE ? pieces(text, first) : []
  let next = first.number
  return lines.flatMap((line) => {
    if (line.style !== first.style || line.number !== next) return []
    next += 1
    return [headOf(line)]
  })
}

const MOST_ALONE = 80

/** A topic's line up to its first sentence's end. */
function headOf({ words, start }: Line): Span {
  const stop = words.search(/[。；]|$/)
  return { start, end: start + stop }
}

/** What stands in one value: lines of a cell, numbers in a row, texts between 、, parts between ；. */
function pieces(text: string, span: Span): Span[] {
  const words = text.slice(span.start, span.end)
  const cuts =
    words.includes('\n')
      ? /[^\n]+/g
      : /(?:^|[；;。\s])\s*2[.、．)）]/.test(words)
        ? /(?:\d{1,2}[.、．)）])(?:(?![；;。\s]\s*\d{1,2}[.、．)）]).)+/g
        : /[；;]/.test(words)
          ? /[^；;]+/g
          : TITLES.test(words)
            ? TITLES_APART
            : /.+/g
  return [...words.matchAll(cuts)]
    .filter(([part]) => part.trim() !== '')
    .map(({ 0: part, index }) => ({ start: span.start + index, end: span.start + index + part.length }))
}

/** 学习《甲》、《乙》和《丙》: several texts and little else. */
const TITLES = /^[^《》，。]{0,6}(?:《[^《》]+》[^《》，。]{0,6}){2,}$/
const TITLES_APART = /《[^《》]+》(?:第[^《》、，。和]{1,6}[卷章编])?/g

/** Numbered headings of a paper without labels: 一、… 二、… at the beginning of lines. */
function headings(text: string): Span[] {
  const lines = linesIn(text, { start: 0, end: text.length })
  const first = lines.find(({ style }) => style !== null)
  if (first === undefined || first.number !== 1) return []
  const found = numbered(text, { start: first.start, end: text.length }, false)
  return found.length > 1 ? found : []
}

const STUDIES = /(?:学习|传达|研读|重温|观看)了?([^。；\n]{4,160})/g
const TEXT =
  /《[^《》]+》|习近平总书记[^，。；、《》]{2,40}?(?:重要(?:讲话|指示|论述|批示|文章)|贺信|回信)(?:精神)?|(?:党的)?(?:十[八九]|二十)届[一二三四五六七]中全会(?:精神)?|(?:党的)?二十大(?:精神|报告)/g

/** The texts a sentence of the first pages says were studied. */
function studied(text: string): Span[] {
  return [...beginningOf(text, 'labels').matchAll(STUDIES)].flatMap(({ 0: whole, 1: words = '', index }) =>
    [...words.matchAll(TEXT)].map((match) => {
      const start = index + whole.length - words.length + match.index
      return { start, end: start + match[0].length }
    }),
  )
}

/** Who speaks on the line below: 蒋一宁：去年全年…. */
function speakerBelow(text: string, end: number, fields: readonly Field[]): string | null {
  const [, name = ''] = /^[^\n]*\n\s*(\p{Script=Han}{2,4})(?:同志)?[:：]/u.exec(text.slice(end)) ?? []
  return isName(name) && !fields.some(({ label }) => label === name) ? name : null
}
