import type { Paragraph, SourceDocument } from '../../reading/source-document.ts'
import { readDate } from '../../wording/chinese-date.ts'
import { chineseNumber } from '../../wording/chinese-number.ts'
import { meetingNamed } from '../../wording/meeting-names.ts'
import { aspectsAsked } from './aspects-asked.ts'
import type { Notice, NoticeSaid } from './notice.ts'

/** Reads what a superior's notice asks of the meetings below. Never throws; what is not surely said is left out. */
export function readNotice(document: SourceDocument): Notice {
  const { text } = document
  const title = titleOf(document)
  const head = title?.value ?? text.slice(0, HEAD)
  const kind = meetingNamed(head)
  const year = yearOf(text)
  const time = timeOf(text, year?.value ?? null)
  return {
    title,
    kind: kind === null ? null : { value: kind, start: title?.start ?? 0, end: title?.end ?? 0 },
    year,
    theme: themeOf(text),
    aspects: aspectsAsked(document),
    mirrors: mirrorsOf(text),
    reportItems: reportItemsOf(text),
    ...time,
    leadWorkdays: numberIn(text, LEAD),
    reportDays: numberIn(text, REPORT),
  }
}

/** Title and first sentences. */
const HEAD = 400
/** A title stands among the first paragraphs, on at most so many lines. */
const FIRST_PARAGRAPHS = 12
const TITLE_LINES = 3

function titleOf({ text, paragraphs }: SourceDocument): NoticeSaid<string> | null {
  const first = paragraphs.slice(0, FIRST_PARAGRAPHS)
  for (const [at, { start }] of first.entries()) {
    for (let count = 1; count <= TITLE_LINES; count += 1) {
      const lines = first.slice(at, at + count)
      const words = lines.map((line) => wordsOf(text, line)).join('')
      const end = lines.at(-1)?.end ?? start
      if (/关于.{0,60}生活会.{0,20}通知$/.test(words)) return { value: words, start, end }
    }
  }
  return null
}

function wordsOf(text: string, { start, end }: Paragraph): string {
  return text.slice(start, end).replace(/\s+/g, '')
}

function yearOf(text: string): NoticeSaid<number> | null {
  const match = /(20\d{2})\s{0,2}年度/.exec(text)
  return match === null ? null : { value: Number(match[1]), start: match.index, end: match.index + match[0].length }
}

/** 主题是：…… or 主题为“……”; 主题教育, 主题党日 are other things. */
const THEME = /主题(?:是|为|[：:])[：:]?\s{0,4}(?:[“"]([^”"\n]{4,300})[”"]|([^。；\n]{4,300}))/

function themeOf(text: string): NoticeSaid<string> | null {
  const match = THEME.exec(text)
  const value = match?.[1] ?? match?.[2]
  if (match === null || value === undefined) return null
  const start = match.index + match[0].indexOf(value)
  return { value: value.trim(), start, end: start + value.length }
}

const SENTENCE = /[^。；\n]{4,200}/g
const IS_HELD = /召开|举行|会议时间|时间(?:安排)?[：:]/
const IS_SENT = /报送|上报|报告|方案|印发/

/** The days on which it may be held: of the first sentence that says when, without those on papers sent up. */
function timeOf(text: string, year: number | null): Pick<Notice, 'from' | 'until'> {
  for (const { 0: words, index: start } of text.matchAll(SENTENCE)) {
    if (!IS_HELD.test(words) || IS_SENT.test(words)) continue
    const { kind, date, from } = readDate(words.replace(/20\d{2}年度/g, ''), year === null ? {} : { year })
    if (kind !== 'date' || date === undefined) continue
    const place = { start, end: start + words.length }
    return { from: from === undefined ? null : { value: from, ...place }, until: { value: date, ...place } }
  }
  return { from: null, until: null }
}

const MIRROR = /对照([^，。；、\n对]{2,40}(?:、(?!对照)[^，。；、\n]{2,30}){0,3})/g

/** 对照……、对照……: of the first sentence that holds them up against several things. */
function mirrorsOf(text: string): NoticeSaid<string>[] {
  for (const { 0: sentence, index } of text.matchAll(/[^。\n]{4,400}/g)) {
    const found = [...sentence.matchAll(MIRROR)].filter(([words]) => !/检查|材料/.test(words))
    if (found.length < 2) continue
    return found.map((match) => {
      const value = (match[1] ?? '').trim()
      const start = index + match.index + '对照'.length
      return { value, start, end: start + value.length }
    })
  }
  return []
}

const REPORTED = /通报((?:[^。；\n、，]{2,60}?情况[、，和及以]{0,2}){1,6})/g

function reportItemsOf(text: string): NoticeSaid<string>[] {
  return [...text.matchAll(REPORTED)].flatMap(({ 1: listed = '', index }) =>
    [...listed.matchAll(/[^、，]{2,60}?情况/g)].map((match) => {
      const value = match[0].replace(/^(?:以及|和|及|以)/, '')
      const start = index + '通报'.length + match.index + match[0].length - value.length
      return { value, start, end: start + value.length }
    }),
  )
}

const NUMBER = '(\\d{1,2}|[一二三四五六七八九十]{1,3})'
/** 会前10个工作日将方案报……; days that are no workdays are another number. */
const LEAD = new RegExp(
  `(?:会前|召开前|提前|会议召开)[^。；\\n\\d]{0,8}?${NUMBER}\\s?个工作日[^。；\\n]{0,40}方案|方案[^。；\\n]{0,30}(?:会前|召开前|提前)[^。；\\n\\d]{0,4}?${NUMBER}\\s?个工作日`,
)
/** 会后15日内报送…… */
const REPORT = new RegExp(`(?:会后|会议结束后|召开后)\\s?${NUMBER}\\s?(?:日|天)(?:之|以)?内`)

function numberIn(text: string, pattern: RegExp): NoticeSaid<number> | null {
  const match = pattern.exec(text)
  const value = chineseNumber(match?.[1] ?? match?.[2] ?? '')
  return match === null || Number.isNaN(value)
    ? null
    : { value, start: match.index, end: match.index + match[0].length }
}
