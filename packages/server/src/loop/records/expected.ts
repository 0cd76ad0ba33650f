import {
  absentKinds,
  askedOf,
  memberships,
  type PostRole,
  type RecordExpected,
  type RecordKind,
} from '@duizhao/contract'
import type { PostSpan } from '../../office/posts/index.ts'

/**
 * Whose posts make somebody due to come (应到), by the circle a kind calls; who only sits in (列席) never is. Everybody of a
 * branch lives in it; everybody of a party group is its team.
 */
export const circleRoles: Readonly<Record<Exclude<RecordExpected, 'none'>, readonly PostRole[]>> = {
  team: memberships.team,
  committee: memberships.committee,
  members: [...memberships.team, ...memberships.members],
}

/** Who may write down what a body did because of his post there. */
export const writerRoles: readonly PostRole[] = ['secretary', 'deputy_secretary', 'head']

interface Held {
  readonly organisationId: string
  readonly kinds: readonly RecordKind[]
  readonly onDay: string
}

/** Whose posts in a body put them into a circle on a day. */
export function expectedIn(
  circle: Exclude<RecordExpected, 'none'>,
  { bodyId, day }: { readonly bodyId: string; readonly day: string },
  posts: readonly PostSpan[],
): Set<string> {
  const due = posts.filter(
    (post) =>
      post.bodyId === bodyId &&
      circleRoles[circle].includes(post.role) &&
      post.fromOn <= day &&
      (post.toOn ?? '9999') >= day,
  )
  return new Set(due.map(({ personId }) => personId))
}

/** The people who were due to come, each once; null where nobody was, or no post of that day is known. */
export function expectedAt({ organisationId, kinds, onDay }: Held, posts: readonly PostSpan[]): Set<string> | null {
  const { expected } = askedOf(kinds)
  if (expected === 'none') return null
  const due = expectedIn(expected, { bodyId: organisationId, day: onDay }, posts)
  return due.size === 0 ? null : due
}

/** How many were due and came (应到、实到): the due less those who were away; a guest who stayed away changes nothing. */
export function attendanceAt(
  held: Held,
  posts: readonly PostSpan[],
  participants: readonly { readonly personId: string; readonly kind: string }[],
): { readonly expected: number; readonly present: number } | null {
  const due = expectedAt(held, posts)
  if (due === null) return null
  const away = participants.filter(
    ({ personId, kind }) => absentKinds.some((absent) => absent === kind) && due.has(personId),
  )
  return { expected: due.size, present: due.size - new Set(away.map(({ personId }) => personId)).size }
}
