import { readDate } from './chinese-date.ts'

/** An entry of a progress cell and the day (`yyyy-mm-dd`) it is of. */
export interface ProgressEntry {
  readonly on: string
  readonly text: string
}

/** A date at the beginning of a line, with what separates it from the words. */
const DATED =
  /^\s*(?:(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*[日号]?|(?:19|20)\d{2}([./-])\d{1,2}\1\d{1,2}|\d{1,2}\s*月\s*\d{1,2}\s*[日号])\s*[：:，,、\s]\s*(?=\S)/u

/**
 * The entries of a progress cell: a line that begins with a date begins an entry. An entry without a date of its own
 * is of today; no progress lies in the future.
 */
export function progressEntriesIn(cell: string, today: string): ProgressEntry[] {
  const entries: string[] = []
  for (const line of cell.split('\n')) {
    const last = entries.length - 1
    if (entries.length === 0 || DATED.test(line)) entries.push(line)
    else entries[last] = `${entries[last] ?? ''}\n${line}`
  }
  return entries.map((entry) => toEntry(entry.trim(), today)).filter(({ text }) => text !== '')
}

function toEntry(entry: string, today: string): ProgressEntry {
  const [lead = ''] = DATED.exec(entry) ?? []
  const ahead = lead === '' ? null : dayIn(lead, today)
  if (ahead !== null) return { on: ahead, text: entry.slice(lead.length).trim() }
  return { on: dayIn(entry, today) ?? today, text: entry }
}

/** The day some words name; without a year the last such day before today. */
function dayIn(words: string, today: string): string | null {
  const year = Number(today.slice(0, 4))
  const found = [year, year - 1].map((each) => readDate(words, { year: each }))
  const past = found.find(({ date, precision }) => date !== undefined && precision === 'day' && date <= today)
  return past?.date ?? null
}
