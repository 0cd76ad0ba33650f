import { askedOf, type RecordFields, type RecordKind, type RecordState } from '@duizhao/contract'
import { sql } from 'kysely'
import { columnsOf, type OrganisationPath } from '../../platform/access.ts'
import type { Tx } from '../../platform/database/transaction.ts'

export interface NewRecord {
  readonly id: string
  readonly organisationId: string
  readonly path: OrganisationPath
  readonly fields: RecordFields
  readonly state: RecordState
  readonly createdBy: string
  readonly now: Date
  readonly file: { readonly hash: string; readonly name: string } | null
  /** Where in the file each field was read. */
  readonly spans: object
  readonly meetingId: string | null
}

const columnsOfFields = (fields: RecordFields) => ({
  kinds: fields.kinds,
  subjects: fields.subjects,
  name: fields.name,
  on_day: fields.onDay,
  until_day: fields.untilDay,
  makes_up_on: fields.makesUpOn,
  hours: fields.hours,
  place: fields.place,
  host_id: fields.hostId,
  topics: JSON.stringify(fields.topics),
  numbers: JSON.stringify(fields.numbers),
  outcome: fields.outcome,
  note: fields.note,
  visibility: askedOf(fields.kinds).visibility,
})

export async function insertRecord(tx: Tx, record: NewRecord): Promise<void> {
  const { id, organisationId, path, fields, state, createdBy, now, file, spans, meetingId } = record
  await tx
    .insertInto('record')
    .values({
      id,
      organisation_id: organisationId,
      ...columnsOf(path),
      ...columnsOfFields(fields),
      state,
      created_by: createdBy,
      created_at: now,
      file_hash: file?.hash ?? null,
      file_name: file?.name ?? '',
      spans: JSON.stringify(spans),
      meeting_id: meetingId,
    })
    .execute()
  await insertParticipants(tx, id, fields)
}

/** Writes a record anew. What was released of a talk is so no longer once what was said is written otherwise. */
export async function updateRecord(
  tx: Tx,
  id: string,
  { fields, state, isNoteChanged }: { fields: RecordFields; state: RecordState; isNoteChanged: boolean },
): Promise<void> {
  await tx
    .updateTable('record')
    .set((builder) => ({
      ...columnsOfFields(fields),
      state,
      ...(isNoteChanged ? { released_by: [] } : {}),
      version: builder('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('participation').where('record_id', '=', id).execute()
  await insertParticipants(tx, id, fields)
}

async function insertParticipants(tx: Tx, recordId: string, { participants }: RecordFields): Promise<void> {
  if (participants.length === 0) return
  await tx
    .insertInto('participation')
    .values(participants.map(({ personId, kind, note }) => ({ record_id: recordId, person_id: personId, kind, note })))
    .execute()
}

export async function markWithdrawn(tx: Tx, id: string, { on, reason }: { on: string; reason: string }): Promise<void> {
  await tx
    .updateTable('record')
    .set((builder) => ({ withdrawn_on: on, withdrawn_reason: reason, version: builder('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function addRelease(tx: Tx, id: string, personId: string): Promise<void> {
  await tx
    .updateTable('record')
    .set((builder) => ({
      released_by: sql<string[]>`array_append(released_by, ${personId}::uuid)`,
      version: builder('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/**
 * From the first kept record of a body on, the month it lies in, what is not there is missing; before, nobody knows. Only
 * who writes its records begins it: a member who writes down a talk of his own does not speak for the body.
 */
export async function startKeeping(tx: Tx, organisationId: string, onDay: string): Promise<void> {
  await tx
    .insertInto('record_keeping')
    .values({ organisation_id: organisationId, from_on: `${onDay.slice(0, 7)}-01` })
    .onConflict((on) => on.column('organisation_id').doNothing())
    .execute()
}

/** Kept records of a body on a day, each with what would make another the same. */
export async function keptOnDay(tx: Tx, organisationId: string, onDay: string) {
  const rows = await tx
    .selectFrom('record')
    .select(['id', 'name', 'kinds', 'topics', 'host_id as hostId'])
    .select(
      sql<string[]>`array(select person_id from participation
        where record_id = record.id and kind = 'talked_to')`.as('talkedTo'),
    )
    .where('organisation_id', '=', organisationId)
    .where('on_day', '=', onDay)
    .where('withdrawn_on', 'is', null)
    .where('state', '=', 'kept')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    kinds: row.kinds as RecordKind[],
    topics: row.topics as unknown as RecordFields['topics'],
  }))
}

/** The people of these ids who are still here. */
export async function presentPeople(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const people = await tx.selectFrom('person').select('id').where('id', 'in', ids).execute()
  return new Set(people.map(({ id }) => id))
}
