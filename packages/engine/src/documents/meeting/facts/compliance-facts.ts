import { ALL_IS_DUE, type ComplianceFacts, nothingKnown, someOf } from '../../../compliance/facts.ts'
import type { Place } from '../../../findings/place.ts'
import type { MeetingFacts } from '../meeting-facts.ts'
import { filesOf, placeOf } from '../meeting-files.ts'
import { appraisalsIn } from '../papers/read-appraisal.ts'
import { opinionsOf, priorProblemsOf, problemsOf } from './answered-in-lists.ts'
import { dayOfMeeting, papersOf, rivalsOf } from './papers.ts'
import { materialsOf, remarksOf, talksOf } from './people.ts'
import { agendasOf, freezeOf, studiesOf } from './steps.ts'

/**
 * What the papers of a folder tell of its meeting. People are their names. A folder is judged when all is over and due.
 * What its papers do not tell is taken for not done only where they tell most of it, so that they surely mean to tell all.
 */
export function complianceFactsOf(meeting: MeetingFacts): ComplianceFacts<Place> {
  const { date, head, members } = meeting
  return {
    ...nothingKnown,
    asOf: ALL_IS_DUE,
    day: date,
    members: members.length === 0 ? null : members,
    head,
    papers: papersOf(meeting),
    rivals: rivalsOf(meeting),
    studies: studiesOf(meeting),
    talks: talksOf(meeting),
    freeze: freezeOf(meeting),
    materials: materialsOf(meeting),
    turnouts: filesOf(meeting, 'minutes', 'attendance').flatMap(({ entitled, present }) =>
      entitled === null
        ? []
        : [{ entitled: entitled.value, present: present?.value ?? null, where: placeOf(entitled) }],
    ),
    agendas: agendasOf(meeting),
    remarks: remarksOf(meeting),
    priorProblems: priorProblemsOf(meeting),
    opinions: opinionsOf(meeting),
    problems: problemsOf(meeting),
    reports: someOf(
      filesOf(meeting, 'meeting_report').flatMap((file) => {
        const day = dayOfMeeting(file, date)
        return day === null ? [] : [{ day: day.value, where: placeOf(day) }]
      }),
    ),
    appraisals: filesOf(meeting, 'appraisal', 'minutes', 'meeting_report')
      .flatMap(appraisalsIn)
      .map(({ grades, rated, members: all, ...place }) => ({
        excellent: grades.excellent,
        base: all ?? rated,
        isBaseAllMembers: all !== null,
        where: placeOf(place),
      })),
  }
}
