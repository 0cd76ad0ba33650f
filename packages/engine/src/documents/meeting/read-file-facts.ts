import type { SourceDocument } from '../../reading/source-document.ts'
import type { MeetingDocumentKind } from './document-kinds.ts'
import { kindOfMeetingDocument, titleOf } from './kind-of-meeting-document.ts'
import type { CountedThing, FileFacts, Remark, Stated } from './meeting-facts.ts'
import { attendeesInTables, itemsIn, labelled, remarksInTables, talksIn } from './read-lists.ts'
import { studyCountsIn } from './study-counts.ts'
import { allNumbers, statedNumber } from './stated-numbers.ts'
import { datesIn } from '../../wording/dates-in-text.ts'
import { isName } from '../../wording/name-patterns.ts'
import { namesInCell } from '../../wording/names-in-cell.ts'
import { beginningOf } from '../../wording/beginnings.ts'

/** Papers that say when and where the meeting is, and how many came. */
const ABOUT_MEETING: ReadonlySet<MeetingDocumentKind> = new Set([
  'plan',
  'approval',
  'notice',
  'agenda',
  'attendance',
  'minutes',
  'meeting_report',
  'publication',
  'observer_comment',
  'closing_speech',
])
const RECORDS: ReadonlySet<MeetingDocumentKind> = new Set(['study_record', 'minutes', 'attendance', 'talk_record'])
const COUNTING: ReadonlySet<MeetingDocumentKind> = new Set([
  'team_material',
  'opinion_summary',
  'meeting_report',
  'publication',
  'minutes',
  'rectification_list',
  'problem_list',
])

const YEAR_OF_MEETING = /(\d{4})\s*年?度?(?=(?:度)?\s*(?:专题)?(?:民主生活会|组织生活会))/

/** How many were to come, came, and did not. */
const PEOPLE = {
  entitled:
    /应(?:到|参加|出席)(?:会)?(?:的)?(?:正式|有表决权的?)?(?:党员|成员|人数|人员|班子成员|党组成员)?\D{0,4}(\d{1,3})\s*[人名位]|(?:党员|成员|人数)应到\D{0,3}(\d{1,3})\s*[人名位]/,
  present: /实(?:到|参加|际到会|际参加|际出席|有)(?:会)?(?:党员|成员|人数)?\D{0,4}(\d{1,3})\s*[人名位]/,
  absent: /(?:请假|缺席|未到会?)(?:党员|成员)?\D{0,3}(\d{1,3})\s*[人名位]/,
} as const

/** What one document of a meeting's folder says. Facts that were not surely read are null or missing. */
export function readFileFacts(path: string, document: SourceDocument): FileFacts {
  const { kind, reason } = kindOfMeetingDocument(document)
  const { text } = document
  const title = titleOf(document)
  const meetingName =
    ABOUT_MEETING.has(kind) || kind === 'team_material' || kind === 'personal_material'
      ? nameOfMeeting(title, text, path)
      : null
  const year = Number(YEAR_OF_MEETING.exec(`${title} ${beginningOf(text, 'opening')}`)?.[1] ?? Number.NaN)
  const known = Number.isNaN(year) ? null : year
  const date = ownDate(kind, document, path)
  const isAbout = ABOUT_MEETING.has(kind)
  return {
    path,
    document,
    kind,
    reason,
    title,
    year: known,
    date,
    meetingDate: isAbout ? meetingDateIn(kind, document, { path, year: known }) : null,
    meetingPlace: isAbout ? placeIn(kind, document, path) : null,
    meetingName,
    entitled: isAbout ? statedNumber(text, PEOPLE.entitled, path) : null,
    present: isAbout ? statedNumber(text, PEOPLE.present, path) : null,
    absent: isAbout ? statedNumber(text, PEOPLE.absent, path) : null,
    attendees: kind === 'minutes' || kind === 'attendance' ? attendeesOf(document, path) : [],
    counts: COUNTING.has(kind) ? countsIn(kind, text, path) : [],
    talks:
      kind === 'talk_record' ? talksIn(document, path, date === null ? known : Number(date.value.slice(0, 4))) : [],
    remarks: kind === 'remark_summary' ? remarksInTables(document) : kind === 'minutes' ? remarksInText(text) : [],
    items: ['opinion_summary', 'problem_list', 'rectification_list'].includes(kind) ? itemsIn(document) : [],
  }
}

function nameOfMeeting(title: string, text: string, path: string): Stated<string> | null {
  const match = /(\d{4})\s*年(?:度)?\s*(?:专题)?(民主生活会|组织生活会)/.exec(title)
  if (match === null) return null
  const start = Math.max(text.indexOf(match[0]), 0)
  return { value: `${match[1]}年度${match[2]}`, path, start, end: start + match[0].length }
}

/** The day a record is of, or a paper was signed. */
function ownDate(kind: MeetingDocumentKind, document: SourceDocument, path: string): Stated<string> | null {
  const { text } = document
  const stated = (words: string, at: number): Stated<string> | null => {
    const [first] = datesIn(words)
    return first === undefined ? null : { value: first.date, path, start: at + first.start, end: at + first.end }
  }
  if (RECORDS.has(kind)) {
    const label = labelled(beginningOf(text, 'labels'), document.tables, /(?:会议|学习|谈话|谈心|召开)?(?:时间|日期)/)
    const found = label === null ? null : stated(label.words, label.start)
    if (found !== null) return found
    return stated(beginningOf(text, 'title'), 0)
  }
  // A signature's date stands alone on the last lines; a material's may stand in brackets under the title.
  const lines = text.split('\n')
  let end = text.length
  for (const line of lines.toReversed().slice(0, 6)) {
    const start = end - line.length
    const [found] = datesIn(line)
    if (found !== undefined && line.trim().length - (found.end - found.start) <= 24)
      return { value: found.date, path, start: start + found.start, end: start + found.end }
    end = start - 1
  }
  const top = /(?:^|\n)[\s　（(]*(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)[^\n]{0,20}/.exec(beginningOf(text, 'title'))
  return top === null ? null : stated(top[0], top.index)
}

const MEETING = /民主生活会|组织生活会/
const HELD = /召开|举行|定于|召集/

function meetingDateIn(
  kind: MeetingDocumentKind,
  document: SourceDocument,
  { path, year }: { path: string; year: number | null },
): Stated<string> | null {
  if (kind === 'minutes' || kind === 'attendance') return ownDate(kind, document, path)
  const { text } = document
  for (const { 0: sentence, index } of beginningOf(text, 'pages').matchAll(/[^。；\n]{6,300}/g)) {
    const isPlanned = (kind === 'plan' || kind === 'notice') && /[拟定]于/.test(sentence)
    if (!(MEETING.test(sentence) || isPlanned) || !HELD.test(sentence) || /上(?:一)?年度|去年|上次/.test(sentence))
      continue
    const named = Number(/(\d{4})\s*年度\s*(?:专题)?(?:民主|组织)生活会/.exec(sentence)?.[1] ?? Number.NaN)
    if (year !== null && !Number.isNaN(named) && named !== year) continue
    const place = HELD.exec(sentence)?.index ?? 0
    const found = datesIn(sentence, year === null ? null : year + 1).filter(
      ({ start }) => Math.abs(start - place) <= 40,
    )
    const [first] = found
    if (first !== undefined && found.length === 1)
      return { value: first.date, path, start: index + first.start, end: index + first.end }
  }
  return null
}

function placeIn(kind: MeetingDocumentKind, document: SourceDocument, path: string): Stated<string> | null {
  const { text } = document
  const clean = (words: string, start: number): Stated<string> | null => {
    const value = words.replace(/[。；，,、\s].*$/s, '').trim()
    return value.length >= 3 && value.length <= 30 ? { value, path, start, end: start + value.length } : null
  }
  if (kind === 'minutes' || kind === 'attendance' || kind === 'notice') {
    const label = labelled(beginningOf(text, 'labels'), document.tables, /(?:会议|召开)?地点/)
    if (label !== null) return clean(label.words, label.start)
  }
  if (kind !== 'plan' && kind !== 'notice') return null
  const match =
    /地点(?:设)?(?:在|为|是)([^。；，\n]{3,30})|(?:召开|举行)[^。\n]{0,10}，?在([^。；，\n]{3,24}(?:会议室|室|楼|厅))|在([^。；，\n]{3,24}(?:会议室|活动室|礼堂|报告厅))(?:召开|举行)/.exec(
      text,
    )
  const words = match?.slice(1).find((group) => group !== undefined)
  return match === null || words === undefined ? null : clean(words, match.index + match[0].indexOf(words))
}

function attendeesOf(document: SourceDocument, path: string): Stated<string>[] {
  const inTables = attendeesInTables(document, path)
  if (inTables.length > 0) return inTables
  const label = labelled(
    beginningOf(document.text, 'labels'),
    document.tables,
    /(?:出席|参加|参会|到会)(?:会议)?(?:人员|党员|成员|同志)?/,
  )
  if (label === null) return []
  return namesInCell(label.words)
    .filter(({ kind }) => kind === 'person')
    .map(({ name, start, end }) => ({ value: name, path, start: label.start + start, end: label.start + end }))
}

/** Lists speak of single opinions, not of all. */
const LISTS: ReadonlySet<MeetingDocumentKind> = new Set(['problem_list', 'rectification_list', 'remark_summary'])

/** What is counted, and how texts say it. Narrow on purpose: a number that counts something else must not be compared. */
const COUNTS: readonly (readonly [CountedThing, RegExp])[] = [
  [
    'opinions',
    /(?:征求|征集|收集|听取|归并|梳理|整理|汇总|合并)[^。；\n]{0,60}?(?:意见(?:和)?(?:建议)?|后|一共|共)[^\d第]{0,6}?(\d{1,4})\s*条(?!措施)/,
  ],
  [
    'talks',
    /(?:谈心谈话|谈心|谈话)[^。；\n]{0,80}?共(?:计|开展)?\D{0,4}(\d{1,4})\s*(?:人次|次)|(?:开展|进行)(?:谈心谈话|谈心|谈话)\D{0,4}(\d{1,4})\s*(?:人次|次)/,
  ],
  [
    'teamProblems',
    /(?:班子|支部|支委会|党组)[^。；\n]{0,24}(?:查摆|检视|找出|列出|梳理)(?:出)?(?:班子)?(?:存在)?(?:的)?(?:主要|突出)?问题\D{0,2}(\d{1,3})\s*[个条项]/,
  ],
  ['measures', /(?:制定|提出|细化)(?:了)?(?:整改)?措施\D{0,2}(\d{1,3})\s*[条项个]/],
  ['remarks', /提出(?:批评意见\D{0,2}(\d{1,3})\s*条|(\d{1,3})\s*条批评意见)/],
]

function countsIn(kind: MeetingDocumentKind, text: string, path: string): FileFacts['counts'] {
  const wanted = COUNTS.filter(([thing]) => thing !== 'opinions' || !LISTS.has(kind))
  const stated = wanted.flatMap(([thing, pattern]) =>
    allNumbers(text, pattern, path)
      .filter(({ start, end }) => !/上(?:一)?年度|去年|对我|对本人/.test(text.slice(start, end)))
      .map((found) => ({ ...found, thing })),
  )
  return [...stated, ...studyCountsIn(text).map((found) => ({ ...found, path, thing: 'studies' as const }))]
}

const SPEAKS_FIRST = /(\p{Script=Han}{2,4})(?:同志)?(?:作|做|进行)(?:个人)?(?:对照检查|对照剖析|自我批评|检视剖析)/gu

/** Who criticised whom: below whose 对照检查 a name and a colon stand. */
function remarksInText(text: string): Remark[] {
  const turns = [...text.matchAll(SPEAKS_FIRST)].filter(([, name = '']) => isName(name))
  return turns.flatMap(({ 1: of = '', index }, i) => {
    const stretch = text.slice(index, turns[i + 1]?.index ?? text.length)
    const said = [
      ...stretch.matchAll(
        /(?:^|\n)[\s　（(一二三四五六七八九十\d）).、]*(\p{Script=Han}{2,4}|\p{Script=Han}[ 　]{1,2}\p{Script=Han})(?:同志)?(?:[（(][^（()）]{0,20}[)）])?[:：—]/gu,
      ),
    ]
    return said
      .map(([, name = '']) => name.replace(/[ 　]/g, ''))
      .filter((name) => name !== of && isName(name))
      .map((by) => ({ by, of }))
  })
}
