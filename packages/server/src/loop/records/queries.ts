import type {
  ParticipationKind,
  RecordKind,
  RecordNumbers,
  RecordState,
  RecordTopic,
  RecordView,
} from '@duizhao/contract'
import { type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import { pathOf } from '../../platform/access.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { DB } from '../../platform/database/tables.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { type Asking, mayWrite, organises, viewOf } from './view-queries.ts'

/** Records with what the asking account may see and do of each; what is not for them is not among them. */
export function records(db: Database | Tx, asking: Asking) {
  return db
    .selectFrom('record')
    .selectAll('record')
    .select((builder) => [
      viewOf(builder, asking).as('view'),
      organises(asking.actor).as('organises'),
      sql<boolean>`${mayWrite(builder, asking)}`.as('mayWrite'),
      sql<string>`(select name from organisation where organisation.id = record.organisation_id)`.as(
        'organisationName',
      ),
      sql<string | null>`(select name from person where person.id = record.host_id)`.as('hostName'),
      sql<string>`(select person.name from account join person on person.id = account.person_id
        where account.id = record.created_by)`.as('enteredBy'),
    ])
    .where((builder) => isSeen(builder, asking))
}

function isSeen(builder: ExpressionBuilder<DB, 'record'>, asking: Asking) {
  return sql<SqlBool>`(${viewOf(builder, asking)}) is not null`
}

type Row = Awaited<ReturnType<ReturnType<typeof records>['execute']>>[number]

/** A record where a use case needs it. */
export type RecordRow = ReturnType<typeof toRow>

/** The row with its JSON read; what stands in it was checked when it was written. */
export function toRow(row: Row) {
  const { organisation_id: organisationId, on_day: onDay, until_day: untilDay, makes_up_on: makesUpOn } = row
  return {
    ...{ id: row.id, version: row.version, organisationId, organisationName: row.organisationName, path: pathOf(row) },
    ...{ view: row.view as RecordView, organises: Boolean(row.organises), mayWrite: Boolean(row.mayWrite) },
    ...{ state: row.state as RecordState, visibility: row.visibility, kinds: row.kinds as RecordKind[] },
    ...{ subjects: row.subjects, name: row.name, onDay, untilDay, makesUpOn, place: row.place },
    hours: row.hours === null ? null : Number(row.hours),
    host: row.host_id === null ? null : { id: row.host_id, name: row.hostName ?? '' },
    topics: row.topics as unknown as RecordTopic[],
    numbers: row.numbers as RecordNumbers,
    ...{ outcome: row.outcome, note: row.note, releasedBy: row.released_by },
    file: row.file_hash === null ? null : { hash: row.file_hash, name: row.file_name },
    ...{ createdBy: row.created_by, enteredBy: row.enteredBy },
    withdrawn: row.withdrawn_on === null ? null : { on: row.withdrawn_on, reason: row.withdrawn_reason },
  }
}

/** The record if the asking account may see anything of it. */
export async function recordById(db: Database | Tx, asking: Asking, id: string): Promise<RecordRow | undefined> {
  const row = await records(db, asking).where('record.id', '=', id).executeTakeFirst()
  return row && toRow(row)
}

/** The same, locked until the transaction ends. */
export async function recordForUpdate(tx: Tx, asking: Asking, id: string): Promise<RecordRow | undefined> {
  const row = await records(tx, asking).where('record.id', '=', id).forUpdate('record').executeTakeFirst()
  return row && toRow(row)
}

/** The record of a body that was made of a file, if the asking account sees it whole; not one that was taken back. */
export async function recordOfFile(
  db: Database | Tx,
  asking: Asking,
  { organisationId, hash }: { readonly organisationId: string; readonly hash: string },
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const rows = await records(db, asking)
    .where('record.file_hash', '=', hash)
    .where('record.organisation_id', '=', organisationId)
    .where('record.withdrawn_on', 'is', null)
    .orderBy('record.id')
    .limit(1)
    .execute()
  return rows.map(toRow).map(({ id, name }) => ({ id, name }))[0]
}

export interface ParticipantRow {
  readonly recordId: string
  readonly personId: string
  readonly personName: string
  readonly kind: ParticipationKind
  readonly note: string
}

/** Who is named in some records, in the order of the names. */
export async function participantsOf(db: Database | Tx, recordIds: readonly string[]): Promise<ParticipantRow[]> {
  if (recordIds.length === 0) return []
  return db
    .selectFrom('participation')
    .innerJoin('person', 'person.id', 'participation.person_id')
    .select([
      'participation.record_id as recordId',
      'participation.person_id as personId',
      'person.name as personName',
      'participation.kind',
      'participation.note',
    ])
    .where('participation.record_id', 'in', recordIds)
    .orderBy('person.name')
    .orderBy('participation.person_id')
    .execute()
}

/** The names of people, by their ids. */
export async function namesOfPeople(db: Database | Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const people = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(people.map(({ id, name }) => [id, name]))
}

/** True if a body has ever had a record, a draft or one that was withdrawn too. */
export async function everHadRecords(tx: Tx, organisationId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('record')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .limit(1)
    .executeTakeFirst()
  const keeping = await tx
    .selectFrom('record_keeping')
    .select('from_on')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return row !== undefined || keeping !== undefined
}

const MOST_USES = 1_000

/** The records some kept files were read for. */
export async function recordsOfFiles(db: Database, hashes: readonly string[]) {
  if (hashes.length === 0) return []
  return db
    .selectFrom('record')
    .innerJoin('organisation', 'organisation.id', 'record.organisation_id')
    .select(['record.on_day as onDay', 'organisation.name as organisationName'])
    .select(sql<string>`record.file_hash`.as('hash'))
    .where('record.file_hash', 'in', hashes)
    .orderBy('record.on_day')
    .limit(MOST_USES)
    .execute()
}
