import { ALL_IS_DUE, allOf, type ComplianceFacts, nothingKnown, someOf } from '../../../compliance/facts.ts'
import { type Place, wholeFile } from '../../../findings/place.ts'
import { daysBetween } from '../../../wording/days.ts'
import type { FileFacts, MeetingFacts } from '../meeting-facts.ts'
import { filesOf, placeOf } from '../meeting-files.ts'

/** A day further from the meeting than this was read from something else. */
const FURTHEST = 200
/** With fewer talks, or fewer members talked with by the head, the records are not kept here. */
const LEAST_TALKS = 3

/**
 * What the papers of a folder tell of its meeting. People are their names. A finished folder is judged: all is due. What
 * papers of a kind do not tell is taken for not done only where most of it is told, so that they surely mean to tell it.
 */
export function complianceFactsOf(meeting: MeetingFacts): ComplianceFacts<Place> {
  const { date, head, members } = meeting
  return {
    ...nothingKnown,
    asOf: ALL_IS_DUE,
    day: date,
    members: members.length === 0 ? null : members,
    head,
    talks: talksOf(meeting),
    turnouts: filesOf(meeting, 'minutes', 'attendance').flatMap(({ entitled, present }) =>
      entitled === null
        ? []
        : [{ entitled: entitled.value, present: present?.value ?? null, where: placeOf(entitled) }],
    ),
    reports: someOf(
      filesOf(meeting, 'meeting_report').flatMap((file) => {
        const day = dayNear(date, file)
        return day === null ? [] : [{ day: day.value, where: placeOf(day) }]
      }),
    ),
  }
}

function talksOf(meeting: MeetingFacts): ComplianceFacts<Place>['talks'] {
  const { members, head } = meeting
  const files = filesOf(meeting, 'talk_record')
  const talks = files
    .flatMap((file) => file.talks)
    .map(({ people: [by, other], date, from, to, ...place }) => ({
      by,
      with: [other],
      day: date,
      from,
      to,
      where: placeOf(place),
    }))
  const others = members.filter((name) => name !== head)
  const withHead = others.filter((name) =>
    talks.some(({ by, with: [other] }) => (by === head && other === name) || (by === name && other === head)),
  )
  const isAll = talks.length >= LEAST_TALKS && withHead.length * 2 >= others.length
  const [first] = files
  return (isAll ? allOf : someOf)(talks, first === undefined ? null : wholeFile(first.path))
}

/** The day of a paper, if it can be of this meeting. */
function dayNear(date: string | null, { date: own }: FileFacts): FileFacts['date'] {
  return own === null || date === null || Math.abs(daysBetween(own.value, date)) > FURTHEST ? null : own
}
