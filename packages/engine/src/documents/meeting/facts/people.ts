import { allOf, type ComplianceFacts, someOf } from '../../../compliance/facts.ts'
import { talkedTogether } from '../../../compliance/people.ts'
import { type Place, wholeFile } from '../../../findings/place.ts'
import type { FileFacts, MeetingFacts } from '../meeting-facts.ts'
import { filesOf, ownerOf, placeOf } from '../meeting-files.ts'

/** With fewer talks, or most members not talked with by the head, the records are kept elsewhere. */
const LEAST_TALKS = 3

export function talksOf(meeting: MeetingFacts): ComplianceFacts<Place>['talks'] {
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
  const withHead = others.filter((name) => head !== null && talks.some((talk) => talkedTogether(talk, head, name)))
  const isTold = talks.length >= LEAST_TALKS && withHead.length * 2 >= others.length
  return (isTold ? allOf : someOf)(talks, firstOf(files))
}

/** Personal materials. Where most members have none, they are not kept here. */
export function materialsOf(meeting: MeetingFacts): ComplianceFacts<Place>['materials'] {
  const { members } = meeting
  const files = filesOf(meeting, 'personal_material')
  const owned = files.map((file) => ({ ownerId: ownerOf(file, members), where: wholeFile(file.path) }))
  const isTold = members.length >= 2 && new Set(owned.map(({ ownerId }) => ownerId)).size * 2 >= members.length
  const ofMembers = owned.flatMap(({ ownerId, where }) =>
    ownerId === null ? [] : [{ ownerId, isApproved: null, approvedOn: null, where }],
  )
  return (isTold ? allOf : someOf)(ofMembers, firstOf(files))
}

/** Who criticised whom, as each paper tells it. One that tells of few of the members does not mean to tell of all. */
export function remarksOf(meeting: MeetingFacts): ComplianceFacts<Place>['remarks'] {
  const { members } = meeting
  return filesOf(meeting, 'minutes', 'remark_summary').map(({ remarks, path }) => {
    const items = remarks.map(({ by, of }) => ({ by, of: of.replace(/[\s　]/g, ''), isConcrete: null }))
    const criticised = new Set(items.filter(({ by }) => members.includes(by)).map(({ of }) => of))
    const known = members.filter((name) => criticised.has(name))
    const isTold = members.length >= 3 && known.length * 3 >= members.length * 2
    return (isTold ? allOf : someOf)(items, wholeFile(path))
  })
}

function firstOf([first]: readonly FileFacts[]): Place | null {
  return first === undefined ? null : wholeFile(first.path)
}
