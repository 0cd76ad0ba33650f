import { announcedRole } from '../../outline/announcements.ts'
import type { SectionRole } from '../../standards/field-words.ts'
import { isDeclaration } from '../acts.ts'
import { namesAccount } from '../prior-items.ts'
import { isFrameworkHeading, roleOfHeading } from '../roles.ts'
import type { RoleSection } from '../sections.ts'
import type { Passage } from './passage.ts'
import { type PassageRole, passageRoles, roleShares } from './passage-roles.ts'

/**
 * How much speaks for a role, as the logarithm of a likelihood: tuned on the papers of samples/hands, broad enough that a
 * half more or less changes nothing.
 */
const WEIGHS = {
  /** A label before the passage: 原因：……; the section a heading names, or a sentence announces; the same behind a further heading or list, or no heading at all. */
  label: 12,
  named: 5,
  announced: 3,
  section: 1,
  /** What a line that heads or announces something says of what follows, or that the passage is a declaration. */
  said: 6,
} as const
/** What it takes to be about something else than the passage before: where a heading or a list begins, elsewhere, inside a list. */
const TURN = { atHeading: 0.5, elsewhere: 2, inside: 30 } as const
/** No passage speaks for a role with less. */
const LEAST_SHARE = 0.003

/** The roles of the passages so far, from the last one back. */
interface Course {
  readonly likelihood: number
  readonly role: PassageRole
  readonly before: Course | null
}

/**
 * What each passage is about: of all ways to divide the paper the likeliest, by what the passages say, what heads them and
 * where a turn is likely.
 */
export function likeliestRoles(passages: readonly Passage[], sections: readonly RoleSection[]): readonly PassageRole[] {
  const weights = sections.map(weightOf)
  let courses: readonly Course[] = []
  let held: Held = { role: 'other', weight: WEIGHS.section }
  for (const [i, passage] of passages.entries()) {
    const given = passageRoleOf(sections[passage.section]?.role ?? 'other')
    if (passage.isFirst) held = { role: given, weight: weights[passage.section] ?? WEIGHS.section }
    else if (passage.isBreak) held = heldAfter(passage, given, held)
    const evidence = evidenceOf(passage, given, held)
    const turn = costOfTurn(passage, passages[i - 1])
    courses = passageRoles.flatMap((role, n): Course[] => {
      // What stands in a section of some role is of one of them.
      if (role === 'other' && given !== 'other') return []
      const own = evidence[n] ?? 0
      if (i === 0) return [{ likelihood: own, role, before: null }]
      const before = courses.reduce<{ course: Course; likelihood: number } | null>((best, course) => {
        const likelihood = course.likelihood - (course.role === role ? 0 : turn)
        return best && best.likelihood >= likelihood ? best : { course, likelihood }
      }, null)
      return before ? [{ likelihood: before.likelihood + own, role, before: before.course }] : []
    })
  }
  const roles: PassageRole[] = []
  const last = courses.reduce<Course | null>(
    (best, course) => (best && best.likelihood >= course.likelihood ? best : course),
    null,
  )
  for (let course = last; course; course = course.before) roles.push(course.role)
  return roles.toReversed()
}

/** The role of a section among those of passages. */
export function passageRoleOf(role: SectionRole): PassageRole {
  return passageRoles.find((each) => each === role) ?? 'other'
}

/** How much a section speaks for what stands in it. */
function weightOf({ role, heading, part }: RoleSection): number {
  if (part?.labels) return WEIGHS.label
  if (part?.announces) return WEIGHS.announced
  return heading !== '' && roleSaid(heading, 'other') === role ? WEIGHS.named : WEIGHS.section
}

/** What headings make of the passages below them, and how strongly. */
interface Held {
  readonly role: PassageRole
  readonly weight: number
}

/** A further heading that names a part holds what is below it; one that names none leaves it open, as a new list does. */
function heldAfter(passage: Passage, given: PassageRole, { role, weight }: Held): Held {
  const said = passage.isHeading ? roleSaid(wordsAfterMark(passage), given) : null
  if (said === null) return { role, weight: Math.min(weight, WEIGHS.section) }
  return { role: passageRoleOf(said), weight: said === role ? Math.max(weight, WEIGHS.announced) : WEIGHS.announced }
}

function wordsAfterMark({ line, mark }: Passage): string {
  return line.plain.slice(mark?.to ?? 0)
}

function evidenceOf(passage: Passage, given: PassageRole, held: Held): readonly number[] {
  const { line, isHeading: heads } = passage
  const words = wordsAfterMark(passage)
  const declares = !heads && isDeclaration(words)
  const said = heads ? roleSaid(words, given) : declares ? 'statement' : null
  const announced = heads ? null : roleAnnounced(words)
  // Under the fields of the problems a declaration is told apart by itself.
  const isSettled = given === 'problems' ? declares : given === 'prior_rectification' && ACCOUNTED.test(words)
  const shares = heads || isSettled ? null : roleShares(line.plain)
  return passageRoles.map(
    (role, n) =>
      (shares ? Math.log(Math.max(LEAST_SHARE, shares[n] ?? 0)) : 0) +
      (role === said && !isSettled ? WEIGHS.said : 0) +
      (role === announced ? WEIGHS.announced : 0) +
      (role === held.role ? held.weight : 0) +
      (role === given && role !== held.role ? WEIGHS.section : 0),
  )
}

/** What a short first sentence announces. */
function roleAnnounced(words: string): SectionRole | null {
  const first = /^[^。！？]{2,30}[。！？](?=.)/.exec(words.trim())?.[0]
  return first === undefined ? null : announcedRole(first)
}

/** What was to be done about a problem of last time, and was, belongs to its account. */
const ACCOUNTED = /^\s*(?:存在问题|整改(?:措施|目标|情况)|落实情况|完成情况)[：:]/

/** What a line that heads or announces something says of what follows. */
function roleSaid(words: string, given: PassageRole): SectionRole | null {
  // The name of a problem that is accounted for says nothing of the section.
  if (namesAccount(words)) return null
  const [named, announced] = [roleOfHeading(words), announcedRole(words)]
  if (named === 'prior_rectification' || announced === 'prior_rectification') return 'prior_rectification'
  const own = /[。：:]\s*$/.test(words) ? (announced ?? named) : (named ?? announced)
  // Causes and measures may be told field by field too.
  return own ?? (isFrameworkHeading(words) && given !== 'causes' && given !== 'measures' ? 'problems' : null)
}

/** Paragraphs that begin alike are one list. */
const PARALLEL = /^\s*(?:针对|关于)[“"]/

function costOfTurn(passage: Passage, before: Passage | undefined): number {
  if (!before || (before.isHeading && !passage.isHeading && !passage.isApart)) return TURN.inside
  const { mark } = passage
  if (passage.section !== before.section) return TURN.atHeading
  if (PARALLEL.test(passage.line.plain) && PARALLEL.test(before.line.plain)) return TURN.inside
  if (mark && before.mark?.key === mark.key && mark.ordinal === before.mark.ordinal + 1 && !passage.isHeading)
    return TURN.inside
  return passage.isHeading || passage.isApart || (mark?.ordinal === 1 && before.mark?.ordinal !== 1)
    ? TURN.atHeading
    : TURN.elsewhere
}
