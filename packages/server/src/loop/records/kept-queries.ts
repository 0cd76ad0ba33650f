import { absentKinds, type ParticipationKind, type RecordKind } from '@duizhao/contract'
import { sql, type SqlBool } from 'kysely'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** A kept record as others count with it: no words that only some may read. */
interface KeptRecord {
  readonly id: string
  readonly bodyId: string
  readonly kinds: readonly RecordKind[]
  readonly subjects: readonly string[]
  readonly onDay: string
  /** The day in whose period it counts, where it was held later in its stead. */
  readonly makesUpOn: string | null
  readonly hours: number | null
  readonly hostId: string | null
  /** The two of a talk; nobody else's. */
  readonly parties: readonly string[]
  readonly absentees: readonly string[]
}

interface Wanted {
  readonly bodyIds: readonly string[]
  /** Of the day it counts for: the one it makes up for, or that on which it was held. */
  readonly from: string
  readonly to: string
  /** Any of them; all if left out. */
  readonly kinds?: readonly RecordKind[] | undefined
}

/** The kept records of some bodies that count for a day between two, the earliest first; what was withdrawn is none. */
export async function keptRecords(
  db: Database | Tx,
  { bodyIds, from, to, kinds }: Wanted,
): Promise<readonly KeptRecord[]> {
  if (bodyIds.length === 0) return []
  let wanted = db
    .selectFrom('record')
    .select([
      'id',
      'organisation_id as bodyId',
      'kinds',
      'subjects',
      'on_day as onDay',
      'makes_up_on as makesUpOn',
      'hours',
      'host_id as hostId',
      'visibility',
    ])
    .where('organisation_id', 'in', bodyIds)
    .where('withdrawn_on', 'is', null)
    .where('state', '=', 'kept')
    .where(sql<SqlBool>`coalesce(makes_up_on, on_day) between ${from} and ${to}`)
  if (kinds !== undefined) wanted = wanted.where(sql<SqlBool>`kinds && ${kinds}::text[]`)
  const rows = await wanted.orderBy('on_day').orderBy('id').execute()
  const named = await namedIn(
    db,
    rows.map(({ id }) => id),
    [...absentKinds, 'talked_to'],
  )
  return rows.map(({ visibility, hours, ...row }) => {
    const people = named.get(row.id) ?? []
    const others = people.filter(({ kind }) => kind === 'talked_to').map(({ personId }) => personId)
    return {
      ...row,
      kinds: row.kinds as RecordKind[],
      hours: hours === null ? null : Number(hours),
      parties: visibility === 'parties' && row.hostId !== null ? [row.hostId, ...others] : [],
      absentees: people.filter(({ kind }) => kind !== 'talked_to').map(({ personId }) => personId),
    }
  })
}

/** Who is named in some records in one of these ways, by record. */
export async function namedIn(
  db: Database | Tx,
  recordIds: readonly string[],
  kinds: readonly ParticipationKind[],
): Promise<Map<string, { readonly personId: string; readonly kind: ParticipationKind }[]>> {
  if (recordIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('participation')
    .select(['record_id as recordId', 'person_id as personId', 'kind'])
    .where('record_id', 'in', recordIds)
    .where('kind', 'in', kinds)
    .execute()
  return Map.groupBy(rows, ({ recordId }) => recordId)
}

/** Of which body a kept record tells, of what and of which day. */
export async function heldAs(db: Database | Tx, recordId: string) {
  return db
    .selectFrom('record')
    .select(['organisation_id as organisationId', 'kinds', 'on_day as onDay'])
    .where('id', '=', recordId)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst()
}
