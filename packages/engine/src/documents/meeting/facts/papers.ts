import { allOf, type ComplianceFacts, type PaperFact, type RivalFact, someOf } from '../../../compliance/facts.ts'
import { type Place, wholeFile } from '../../../findings/place.ts'
import {
  type MeetingDocumentKind,
  meetingDocumentKinds,
  meetingDocumentNames,
} from '../../../standards/meeting-papers.ts'
import { daysBetween } from '../../../wording/days.ts'
import { bigramsOf, dice } from '../../../wording/likeness.ts'
import { titleOf } from '../papers/kind-of-meeting-document.ts'
import type { FileFacts, MeetingFacts, Stated } from '../meeting-facts.ts'
import { filesOf, nameOf, ownerOf, placeOf } from '../meeting-files.ts'

/** With fewer kinds of papers a folder is no archive, and nobody expects the rest in it. */
const ARCHIVE = 6
const OF_THE_MEETING: readonly MeetingDocumentKind[] = ['minutes', 'attendance', 'meeting_report']
/** A day further from the meeting than this was read from something else. */
const FURTHEST = 200

/** The day of a paper, if it can be of this meeting. */
export function dayOfMeeting({ date: own }: FileFacts, date: string | null): Stated<string> | null {
  return own === null || date === null || Math.abs(daysBetween(own.value, date)) > FURTHEST ? null : own
}

const LISTS: readonly MeetingDocumentKind[] = ['problem_list', 'rectification_list']
/** A title that announces both lists: 问题清单和整改清单, 查摆问题及整改措施清单. */
const BOTH_LISTS = /问题清单.{0,8}整改.{0,6}清单|问题.{0,4}[和与及、].{0,4}整改.{0,6}清单/

/** The papers of the folder; all there are, if it is an archive of a meeting that was held. */
export function papersOf(meeting: MeetingFacts): ComplianceFacts<Place>['papers'] {
  const kinds = new Set<MeetingDocumentKind>(meeting.files.map(({ kind }) => kind).filter((kind) => kind !== 'other'))
  const isArchive = kinds.size >= ARCHIVE && OF_THE_MEETING.some((kind) => kinds.has(kind))
  const papers = filesOf(meeting, ...meetingDocumentKinds).flatMap((file): PaperFact<Place>[] => {
    const day = dayOfMeeting(file, meeting.date)
    const isBothLists = LISTS.includes(file.kind) && BOTH_LISTS.test(titleOf(file.document))
    return (isBothLists ? LISTS : [file.kind]).map((kind) => ({
      kind,
      day: day?.value ?? null,
      where: day === null ? wholeFile(file.path) : placeOf(day),
    }))
  })
  return isArchive ? allOf(papers) : someOf(papers)
}

/** Papers of which a meeting has one. */
const ONCE: readonly MeetingDocumentKind[] = [
  'notice',
  'team_material',
  'minutes',
  'meeting_report',
  'closing_speech',
  'agenda',
]

/** Papers that are different drafts of one. */
export function rivalsOf(meeting: MeetingFacts): RivalFact<Place>[] {
  const materials = filesOf(meeting, 'personal_material')
  const groups = [
    ...ONCE.map((kind) => ({ name: meetingDocumentNames[kind], files: filesOf(meeting, kind) })),
    ...meeting.members.map((member) => ({
      name: `${member}的个人对照检查材料`,
      files: materials.filter((file) => ownerOf(file, meeting.members) === member),
    })),
  ]
  return groups.flatMap(({ name, files }) =>
    areDrafts(files)
      ? [{ name, papers: files.map(({ path }) => ({ name: nameOf(path), where: wholeFile(path) })) }]
      : [],
  )
}

const ALIKE = 0.5

/** Papers that share little are no drafts of one another; copies of one text are but one paper and lie apart already. */
function areDrafts(files: readonly FileFacts[]): boolean {
  const [first, ...others] = files.map(({ document }) => bigramsOf(document.text.replace(/\s+/g, '')))
  return first !== undefined && others.some((other) => dice(first, other) >= ALIKE)
}
