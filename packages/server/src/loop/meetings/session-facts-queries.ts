import type { MatterKind, SessionCircle } from '@duizhao/contract'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** A session of a meeting that has ended, with the record it left. */
export interface EndedSession {
  readonly circle: SessionCircle
  readonly recordId: string
}

export async function endedSessions(db: Database | Tx, meetingId: string): Promise<EndedSession[]> {
  const rows = await db
    .selectFrom('meeting_session')
    .select(['circle', 'record_id as recordId'])
    .where('meeting_id', '=', meetingId)
    .where('ended_at', 'is not', null)
    .orderBy('circle')
    .execute()
  return rows.flatMap(({ circle, recordId }) => (recordId === null ? [] : [{ circle, recordId }]))
}

/** What was said of somebody at a session. */
export interface SaidOf {
  readonly circle: SessionCircle
  readonly kind: MatterKind
  readonly by: string
  readonly of: string
  readonly text: string
  readonly isTold: boolean
  readonly ending: string | null
}

const MOST = 10_000

export async function saidAtSessions(db: Database | Tx, meetingId: string): Promise<SaidOf[]> {
  const rows = await db
    .selectFrom('matter')
    .select(['circle', 'kind', 'from_person_id as by', 'about_person_id as of', 'text', 'told_on as toldOn', 'ending'])
    .where('meeting_id', '=', meetingId)
    .where('withdrawn_on', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .limit(MOST)
    .execute()
  return rows.map(({ toldOn, ...row }) => ({ ...row, isTold: toldOn !== null }))
}

/** Who of those due was not there, and whether something in writing was read for them. */
export async function absentFrom(
  db: Database | Tx,
  recordId: string,
): Promise<{ readonly personId: string; readonly wrote: boolean }[]> {
  const rows = await db
    .selectFrom('participation')
    .select(['person_id as personId', 'kind'])
    .where('record_id', '=', recordId)
    .where('kind', 'in', ['absent', 'excused', 'wrote'])
    .execute()
  const wrote = new Set(rows.filter(({ kind }) => kind === 'wrote').map(({ personId }) => personId))
  const absent = new Set(rows.filter(({ kind }) => kind !== 'wrote').map(({ personId }) => personId))
  return [...absent].map((personId) => ({ personId, wrote: wrote.has(personId) }))
}
