import type { SourceDocument } from '../../reading/source-document.ts'
import { beginningOf } from '../../wording/beginnings.ts'
import { datesIn, dayRangeIn, hoursIn } from '../../wording/dates-in-text.ts'
import { type Field, fieldNamed } from './fields.ts'
import type { Said } from './minutes.ts'

export interface DaySaid {
  readonly day: Said<string> | null
  readonly until: Said<string> | null
  readonly hours: Said<number> | null
}

const YEAR = /(20\d\d)\s*年/
/** A sentence that says what was done that day: 3月5日下午，支部在…召开…. */
const DONE = /召开|举行|举办|开展|组织|主持|集中学习|进行/
/** 6学时, and the bare number behind 学时：. */
const LENGTH = /(?<![.\d])(\d{1,3}(?:\.\d)?)\s*个?(?:学时|小时|课时)|^(\d{1,2}(?:\.\d)?)$/
/** A line that is a day and nothing else; below it stands what was done, above it only a title. */
const DATE_ALONE = /^\s*[（(]?20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日[^，。\p{L}]{0,12}(?:[上下]午|晚上?)?[）)]?\s*$/u
/** A day a sentence begins with, and where: 三月五日晚上，在村部. */
const DATE_AND_PLACE = /^\s*(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年[^，。；]{2,8}日(?:[上下]午|晚上?)?[，,]?在/u
const FIRST_LINES = 120
const MADE_ON = /制表(?:日期|时间)/

/** The day or days a record is of and how long it took: by its label, else by its first sentence that tells of it. */
export function daySaid(document: SourceDocument, fields: readonly Field[], title: string): DaySaid {
  const { text } = document
  const labelled = fieldNamed(fields, 'time', document)
  const known = Number(YEAR.exec(`${title}\n${beginningOf(text, 'title')}`)?.[1] ?? Number.NaN)
  const year = Number.isNaN(known) ? null : known
  const place = labelled ?? sentenceIn(text, year)
  if (place === null) return { day: null, until: null, hours: null }
  const within = Number(YEAR.exec(place.words)?.[1] ?? year)
  const range = dayRangeIn(place.words, Number.isNaN(within) || within === 0 ? null : within)
  if (range === null) return { day: null, until: null, hours: null }
  const span = { start: place.start + range.start, end: place.start + range.end }
  return {
    day: { value: range.from, ...span },
    until: range.to === range.from ? null : { value: range.to, ...span },
    hours: hoursSaid(document, fields, place, range.to === range.from),
  }
}

function sentenceIn(text: string, year: number | null): { words: string; start: number } | null {
  for (const { 0: words, index: start } of beginningOf(text, 'labels').matchAll(/[^。；\n]{6,300}/g)) {
    const isFirst = start < FIRST_LINES && (DATE_ALONE.test(words) || DATE_AND_PLACE.test(words))
    const isTold = isFirst || DONE.test(words) || MADE_ON.test(words)
    if (isTold && datesIn(words.slice(0, 60), year).length > 0) return { words, start }
  }
  return null
}

function hoursSaid(
  document: SourceDocument,
  fields: readonly Field[],
  day: { readonly words: string; readonly start: number },
  isOneDay: boolean,
): Said<number> | null {
  for (const place of [fieldNamed(fields, 'hours', document), day]) {
    const match = place === null ? null : LENGTH.exec(place.words)
    if (place !== null && match !== null) {
      const start = place.start + match.index
      return { value: Number(match[1] ?? match[2]), start, end: start + match[0].length }
    }
  }
  const times = fields.filter(({ name }) => name === 'time' || name === 'hours').map(({ value }) => value)
  const spans = [{ start: day.start, end: day.start + day.words.length }, ...times]
  for (const { start, end } of isOneDay ? spans : []) {
    const stretch = hoursIn(document.text.slice(start, end))
    if (stretch !== null) return { value: Math.round((stretch.to - stretch.from) / 6) / 10, start, end }
  }
  return null
}
