import {
  type Duty,
  type DutyFacts,
  type DutyYear,
  isCredited,
  occurrences,
  type OpenSpan,
} from '@duizhao/engine/duties'
import type { BodyFacts, YearAsked } from './body-facts.ts'
import type { DutyRow } from './duty-queries.ts'
import type { PostRow, RecordRow } from './facts-queries.ts'

/** What one body, or one who holds a post in it, owes of one duty in a year. */
export interface BodyLine extends DutyYear {
  readonly duty: DutyRow
  readonly person: { readonly id: string; readonly name: string } | null
}

/** All that a body and those who hold posts in it owe in a year, with what became of it. */
export function linesOf(facts: BodyFacts, asked: YearAsked): BodyLine[] {
  return facts.duties
    .flatMap((duty) => (duty.owedRoles.length === 0 ? [bodyLine(duty, facts, asked)] : personLines(duty, facts, asked)))
    .filter((line) => line.occurrences.length > 0)
}

function bodyLine(duty: DutyRow, facts: BodyFacts, asked: YearAsked): BodyLine {
  const { whereRole } = duty
  const where = whereRole === null ? null : facts.posts.filter(({ role }) => role === whereRole).map(spanOf)
  const known = {
    ...sharedFacts(facts, asked),
    records: facts.records.filter(({ bodyId }) => bodyId === facts.body.id),
    waivers: facts.waivers.filter(({ dutyId, personId }) => dutyId === duty.id && personId === null),
    held: where,
    changes: changesIn(facts.posts.filter(({ role }) => role !== 'observer')),
  }
  return { duty, person: null, ...occurrences(toDuty(duty), known, asked.year) }
}

function personLines(duty: DutyRow, facts: BodyFacts, asked: YearAsked): BodyLine[] {
  const posts = facts.posts.filter(({ role }) => duty.owedRoles.includes(role))
  return [...Map.groupBy(posts, ({ personId }) => personId)].map(([id, own]) => {
    const known = {
      ...sharedFacts(facts, asked),
      records: facts.records.filter((record) => isOwnDoing(record, id, facts)),
      waivers: facts.waivers.filter(({ dutyId, personId }) => dutyId === duty.id && personId === id),
      held: own.map(spanOf),
      changes: changesIn(own),
    }
    const person = { id, name: own[0]?.personName ?? '' }
    return { duty, person, ...occurrences(toDuty(duty), known, asked.year) }
  })
}

/** True if a record is what a person did himself, or was at as one of the body. */
function isOwnDoing(record: RecordRow, personId: string, { body, posts, parts }: BodyFacts): boolean {
  const own = parts.get(record.id)?.filter((part) => part.personId === personId) ?? []
  const has = (kind: string): boolean => own.some((part) => part.kind === kind)
  const wasDue =
    record.bodyId === body.id && posts.some((post) => post.personId === personId && isOn(spanOf(post), record.onDay))
  return isCredited(record.kinds as Parameters<typeof isCredited>[0], {
    isHost: record.hostId === personId,
    isParty: has('talked_to'),
    wasThere: wasDue && (has('made_up') || !(has('absent') || has('excused'))),
  })
}

function isOn({ from, to }: OpenSpan, day: string): boolean {
  return from <= day && (to === null || day <= to)
}

function sharedFacts(
  { keepsFrom }: BodyFacts,
  { today, calendar }: YearAsked,
): Pick<DutyFacts, 'keepsFrom' | 'today' | 'calendar'> {
  return { keepsFrom, today, calendar }
}

function spanOf({ fromOn, toOn }: PostRow): OpenSpan {
  return { from: fromOn, to: toOn }
}

function changesIn(posts: readonly PostRow[]): DutyFacts['changes'] {
  return posts.map(({ id, fromOn }) => ({ postId: id, on: fromOn }))
}

/** What is no longer required is owed up to the day on which that was said. */
function toDuty({ fromOn, toOn, withdrawnOn, ...duty }: DutyRow): Duty {
  const to = withdrawnOn === null || (toOn !== null && toOn < withdrawnOn) ? toOn : withdrawnOn
  return { ...duty, from: fromOn, to }
}
