import type { SourceDocument, Table } from '../../reading/source-document.ts'
import { beginningOf } from '../../wording/beginnings.ts'
import { chineseNumber } from '../../wording/chinese-number.ts'
import { withoutLeadingNumber } from '../../wording/leading-number.ts'
import { rowsUnder } from './columns-named.ts'
import type { PlannedTopic } from './minutes.ts'

const COLUMNS = {
  month: /^(?:学习)?(?:月份|时间|日期|月度|时间安排)$/,
  text: /(?:学习|研讨)?(?:专题|内容|主题|篇目|题目)$/,
}
const MONTH = /(?:(20\d\d)\s*年\s*)?(?<!\d)(\d{1,2}|[一二三四五六七八九十]{1,2})\s*月/
/** 3月：… or 三月份 … at the beginning of a line. */
const MONTH_LINE =
  /^[\s　#*（(]*(?:(20\d\d)\s*年\s*)?(\d{1,2}|[一二三四五六七八九十]{1,2})\s*月(?:份)?[)）]?\s*[:：、]?\**[ 　]*/

/** The topics a plan of study sets down, with their months: rows of a table, else lines under 3月：. */
export function plannedIn(document: SourceDocument): PlannedTopic[] {
  const year = /(20\d\d)\s*年/.exec(beginningOf(document.text, 'title'))?.[1] ?? null
  const listed = document.tables.flatMap((table) => plannedInTable(table, year))
  return listed.length > 0 ? listed : plannedInLines(document.text, year)
}

function plannedInTable(table: Table, year: string | null): PlannedTopic[] {
  return rowsUnder(table, COLUMNS, ['month', 'text']).flatMap(({ month, text }) => {
    const words = text?.text.trim() ?? ''
    const when = monthOf(MONTH.exec(month?.text ?? ''), year)
    return text === null || words === '' ? [] : [{ text: words, month: when, start: text.start, end: text.end }]
  })
}

function monthOf(match: RegExpExecArray | null, known: string | null): string | null {
  const [, written, name = ''] = match ?? []
  const month = chineseNumber(name)
  const year = written ?? known
  return year === null || !(month >= 1 && month <= 12) ? null : `${year}-${String(month).padStart(2, '0')}`
}

function plannedInLines(text: string, year: string | null): PlannedTopic[] {
  let month: string | null = null
  return [...text.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }) => {
    const match = MONTH_LINE.exec(line)
    if (match !== null) month = monthOf(match, year)
    const words = withoutLeadingNumber(line.slice(match?.[0].length ?? 0).trim()).replace(/[。；;]$/, '')
    const start = index + line.indexOf(words)
    return month === null || words.length < 2 ? [] : [{ text: words, month, start, end: start + words.length }]
  })
}
