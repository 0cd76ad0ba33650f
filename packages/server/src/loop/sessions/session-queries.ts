import {
  type AgendaItemId,
  agendaItemIds,
  type PresenceEvent,
  type SessionCircle,
  type SessionLine,
} from '@duizhao/contract'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** Which session: of a meeting, by who holds it. */
export interface SessionKey {
  readonly meetingId: string
  readonly circle: SessionCircle
}

export async function sessionByKey(db: Database | Tx, { meetingId, circle }: SessionKey) {
  const row = await sessions(db, { meetingId, circle }).executeTakeFirst()
  return row && sessionOf(row)
}

export type SessionRow = NonNullable<Awaited<ReturnType<typeof sessionByKey>>>

/** Holds a session until the transaction ends. */
export async function sessionForUpdate(tx: Tx, key: SessionKey): Promise<SessionRow | undefined> {
  const row = await sessions(tx, key).forUpdate('meeting_session').executeTakeFirst()
  return row && sessionOf(row)
}

function sessions(db: Database | Tx, { meetingId, circle }: SessionKey) {
  return db
    .selectFrom('meeting_session')
    .leftJoin('person', 'person.id', 'meeting_session.host_id')
    .select([
      'meeting_session.on_day as onDay',
      'meeting_session.place',
      'meeting_session.item',
      'meeting_session.speaking_id as speakingId',
      'meeting_session.begun_at as begunAt',
      'meeting_session.ended_at as endedAt',
      'meeting_session.record_id as recordId',
      'meeting_session.version',
      'meeting_session.host_id as hostId',
      'person.name as hostName',
    ])
    .where('meeting_id', '=', meetingId)
    .where('circle', '=', circle)
}

function sessionOf<Row extends { readonly item: string }>(row: Row): Omit<Row, 'item'> & { item: AgendaItemId | null } {
  return { ...row, item: agendaItemIds.find((id) => id === row.item) ?? null }
}

interface Start {
  readonly onDay: string
  readonly place: string
  readonly hostId: string | null
}

export async function insertSession(
  tx: Tx,
  { meetingId, circle }: SessionKey,
  { onDay, place, hostId, by, now }: Start & { readonly by: string; readonly now: Date },
): Promise<void> {
  await tx
    .insertInto('meeting_session')
    .values({ meeting_id: meetingId, circle, on_day: onDay, place, host_id: hostId, begun_by: by, begun_at: now })
    .execute()
}

interface Change extends Partial<Start> {
  readonly item?: AgendaItemId | null
  readonly speakingId?: string | null
  readonly ended?: { readonly at: Date; readonly recordId: string }
}

/** Changes what is said of a session; its version goes up with what was set at its beginning and with its end. */
export async function updateSession(
  tx: Tx,
  { meetingId, circle }: SessionKey,
  { onDay, place, hostId, item, speakingId, ended }: Change,
): Promise<void> {
  await tx
    .updateTable('meeting_session')
    .set((builder) => ({
      ...(onDay === undefined ? {} : { on_day: onDay }),
      ...(place === undefined ? {} : { place }),
      ...(hostId === undefined ? {} : { host_id: hostId }),
      ...(item === undefined ? {} : { item: item ?? '' }),
      ...(speakingId === undefined ? {} : { speaking_id: speakingId }),
      ...(ended === undefined ? {} : { ended_at: ended.at, record_id: ended.recordId }),
      ...(onDay === undefined && ended === undefined ? {} : { version: builder('version', '+', 1) }),
    }))
    .where('meeting_id', '=', meetingId)
    .where('circle', '=', circle)
    .execute()
}

export async function presenceOf(db: Database | Tx, { meetingId, circle }: SessionKey): Promise<PresenceEvent[]> {
  const rows = await db
    .selectFrom('session_presence')
    .select(['id', 'person_id as personId', 'kind', 'at', 'note'])
    .where('meeting_id', '=', meetingId)
    .where('circle', '=', circle)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}

/** True if it is new; the same event again is the one that is there. */
export async function insertPresence(
  tx: Tx,
  { meetingId, circle }: SessionKey,
  { id, personId, kind, at, note }: PresenceEvent,
  by: string,
): Promise<boolean> {
  const inserted = await tx
    .insertInto('session_presence')
    .values({ id, meeting_id: meetingId, circle, person_id: personId, kind, at, note, created_by: by })
    .onConflict((on) => on.column('id').doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

export async function linesOf(db: Database | Tx, { meetingId, circle }: SessionKey): Promise<SessionLine[]> {
  return db
    .selectFrom('session_line')
    .select(['id', 'kind', 'person_id as personId', 'speaker', 'text', 'version'])
    .where('meeting_id', '=', meetingId)
    .where('circle', '=', circle)
    .where('withdrawn_on', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

export interface WrittenLine extends Omit<SessionLine, 'version'> {
  readonly withdrawnOn: string | null
}

export async function lineForUpdate(tx: Tx, id: string) {
  return tx
    .selectFrom('session_line')
    .select(['meeting_id as meetingId', 'circle', 'kind', 'person_id as personId', 'speaker', 'text', 'version'])
    .select('withdrawn_on as withdrawnOn')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** True if it is new; false if there is one of this id. */
export async function insertLine(
  tx: Tx,
  { meetingId, circle }: SessionKey,
  { id, kind, personId, speaker, text, withdrawnOn }: WrittenLine,
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('session_line')
    .values({
      ...{ id, meeting_id: meetingId, circle, kind, person_id: personId, speaker, text, withdrawn_on: withdrawnOn },
      ...{ created_by: by, created_at: now },
    })
    .onConflict((on) => on.column('id').doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

export async function updateLine(
  tx: Tx,
  { id, kind, personId, speaker, text, withdrawnOn }: WrittenLine,
): Promise<void> {
  await tx
    .updateTable('session_line')
    .set((builder) => ({
      ...{ kind, person_id: personId, speaker, text, withdrawn_on: withdrawnOn },
      version: builder('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}
