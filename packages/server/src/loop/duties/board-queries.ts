import type { BoardCell, DutyList, Page } from '@duizhao/contract'
import { type RawBuilder, sql } from 'kysely'
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

/** A body of the board. */
interface BoardRow {
  readonly id: string
  readonly name: string
  readonly above: string | null
  readonly keepsFrom: string | null
  readonly missing: number
  readonly late: number
  readonly cells: BoardCell[]
}

/** A page of the bodies below an organisation that owe something, those that miss most first, each with its cells. */
export async function boardPage(
  db: Database,
  asked: BoardAsked,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<BoardRow>> {
  const { organisation, year, list, dutyId } = asked
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
    .select(cellsInText(asked).as('cells'))
    .where('standing.organisation_id', '<>', organisation.id)
  const keys = [
    { column: 'standing.missing', property: 'missing' },
    { column: 'standing.late', property: 'late' },
    { column: 'standing.organisation_id', property: 'id' },
  ]
  const { items, next } = await page(standings, keys, { ...paging, descending: true })
  return { items: items.map(({ cells, ...row }) => ({ ...row, cells: cellsIn(cells) })), next }
}

/** What stands in a cell, as `cellsInText` writes it. */
const CELL = ['met', 'late', 'missing', 'pending', 'spared', 'unknown'] as const

/**
 * How a body of the page stands on each duty of the year, in one text: as many rows of their own take longer to come and to
 * be read than to be found.
 */
function cellsInText({ year, list, dutyId }: Omit<BoardAsked, 'organisation'>): RawBuilder<string | null> {
  const narrowed =
    dutyId !== undefined
      ? sql`and cell.duty_id = ${dutyId}`
      : list !== undefined
        ? sql`and cell.duty_id in (select id from duty where duty.list = ${list})`
        : sql``
  const counts = sql.join(CELL.map((name) => sql.ref(`cell.${name}`)))
  return sql<string | null>`(select string_agg(concat_ws(' ', cell.duty_id, ${counts}, cell.next_due), '/')
    from duty_standing as cell
    where cell.organisation_id = standing.organisation_id and cell.year = ${year} ${narrowed})`
}

function cellsIn(text: string | null): BoardCell[] {
  return (text ?? '').split('/').flatMap((cell) => {
    const [dutyId, ...rest] = cell.split(' ')
    if (dutyId === undefined || dutyId === '') return []
    const [met = 0, late = 0, missing = 0, pending = 0, spared = 0, unknown = 0] = rest
      .slice(0, CELL.length)
      .map(Number)
    return [{ dutyId, met, late, missing, pending, spared, unknown, nextDue: rest[CELL.length] ?? null }]
  })
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
