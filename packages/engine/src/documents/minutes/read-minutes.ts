import { isWorkbook, type SourceDocument } from '../../reading/source-document.ts'
import type { Span } from '../../span.ts'
import { beginningOf } from '../../wording/beginnings.ts'
import { titleOf } from '../meeting/papers/kind-of-meeting-document.ts'
import { talksIn } from '../meeting/papers/read-talks.ts'
import { absencesIn } from './absences.ts'
import { peopleCounted } from './counted-people.ts'
import { daySaid } from './day-said.ts'
import { type Field, fieldsIn } from './fields.ts'
import { invitedIn } from './invited-said.ts'
import { kindsSaid } from './kinds-said.ts'
import { dutiesIn } from './listed-duties.ts'
import type { Minutes, Said, TalkSaid, Topic } from './minutes.ts'
import { numbersIn } from './numbers-said.ts'
import { personAt, presidingIn, recordingIn } from './people-said.ts'
import { placeTold } from './place-told.ts'
import { plannedIn } from './planned-topics.ts'
import { awayOnSheets } from './sheets-said.ts'
import { topicsIn } from './topics.ts'

/** What one record of something done says: day, place, who presided, what about, who was away. Nothing is guessed. */
export function readMinutes(document: SourceDocument): Minutes {
  const { text } = document
  const fields = fieldsIn(document)
  const name = nameSaid(document)
  const titles = titlesOf(document, name, fields)
  const { day, until, hours } = daySaid(document, fields, name?.value ?? '')
  const isPlan = /计划|安排表?$|配档/.test(name?.value ?? '')
  const isSheet = /签到/.test(name?.value ?? '')
  const topics =
    isPlan || isSheet
      ? []
      : topicsIn(document, fields, { title: titles.map(({ value }) => value).join(' '), day: day?.value ?? null })
  const kinds = isPlan
    ? []
    : kindsSaid(
        titles,
        topics.map((topic) => lineOf(text, topic)),
        fields,
      )
  const known = new Set(kinds.map(({ value }) => value))
  const lecturer = personAt(fields, 'lecturer', document)
  const isLecture = known.has('party_lecture') && lecturer !== null
  const away = awayOnSheets(document)
  const { absent, partial, noneAbsent } = absencesIn(document, fields)
  const numbers = numbersIn(document, known)
  const talks = known.has('talk') ? talksSaid(document, day) : []
  const isCounted = numbers.some(({ name: of }) => of === 'base' || of === 'entered')
  return {
    kinds,
    name,
    day,
    until,
    hours,
    place: placeTold(document, fields),
    host:
      (isLecture ? lecturer : null) ??
      personAt(fields, 'host', document) ??
      presidingIn(text) ??
      (talks.length === 0 ? personAt(fields, 'by', document) : null),
    recorder: personAt(fields, 'recorder', document) ?? bothIn(document, fields) ?? recordingIn(text),
    entitled: isCounted ? null : peopleCounted(document, fields, 'entitled'),
    present: isCounted ? null : peopleCounted(document, fields, 'present'),
    topics:
      isLecture && topics.length === 1
        ? topics.map((topic) => ({ ...topic, speaker: topic.speaker ?? lecturer.value }))
        : topics,
    absent: away.length > 0 ? away : absent,
    partial,
    noneAbsent,
    invited: invitedIn(document, fields),
    talks,
    numbers,
    planned: isPlan ? plannedIn(document) : [],
    duties: known.has('responsibility_list') ? dutiesIn(document) : [],
  }
}

/** The texts a record says were studied before they were there. */
export function textsAfter({ day, topics }: Pick<Minutes, 'day' | 'topics'>): Topic[] {
  return day === null ? [] : topics.filter(({ ofDay }) => ofDay !== null && ofDay > day.value)
}

/** 主持及记录：… names one person for both. */
function bothIn(document: SourceDocument, fields: readonly Field[]): Said<string> | null {
  const both = fields.filter(({ name, label }) => name === 'host' && label.includes('记录'))
  return personAt(both, 'host', document)
}

/** The title: a workbook's first cell, the lines above a table or the first sentence. */
function nameSaid(document: SourceDocument): Said<string> | null {
  const { text, tables } = document
  const [table] = tables
  const cell = isWorkbook(document) ? table?.cells[0] : undefined
  const title = cell?.text ?? titleOf({ ...document, text: text.slice(0, table?.start) })
  const [first = ''] = title.split(' ')
  const start = cell?.start ?? text.indexOf(first)
  if (title === '' || start < 0) return null
  return { value: title.replaceAll(/[ \n]/g, ''), start, end: Math.min(start + title.length, text.length) }
}

/** What calls the record something: its title, 会议类别; else the sentence it begins with. */
function titlesOf({ text }: SourceDocument, name: Said<string> | null, fields: readonly Field[]): Said<string>[] {
  const called = fields
    .filter((field) => field.name === 'kind')
    .map(({ value: { start, end } }) => ({ value: text.slice(start, end), start, end }))
  const [sentence = ''] = /^[^。\n]{1,120}/.exec(text) ?? []
  const titles = [name ?? { value: sentence, start: 0, end: sentence.length }, ...called]
  return /纪要|记录/.test(name?.value ?? '') ? [...titles, ...heldIn(text)] : titles
}

/** What the first sentence says was held: …召开安全生产部署会。 */
const HELD = /^[^。\n]{0,80}?\d日[^。\n]{0,60}?(?:召开|举行)([^，。；\n]{2,30}会)(?=[，。；])/m

function heldIn(text: string): Said<string>[] {
  const match = HELD.exec(beginningOf(text, 'title'))
  const value = match?.[1] ?? ''
  const start = (match?.index ?? 0) + (match?.[0].length ?? 0) - value.length
  return match === null ? [] : [{ value, start, end: start + value.length }]
}

/** A topic with what stands before it on its line: “第一议题”：…. */
function lineOf(text: string, { start, end }: Span): Said<string> {
  return { value: text.slice(text.lastIndexOf('\n', start) + 1, end), start, end }
}

/** 各科室负责人等24人 are spoken to together. */
const GROUP = /等\s*\d+\s*[人名]|各(?:科|股|处)?室/

function talksSaid(document: SourceDocument, day: Said<string> | null): TalkSaid[] {
  const year = day === null ? null : Number(day.value.slice(0, 4))
  const one = talksIn(document, '', year).filter(({ start, end }) => !GROUP.test(document.text.slice(start, end)))
  return one.map(({ people: [by, to], date, start, end }) => ({ by, to, day: date ?? day?.value ?? null, start, end }))
}
