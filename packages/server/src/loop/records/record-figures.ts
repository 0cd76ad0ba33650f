import {
  absentKinds,
  type RecordFigures,
  recordKindFacts,
  recordKinds,
  recordNumbers,
  type RecordNumbers,
} from '@duizhao/contract'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import { readableBody } from './bodies.ts'
import { attendanceAt } from './expected.ts'
import { namedIn } from './kept-queries.ts'
import { countedRecords, type RecordFilters } from './list-queries.ts'
import { postsAround } from './present-records.ts'

/** The numbers of a body's kept records: those of every row together, and how often each kind was done. */
export async function readRecordFigures(
  { db, actor, now }: ActorContext,
  organisationId: string,
  filters: RecordFilters,
): Promise<RecordFigures> {
  const body = await readableBody(db, { actor, today: dateInChina(now) }, organisationId)
  return figuresOf(db, body.id, filters)
}

async function figuresOf(db: Database, organisationId: string, filters: RecordFilters): Promise<RecordFigures> {
  const rows = await countedRecords(db, organisationId, filters)
  const [posts, away] = await Promise.all([
    postsAround(db, rows),
    namedIn(
      db,
      rows.map(({ id }) => id),
      absentKinds,
    ),
  ])
  const attendances = rows.map((row) => attendanceAt(row, posts, away.get(row.id) ?? []))
  const hoursOf = (some: typeof rows): number => sum(some.map(({ hours }) => hours ?? 0))
  const byKind = recordKinds.flatMap((kind) => {
    const done = rows.filter(({ kinds }) => kinds.includes(kind))
    return done.length === 0 ? [] : [{ kind, records: done.length, hours: hoursOf(done) }]
  })
  return {
    records: rows.length,
    unlisted: rows.filter(({ kinds }) => kinds.some((kind) => recordKindFacts[kind].visibility === 'parties')).length,
    hours: hoursOf(rows),
    expected: sum(attendances.map((each) => each?.expected ?? 0)),
    present: sum(attendances.map((each) => each?.present ?? 0)),
    numbers: numbersOf(rows.map(({ numbers }) => numbers)),
    byKind,
  }
}

/** A sum of figures with one decimal at most, as exact as they are. */
function sum(values: readonly number[]): number {
  return Math.round(values.reduce((total, value) => total + value, 0) * 10) / 10
}

/** The numbers of some records, each added up. */
function numbersOf(all: readonly RecordNumbers[]): RecordNumbers {
  const totals = recordNumbers.flatMap((name) => {
    const values = all.flatMap((numbers) => numbers[name] ?? [])
    return values.length === 0 ? [] : [[name, sum(values)]]
  })
  return Object.fromEntries(totals) as RecordNumbers
}
