import type { SourceDocument } from '../../reading/source-document.ts'
import type { Span } from '../../span.ts'
import { beginningOf } from '../../wording/beginnings.ts'
import { chineseNumber } from '../../wording/chinese-number.ts'
import { isName } from '../../wording/name-patterns.ts'
import { type Field, isLabel } from './fields.ts'
import type { Topic } from './minutes.ts'
import { topicSaid } from './topic-said.ts'

/**
 * The topics of a record: what its labels (议题, 学习内容) announce, on their line or below; else its numbered headings;
 * else the texts that a sentence says were studied.
 */
export function topicsIn(
  { text }: SourceDocument,
  fields: readonly Field[],
  { title, day }: { title: string; day: string | null },
): Topic[] {
  const places = firstOf(
    () => announced(text, fields, 'topics'),
    () => announced(text, fields, 'theme'),
    () => announced(text, fields, 'content'),
    () => (RECORD.test(title) && !PAPER.test(title) ? headings(text) : []),
    () => studied(text),
  )
  const topics = places.flatMap((place) => {
    const topic = topicSaid(text, place, day)
    // Lines one upon the other are an agenda: who speaks below it speaks of the first of them.
    const isAgenda = places.some(({ end }) => end < place.start && isNextLine(text, end, place.start))
    const below = place.isLine === true && !isAgenda ? speakerBelow(text, place.end, fields) : null
    return topic === null || isLabel(topic.text) || SUMMING_UP.test(topic.text)
      ? []
      : [{ ...topic, speaker: topic.speaker ?? below }]
  })
  return topics.filter((topic, i) => topics.findIndex((other) => other.text === topic.text) === i)
}

function isNextLine(text: string, end: number, start: number): boolean {
  return text.slice(end, start).split('\n').length === 2
}

/** What tells of something done; the headings of other papers are no topics. */
const RECORD = /记录|纪要|纪实|会|活动|党日|党课|学习|培训|演练|谈话/
const PAPER = /材料|方案|清单|通知|报告|通报|批复|请示|函|讲话$|点评/
/** 周启明同志强调… is what was said of topics. */
const SUMMING_UP = /^[^，。]{2,12}?(?:同志)?(?:强调|指出|要求)/

/** Where a topic stands, and whether on a line of its own: who speaks below it speaks of it. */
interface Place extends Span {
  readonly isLine?: true
}

function firstOf(...ways: readonly (() => Place[])[]): Place[] {
  for (const way of ways) {
    const found = way()
    if (found.length > 0) return found
  }
  return []
}

function announced(text: string, fields: readonly Field[], name: 'topics' | 'theme' | 'content'): Place[] {
  return fields.flatMap((field, i) => {
    if (field.name !== name) return []
    const { start, end } = field.value
    if (end > start) return pieces(text, field.value)
    const stop = fields.slice(i + 1).find((next) => next.start > start)?.start ?? text.length
    return numbered(text, { start, end: stop }, name !== 'content')
  })
}

const NUMBERED = /^[ \t　*#]*([（(]?)(\d{1,2}|[一二三四五六七八九十]{1,3})([）)、.．])(?!\d)/
/** 议题一 …, 第一项：…. */
const NAMED = /^[ \t　*#]*(议题|议程|第)([一二三四五六七八九十]{1,3})(项?(?:议题|议程)?[：:　 ])/

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
      const [mark, open = '', digits = '', close = ''] = NUMBERED.exec(words) ?? NAMED.exec(words) ?? []
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
function numbered(text: string, span: Span, isLabelled: boolean): Place[] {
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
function headOf({ words, start }: Line): Place {
  const stop = words.search(/[。；]|$/)
  return { start, end: start + stop, isLine: true }
}

/** What stands in one value: lines of a cell, numbers in a row, parts between ；, texts between 、. */
function pieces(text: string, span: Span): Span[] {
  const words = text.slice(span.start, span.end)
  const cuts = [/[^\n]+/g, SECOND_NUMBER.test(words) ? NUMBERED_IN_ROW : /[^；;]+/g].find(
    (cut) => [...words.matchAll(cut)].length > 1,
  )
  const parts = [...words.matchAll(cuts ?? TEXTS_APART)]
  const areTexts = cuts !== undefined || (parts.length > 1 && parts.every(([part]) => TEXT_ALONE.test(part)))
  if (!areTexts) return [span]
  return parts
    .filter(([part]) => part.trim() !== '')
    .map(({ 0: part, index }) => ({ start: span.start + index, end: span.start + index + part.length }))
}

const SECOND_NUMBER = /(?:^|[；;。\s])\s*2[.、．)）]/
const NUMBERED_IN_ROW = /\d{1,2}[.、．)）](?:(?![；;。\s]\s*\d{1,2}[.、．)）]).)+/g
/** 党章、《甲》第三章和党的二十届四中全会精神: between 、 and 和 that stand outside titles. */
const TEXTS_APART = /(?:《[^《》]*》|“[^“”]*”|[（(][^（()）]*[)）]|[^、，和及《“（(])+/g
/** One text and nothing else. */
const TEXT_ALONE =
  /^(?:学习|传达|领学)*(?:《[^《》]+》[^《》]{0,12}|[^《》]{0,40}(?:精神|讲话|论述|论述摘编|思想|指示|批示|贺信|回信|公报|党章|党章总纲|细则|决定|建议|通报|报告))(?:[（(][^（()）]*[)）])?[。；]?$/

/** Numbered headings of a paper without labels: 一、… 二、… at the beginning of lines. */
function headings(text: string): Place[] {
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
  const [, name = ''] =
    /^[^\n]*\n\s*(\p{Script=Han}{2,4}?)(?:同志)?(?:汇报|通报|领学|传达|介绍)?[:：]/u.exec(text.slice(end)) ?? []
  return isName(name) && !name.startsWith('第') && !fields.some(({ label }) => label === name) ? name : null
}
