import type { DutyFacts } from '@duizhao/engine/duties'
import { daysAfter } from '@duizhao/engine/wording'
import { dateInChina, holidaysOf, isWorking, readExceptions } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { dutiesSetBy, type DutyRow } from './duty-queries.ts'
import {
  type Body,
  keepingOf,
  type PartRow,
  partsTaken,
  type PostRow,
  postsWithin,
  type RecordRow,
  recordsWithin,
  type WaiverRow,
  waiversOf,
  type Window,
} from './facts-queries.ts'
import { owes } from './owes.ts'

/** All that says what one body owes in a year and what it did. */
export interface BodyFacts {
  readonly body: Body
  readonly duties: readonly DutyRow[]
  readonly posts: readonly PostRow[]
  /** Its own, and those elsewhere of who holds a post in it. */
  readonly records: readonly RecordRow[]
  readonly parts: ReadonlyMap<string, readonly PartRow[]>
  readonly waivers: readonly WaiverRow[]
  readonly keepsFrom: string | null
  readonly keepingVersion: number | null
}

/** The year that is asked about, and the day of asking. */
export interface YearAsked {
  readonly year: number
  readonly today: string
  readonly calendar: DutyFacts['calendar']
}

/** A year as it is asked about now. */
export async function yearAsked(db: Database | Tx, year: number, now: Date): Promise<YearAsked> {
  const exceptions = await readExceptions(db)
  return {
    year,
    today: dateInChina(now),
    calendar: {
      holidays: [year - 1, year, year + 1].flatMap((each) => holidaysOf(each)),
      isWorkday: (day) => isWorking(day, exceptions),
    },
  }
}

/** Periods reach so far over the ends of a year. */
const DAYS_AROUND_YEAR = 62

/** What is known of some bodies in a year: the same few questions for one and for hundreds. */
export async function factsOf(db: Database | Tx, bodies: readonly Body[], year: number): Promise<BodyFacts[]> {
  const bodyIds = bodies.map(({ id }) => id)
  const around = {
    from: daysAfter(`${year}-01-01`, -DAYS_AROUND_YEAR),
    to: daysAfter(`${year}-12-31`, DAYS_AROUND_YEAR),
  }
  const [duties, posts, waivers, keeping] = await Promise.all([
    dutiesSetBy(db, [...new Set(bodies.flatMap(({ path }) => path))]),
    postsWithin(db, bodyIds, around),
    waiversOf(db, bodyIds),
    keepingOf(db, bodyIds),
  ])
  const people = peopleWhoOwe(duties, posts)
  const records = await recordsWithin(db, { bodyIds, people }, windowOf(duties, around))
  const parts = Map.groupBy(
    await partsTaken(
      db,
      records.map(({ id }) => id),
      people,
    ),
    ({ recordId }) => recordId,
  )
  const [postsOf, waiversIn] = [Map.groupBy(posts, inBody), Map.groupBy(waivers, inBody)]
  const keepingIn = new Map(keeping.map((each) => [each.bodyId, each]))
  const recordsOf = byBody(records, parts, postsOf)
  return bodies.map((body) => ({
    body,
    duties: duties.filter((duty) => owes(body, duty)),
    posts: postsOf.get(body.id) ?? [],
    records: recordsOf(body.id),
    parts,
    waivers: waiversIn.get(body.id) ?? [],
    keepsFrom: keepingIn.get(body.id)?.fromOn ?? null,
    keepingVersion: keepingIn.get(body.id)?.version ?? null,
  }))
}

function inBody({ bodyId }: { readonly bodyId: string }): string {
  return bodyId
}

function peopleWhoOwe(duties: readonly DutyRow[], posts: readonly PostRow[]): string[] {
  const roles = new Set(duties.flatMap(({ owedRoles }) => owedRoles))
  return [...new Set(posts.filter(({ role }) => roles.has(role)).map(({ personId }) => personId))]
}

/** What is owed once may have been done years ago. */
function windowOf(duties: readonly DutyRow[], { from, to }: Window): Window {
  const since = duties.filter(({ per }) => per === 'once').map(({ fromOn }) => fromOn)
  return { from: [from, ...since].toSorted()[0] ?? from, to }
}

/** The records of each body: found by its id or by who did them, not by going through all for every body. */
function byBody(
  records: readonly RecordRow[],
  parts: ReadonlyMap<string, readonly PartRow[]>,
  postsOf: ReadonlyMap<string, readonly PostRow[]>,
): (bodyId: string) => RecordRow[] {
  const ofBody = Map.groupBy(records, inBody)
  const ofPerson = new Map<string, RecordRow[]>()
  for (const record of records) {
    const talkedTo = (parts.get(record.id) ?? []).filter(({ kind }) => kind === 'talked_to')
    for (const person of [record.hostId ?? '', ...talkedTo.map(({ personId }) => personId)])
      ofPerson.set(person, [...(ofPerson.get(person) ?? []), record])
  }
  return (bodyId) => {
    const people = new Set(postsOf.get(bodyId)?.map(({ personId }) => personId) ?? [])
    const theirs = [...people].flatMap((person) => ofPerson.get(person) ?? [])
    return [...new Set([...(ofBody.get(bodyId) ?? []), ...theirs])]
  }
}
