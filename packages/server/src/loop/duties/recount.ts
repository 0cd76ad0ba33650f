import { daysAfter } from '@duizhao/engine/wording'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import type { Happening } from '../../platform/feature.ts'
import type { Job } from '../../platform/jobs/index.ts'
import type { OrganisationPath } from '../../platform/access.ts'
import { bodiesBelow, bodiesOfPeople, deleteOrphans } from './standing-queries.ts'
import { countStandings } from './standings.ts'

/** So many bodies are counted in one transaction, that nobody who enters a record waits long. */
const BODIES_AT_ONCE = 200
/** So many are counted at once with a change of what they owe; more than that in the background. */
const BODIES_BY_THE_WAY = 30
/** A week, or the days before a holiday, reach so far into another year. */
const DAYS_AROUND = 31
/** A post may be entered that began long ago: only so many years are counted anew for it. */
const MOST_YEARS = 3

/** What a record or a post changes is counted in its transaction: of its body, and of the bodies of whom it names. */
export async function follow(tx: Tx, { of, organisationId, days, people, now }: Happening): Promise<void> {
  // No duty is met by a paper.
  if (of === 'paper') return
  const bodies = [...new Set([organisationId, ...(await bodiesOfPeople(tx, people))])]
  const touched = days.flatMap((day) => [daysAfter(day, -DAYS_AROUND), daysAfter(day, DAYS_AROUND)]).map(yearOf)
  // With its first record a body begins to keep them, and this year is known from then on.
  const years = of === 'record' ? [...touched, yearOf(dateInChina(now))] : yearsSince(touched, now)
  await countStandings(tx, bodies, { years: [...new Set(years)], now })
}

/** All the years of a post, but of those before the last few nobody looks at the board any more. */
function yearsSince(touched: readonly number[], now: Date): number[] {
  const last = yearOf(dateInChina(now))
  const first = Math.max(Math.min(last, ...touched), last - MOST_YEARS + 1)
  return Array.from({ length: last - first + 1 }, (_, no) => first + no)
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

/** Counts anew what the duties of an organisation change, for few bodies now, for many in the background. */
export async function recountBelow(context: Context, tx: Tx, path: OrganisationPath): Promise<void> {
  const { now, enqueue } = context
  const bodies = await bodiesBelow(tx, path, { after: null, limit: BODIES_BY_THE_WAY + 1 })
  if (bodies.length <= BODIES_BY_THE_WAY) await countStandings(tx, bodies, { years: currentYears(now), now })
  else await enqueue(tx, recountDuties, { path: [...path] })
}

/** This year, and the one before it: what belongs to it is still being entered. */
function currentYears(now: Date): number[] {
  const year = yearOf(dateInChina(now))
  return [year - 1, year]
}

async function recount(db: Database, path: OrganisationPath | null, now: Date): Promise<void> {
  for (let after: string | null = null; ;) {
    const bodies: string[] = await bodiesBelow(db, path, { after, limit: BODIES_AT_ONCE })
    if (bodies.length === 0) return
    await transaction(db, (tx) => countStandings(tx, bodies, { years: currentYears(now), now }))
    after = bodies.at(-1) ?? null
  }
}

export const recountDuties: Job<{ readonly path: readonly string[] }> = {
  name: 'recount-duties',
  work: ({ db, now }, { path }) => recount(db, path, now),
}

/** With the day that begins, what was not due becomes missing. */
export const recountEachNight: Job = {
  name: 'recount-duties-each-night',
  schedule: '5 0 * * *',
  longestSeconds: 3_600,
  async work({ db, now }) {
    await transaction(db, deleteOrphans)
    await recount(db, null, now)
  },
}
