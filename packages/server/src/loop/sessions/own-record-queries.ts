import { sql } from 'kysely'
import type { Database } from '../../platform/database/pool.ts'

const MOST = 100

/** What sessions hold of a person: when he was away, what he had read out, which he led; and those an account recorded. */
export async function sessionsOfPerson(
  db: Database,
  { personId, accountId }: { readonly personId: string; readonly accountId: string },
) {
  const name = sql<string>`coalesce(nullif(meeting.name, ''), campaign.name)`.as('name')
  const [presence, written, begun, led] = await Promise.all([
    db
      .selectFrom('session_presence')
      .innerJoin('meeting', 'meeting.id', 'session_presence.meeting_id')
      .leftJoin('campaign', 'campaign.id', 'meeting.campaign_id')
      .select([name, 'session_presence.at', 'session_presence.kind', 'session_presence.note'])
      .where('session_presence.person_id', '=', personId)
      .orderBy('session_presence.at', 'desc')
      .limit(MOST)
      .execute(),
    db
      .selectFrom('session_line')
      .innerJoin('meeting', 'meeting.id', 'session_line.meeting_id')
      .leftJoin('campaign', 'campaign.id', 'meeting.campaign_id')
      .select([name, 'session_line.text'])
      .where('session_line.person_id', '=', personId)
      .where('session_line.withdrawn_on', 'is', null)
      .orderBy('session_line.id', 'desc')
      .limit(MOST)
      .execute(),
    db
      .selectFrom('meeting_session')
      .innerJoin('meeting', 'meeting.id', 'meeting_session.meeting_id')
      .leftJoin('campaign', 'campaign.id', 'meeting.campaign_id')
      .select([name, 'meeting_session.begun_at as at'])
      .where(
        sql<boolean>`(begun_by = ${accountId}
          or exists (select from session_line line where line.created_by = ${accountId}
            and line.meeting_id = meeting_session.meeting_id and line.circle = meeting_session.circle)
          or exists (select from session_presence presence where presence.created_by = ${accountId}
            and presence.meeting_id = meeting_session.meeting_id and presence.circle = meeting_session.circle))`,
      )
      .orderBy('meeting_session.begun_at', 'desc')
      .limit(MOST)
      .execute(),
    db
      .selectFrom('meeting_session')
      .innerJoin('meeting', 'meeting.id', 'meeting_session.meeting_id')
      .leftJoin('campaign', 'campaign.id', 'meeting.campaign_id')
      .select([name, 'meeting_session.begun_at as at'])
      .where(({ eb, or }) => or([eb('host_id', '=', personId), eb('speaking_id', '=', personId)]))
      .orderBy('meeting_session.begun_at', 'desc')
      .limit(MOST)
      .execute(),
  ])
  return { presence, written, begun, led }
}
