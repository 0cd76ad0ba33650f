import { sql } from 'kysely'
import { levelColumn, type OrganisationPath } from '../../platform/access.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** How a body stands on one duty in a year: how many times of each state. */
export interface DutyStanding {
  readonly organisation_id: string
  readonly duty_id: string
  readonly year: number
  readonly met: number
  readonly late: number
  readonly missing: number
  readonly pending: number
  readonly spared: number
  readonly unknown: number
  readonly next_due: string | null
}

/** How a body stands on one list in a year, or on all (an empty list). */
export interface BodyStanding {
  readonly organisation_id: string
  readonly list: string
  readonly year: number
  readonly missing: number
  readonly late: number
}

/** Lets nobody else count the same bodies until the transaction ends; rows may refer to them all the while. */
export async function holdBodies(tx: Tx, bodyIds: readonly string[]): Promise<void> {
  await sql`select id from organisation where id = any(${bodyIds}::uuid[]) order by id for no key update`.execute(tx)
}

const path = sql.raw('a1, a2, a3, a4, a5, a6, a7, a8')

/** Puts the standings of some bodies in a year in the place of those that are there; what has not changed is not touched. */
export async function writeStandings(
  tx: Tx,
  given: {
    readonly bodyIds: readonly string[]
    readonly year: number
    readonly duties: readonly DutyStanding[]
    readonly bodies: readonly BodyStanding[]
  },
): Promise<void> {
  const { bodyIds, year } = given
  const [duties, bodies] = [JSON.stringify(given.duties), JSON.stringify(given.bodies)]
  await sql`delete from duty_standing where organisation_id = any(${bodyIds}::uuid[]) and year = ${year}
    and (organisation_id, duty_id) not in (
      select organisation_id, duty_id from jsonb_to_recordset(${duties}::jsonb) as s(organisation_id uuid, duty_id uuid))`.execute(
    tx,
  )
  await sql`delete from body_standing where organisation_id = any(${bodyIds}::uuid[]) and year = ${year}
    and (organisation_id, list) not in (
      select organisation_id, list from jsonb_to_recordset(${bodies}::jsonb) as s(organisation_id uuid, list text))`.execute(
    tx,
  )
  await sql`insert into duty_standing (organisation_id, ${path}, duty_id, year, met, late, missing, pending, spared, unknown, next_due)
    select s.organisation_id, ${path}, duty_id, year, met, late, missing, pending, spared, unknown, next_due
    from jsonb_to_recordset(${duties}::jsonb) as s(organisation_id uuid, duty_id uuid, year int, met int, late int, missing int,
      pending int, spared int, unknown int, next_due date) join organisation on organisation.id = s.organisation_id
    on conflict (organisation_id, year, duty_id) do update set met = excluded.met, late = excluded.late,
      missing = excluded.missing, pending = excluded.pending, spared = excluded.spared, unknown = excluded.unknown,
      next_due = excluded.next_due
    where (duty_standing.met, duty_standing.late, duty_standing.missing, duty_standing.pending, duty_standing.spared,
        duty_standing.unknown, duty_standing.next_due)
      is distinct from (excluded.met, excluded.late, excluded.missing, excluded.pending, excluded.spared,
        excluded.unknown, excluded.next_due)`.execute(tx)
  await sql`insert into body_standing (organisation_id, ${path}, list, year, missing, late)
    select s.organisation_id, ${path}, list, year, missing, late
    from jsonb_to_recordset(${bodies}::jsonb) as s(organisation_id uuid, list text, year int, missing int, late int)
      join organisation on organisation.id = s.organisation_id
    on conflict (organisation_id, year, list) do update set missing = excluded.missing, late = excluded.late
    where (body_standing.missing, body_standing.late) is distinct from (excluded.missing, excluded.late)`.execute(tx)
}

/** Some organisations at or below one, after another, by id. */
export async function bodiesBelow(
  db: Database | Tx,
  at: OrganisationPath | null,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<string[]> {
  let query = db.selectFrom('organisation').select('id').orderBy('id').limit(limit)
  if (at !== null) query = query.where(levelColumn(at.length), '=', at.at(-1) ?? '')
  if (after !== null) query = query.where('id', '>', after)
  return (await query.execute()).map(({ id }) => id)
}

/** The bodies in which some people hold or held a post. */
export async function bodiesOfPeople(tx: Tx, people: readonly string[]): Promise<string[]> {
  if (people.length === 0) return []
  const rows = await tx
    .selectFrom('post')
    .select('organisation_id as id')
    .distinct()
    .where(sql<boolean>`person_id = any(${people}::uuid[])`)
    .where('withdrawn_on', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

/** Standings of organisations that are gone. */
export async function deleteOrphans(tx: Tx): Promise<void> {
  for (const table of ['duty_standing', 'body_standing'])
    await sql`delete from ${sql.table(table)} as standing
      where not exists (select from organisation where organisation.id = standing.organisation_id)`.execute(tx)
}

/** True if any duty was ever set. */
export async function hasDuties(db: Database | Tx): Promise<boolean> {
  return (await db.selectFrom('duty').select('id').limit(1).executeTakeFirst()) !== undefined
}
