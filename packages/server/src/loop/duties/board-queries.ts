import type { DutyList } from '@duizhao/contract'
import { sql } from 'kysely'
import { levelColumn } from '../../platform/access.ts'
import type { Database } from '../../platform/database/pool.ts'
import { page } from '../../platform/database/paging.ts'

/** What a board is narrowed to. */
export interface BoardAsked {
  readonly organisation: { readonly id: string; readonly level: number }
  readonly year: number
  readonly list: DutyList | undefined
  readonly dutyId: string | undefined
}

/** A page of the bodies below an organisation that owe something, those that miss most first. */
export async function boardPage(
  db: Database,
  { organisation, year, list, dutyId }: BoardAsked,
  paging: { readonly after?: string | undefined; readonly limit: number },
) {
  const column = levelColumn(organisation.level)
  const standings = db
    .selectFrom(
      dutyId === undefined
        ? db
            .selectFrom('body_standing')
            .select(['organisation_id', 'missing', 'late'])
            .where(column, '=', organisation.id)
            .where('year', '=', year)
            .where('list', '=', list ?? '')
            .as('standing')
        : db
            .selectFrom('duty_standing')
            .select(['organisation_id', 'missing', 'late'])
            .where(column, '=', organisation.id)
            .where('year', '=', year)
            .where('duty_id', '=', dutyId)
            .as('standing'),
    )
    .innerJoin('organisation', 'organisation.id', 'standing.organisation_id')
    .leftJoin('organisation as above', 'above.id', 'organisation.parent_id')
    .leftJoin('record_keeping', 'record_keeping.organisation_id', 'standing.organisation_id')
    .select([
      'standing.organisation_id as id',
      'organisation.name',
      'above.name as above',
      'record_keeping.from_on as keepsFrom',
      'standing.missing',
      'standing.late',
    ])
    .where('standing.organisation_id', '<>', organisation.id)
  const keys = [
    { column: 'standing.missing', property: 'missing' },
    { column: 'standing.late', property: 'late' },
    { column: 'standing.organisation_id', property: 'id' },
  ]
  return page(standings, keys, { ...paging, descending: true })
}

/** How some bodies stand on each duty of a year. */
export async function cellsOf(
  db: Database,
  bodyIds: readonly string[],
  { year, list, dutyId }: Pick<BoardAsked, 'year' | 'list' | 'dutyId'>,
) {
  let query = db
    .selectFrom('duty_standing')
    .select([
      'duty_standing.organisation_id as bodyId',
      'duty_standing.duty_id as dutyId',
      'duty_standing.met',
      'duty_standing.late',
      'duty_standing.missing',
      'duty_standing.pending',
      'duty_standing.spared',
      'duty_standing.unknown',
      'duty_standing.next_due as nextDue',
    ])
    .where(sql<boolean>`duty_standing.organisation_id = any(${bodyIds}::uuid[])`)
    .where('duty_standing.year', '=', year)
  if (list !== undefined)
    query = query.where('duty_standing.duty_id', 'in', db.selectFrom('duty').select('id').where('list', '=', list))
  if (dutyId !== undefined) query = query.where('duty_standing.duty_id', '=', dutyId)
  return query.execute()
}

/** How many occurrences of its duties a body has missed in a year. */
export async function missingOf(db: Database, bodyId: string, year: number): Promise<number> {
  const row = await db
    .selectFrom('body_standing')
    .select('missing')
    .where('organisation_id', '=', bodyId)
    .where('year', '=', year)
    .where('list', '=', '')
    .executeTakeFirst()
  return row?.missing ?? 0
}

/** How many bodies below an organisation miss something in a year, and how much together. */
export async function missingBelow(
  db: Database,
  { id, level }: BoardAsked['organisation'],
  year: number,
): Promise<{ readonly bodies: number; readonly missing: number }> {
  return db
    .selectFrom('body_standing')
    .select(({ fn }) => [
      fn.countAll<number>().as('bodies'),
      fn.coalesce(fn.sum<number>('missing'), sql<number>`0`).as('missing'),
    ])
    .where(levelColumn(level), '=', id)
    .where('year', '=', year)
    .where('list', '=', '')
    .where('missing', '>', 0)
    .where('organisation_id', '<>', id)
    .executeTakeFirstOrThrow()
}
