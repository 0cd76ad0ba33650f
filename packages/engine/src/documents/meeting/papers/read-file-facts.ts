import type { SourceDocument } from '../../../reading/source-document.ts'
import type { MeetingDocumentKind } from '../../../standards/meeting-papers.ts'
import { kindOfMeetingDocument, titleOf } from './kind-of-meeting-document.ts'
import { countsInText } from './counts/counts-in-text.ts'
import type { FileFacts, Stated } from '../meeting-facts.ts'
import { itemsIn } from './read-items.ts'
import { remarksInTables, remarksInText } from './read-remarks.ts'
import { talksIn } from './read-talks.ts'
import { meetingDateIn, ownDate } from './stated-dates.ts'
import { attendeesOf, statedPeople } from './stated-people.ts'
import { placeIn } from './stated-place.ts'
import { beginningOf } from '../../../wording/beginnings.ts'

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
const COUNTING: ReadonlySet<MeetingDocumentKind> = new Set([
  'team_material',
  'opinion_summary',
  'meeting_report',
  'publication',
  'minutes',
  'rectification_list',
  'problem_list',
])

const NAMED_MEETING = /(\d{4})\s*年(?:度)?\s*(?:专题)?(民主生活会|组织生活会)/
const YEAR_OF_MEETING = /(\d{4})\s*年?度?(?=(?:度)?\s*(?:专题)?(?:民主生活会|组织生活会))/

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
    entitled: isAbout ? statedPeople(text, 'entitled', path) : null,
    present: isAbout ? statedPeople(text, 'present', path) : null,
    absent: isAbout ? statedPeople(text, 'absent', path) : null,
    attendees: kind === 'minutes' || kind === 'attendance' ? attendeesOf(document, path) : [],
    counts: COUNTING.has(kind) ? countsIn(kind, text, { path, year: known }) : [],
    talks:
      kind === 'talk_record' ? talksIn(document, path, date === null ? known : Number(date.value.slice(0, 4))) : [],
    remarks: kind === 'remark_summary' ? remarksInTables(document) : kind === 'minutes' ? remarksInText(text) : [],
    items: ['opinion_summary', 'problem_list', 'rectification_list'].includes(kind) ? itemsIn(document) : [],
  }
}

function nameOfMeeting(title: string, text: string, path: string): Stated<string> | null {
  const match = NAMED_MEETING.exec(title)
  if (match === null) return null
  const start = Math.max(text.indexOf(match[0]), 0)
  return { value: `${match[1]}年度${match[2]}`, path, start, end: start + match[0].length }
}

/** Papers that list what they speak of item by item: a number in them may be of one item. */
const LISTS: ReadonlySet<MeetingDocumentKind> = new Set(['problem_list', 'rectification_list', 'remark_summary'])

function countsIn(
  kind: MeetingDocumentKind,
  text: string,
  { path, year }: { path: string; year: number | null },
): FileFacts['counts'] {
  const counts = countsInText(text, year).filter(({ thing }) => thing !== 'opinions' || !LISTS.has(kind))
  return counts.map((count) => ({ ...count, path }))
}
