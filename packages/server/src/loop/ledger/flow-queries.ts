import { sql } from 'kysely'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** So many problems of an organisation and what is below came, or were struck off, on a day, and were entered on one. */
export interface Flow {
  readonly organisationId: string
  readonly datedOn: string
  readonly enteredOn: string
  readonly registered: number
  readonly struckOff: number
  /** Those dated on the one day that were taken back on the other. */
  readonly withdrawn: number
  /** Those of `registered` that were taken back. */
  readonly mistaken: number
}

/** Adds to what came and was struck off, in the order given. */
export async function addToFlows(tx: Tx, flows: readonly Flow[]): Promise<void> {
  if (flows.length === 0) return
  const values = flows.map(({ organisationId, datedOn, enteredOn, struckOff, ...sums }) => ({
    ...sums,
    organisation_id: organisationId,
    dated_on: datedOn,
    entered_on: enteredOn,
    struck_off: struckOff,
  }))
  await tx
    .insertInto('problem_flow')
    .values(values)
    .onConflict((on) =>
      on.columns(['organisation_id', 'dated_on', 'entered_on']).doUpdateSet((row) => ({
        registered: sql<number>`problem_flow.registered + ${row.ref('excluded.registered')}`,
        struck_off: sql<number>`problem_flow.struck_off + ${row.ref('excluded.struck_off')}`,
        withdrawn: sql<number>`problem_flow.withdrawn + ${row.ref('excluded.withdrawn')}`,
        mistaken: sql<number>`problem_flow.mistaken + ${row.ref('excluded.mistaken')}`,
      })),
    )
    .execute()
}

/**
 * What came and was struck off in a month, as it was known when the month was over; and what became known later, less what
 * turned out to be a mistake.
 */
export interface MonthFlow {
  /** `yyyy-mm` */
  readonly month: string
  readonly registered: number
  readonly registeredLate: number
  readonly struckOff: number
  readonly struckOffLate: number
}

/** The last months of which anything is known, the earliest first, at most so many. */
export async function flowsByMonth(db: Database, organisationId: string, most: number): Promise<MonthFlow[]> {
  const isLate = sql<boolean>`date_trunc('month', entered_on) > date_trunc('month', dated_on)`
  const registered = sql`registered - withdrawn`
  const struckOff = sql`struck_off`
  const sumOf = (sum: typeof registered, late: boolean) =>
    sql<number>`coalesce(sum(${sum}) filter (where ${late ? isLate : sql`not ${isLate}`}), 0)::int`
  const rows = await db
    .selectFrom('problem_flow')
    .select([
      sql<string>`to_char(dated_on, 'YYYY-MM')`.as('month'),
      sumOf(registered, false).as('registered'),
      sumOf(registered, true).as('registeredLate'),
      sumOf(struckOff, false).as('struckOff'),
      sumOf(struckOff, true).as('struckOffLate'),
    ])
    .where('organisation_id', '=', organisationId)
    .groupBy(sql`1`)
    .orderBy('month', 'desc')
    .limit(most)
    .execute()
  return rows.toReversed()
}

/** What is dated up to a day and was entered only afterwards, but for mistakes: on that day nobody knew of it here. */
export async function enteredAfter(
  db: Database,
  organisationId: string,
  day: string,
): Promise<{ registered: number; struckOff: number }> {
  return db
    .selectFrom('problem_flow')
    .select([
      sql<number>`coalesce(sum(registered - mistaken), 0)::int`.as('registered'),
      sql<number>`coalesce(sum(struck_off), 0)::int`.as('struckOff'),
    ])
    .where('organisation_id', '=', organisationId)
    .where('dated_on', '<=', day)
    .where('entered_on', '>', day)
    .executeTakeFirstOrThrow()
}
