import type { SourceDocument } from '../../../reading/source-document.ts'
import { beginningOf } from '../../../wording/beginnings.ts'
import { datesIn } from '../../../wording/dates-in-text.ts'
import type { MeetingDocumentKind } from '../../../standards/meeting-papers.ts'
import type { Stated } from '../meeting-facts.ts'
import { labelled } from './labelled.ts'

/** Papers that are of the day they record, not of the day they were signed. */
const RECORDS: ReadonlySet<MeetingDocumentKind> = new Set(['study_record', 'minutes', 'attendance', 'talk_record'])
const DAY_LABEL = /(?:会议|学习|谈话|谈心|召开)?(?:时间|日期)/
/** A day alone in brackets or at the beginning of a line: （2026年1月20日）. */
const DAY_UNDER_TITLE = /(?:^|\n)[\s　（(]*(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)[^\n]{0,20}/
const SIGNATURE_LINES = 6
/** Characters that stand beside the day on a line that is a signature. */
const MOST_BESIDE_DAY = 24

/** The day a record is of, or a paper was signed. */
export function ownDate(kind: MeetingDocumentKind, document: SourceDocument, path: string): Stated<string> | null {
  const { text } = document
  const stated = (words: string, at: number): Stated<string> | null => {
    const [first] = datesIn(words)
    return first === undefined ? null : { value: first.date, path, start: at + first.start, end: at + first.end }
  }
  if (RECORDS.has(kind)) {
    const label = labelled(beginningOf(text, 'labels'), document.tables, DAY_LABEL)
    const found = label === null ? null : stated(label.words, label.start)
    if (found !== null) return found
    return stated(beginningOf(text, 'title'), 0)
  }
  // A signature's date stands alone on the last lines; a material's may stand in brackets under the title.
  const lines = text.split('\n')
  let end = text.length
  for (const line of lines.toReversed().slice(0, SIGNATURE_LINES)) {
    const start = end - line.length
    const [found] = datesIn(line)
    if (found !== undefined && line.trim().length - (found.end - found.start) <= MOST_BESIDE_DAY)
      return { value: found.date, path, start: start + found.start, end: start + found.end }
    end = start - 1
  }
  const top = DAY_UNDER_TITLE.exec(beginningOf(text, 'title'))
  return top === null ? null : stated(top[0], top.index)
}

const MEETING = /民主生活会|组织生活会/
const HELD = /召开|举行|定于|召集/
const PLANNED = /[拟定]于/
const YEAR_BEFORE = /上(?:一)?年度|去年|上次/
const CYCLE = /(\d{4})\s*年度\s*(?:专题)?(?:民主|组织)生活会/
const SENTENCE = /[^。；\n]{6,300}/g
/** Characters between a day and the word that says the meeting is held. */
const FARTHEST = 40

/** The day the meeting is or was held on, as a sentence about it says; null if none says one day. */
export function meetingDateIn(
  kind: MeetingDocumentKind,
  document: SourceDocument,
  { path, year }: { path: string; year: number | null },
): Stated<string> | null {
  if (kind === 'minutes' || kind === 'attendance') return ownDate(kind, document, path)
  const { text } = document
  for (const { 0: sentence, index } of beginningOf(text, 'pages').matchAll(SENTENCE)) {
    const isPlanned = (kind === 'plan' || kind === 'notice') && PLANNED.test(sentence)
    if (!(MEETING.test(sentence) || isPlanned) || !HELD.test(sentence) || YEAR_BEFORE.test(sentence)) continue
    const named = Number(CYCLE.exec(sentence)?.[1] ?? Number.NaN)
    if (year !== null && !Number.isNaN(named) && named !== year) continue
    const place = HELD.exec(sentence)?.index ?? 0
    const found = datesIn(sentence, year === null ? null : year + 1).filter(
      ({ start }) => Math.abs(start - place) <= FARTHEST,
    )
    const [first] = found
    if (first !== undefined && found.length === 1)
      return { value: first.date, path, start: index + first.start, end: index + first.end }
  }
  return null
}
