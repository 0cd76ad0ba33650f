import type { SessionCircle } from '@duizhao/contract'
import { sql } from 'kysely'
import type { Database } from '../../platform/database/pool.ts'

/** An ended session of some bodies where something is still to be done about what was said; not once it is held again. */
export interface OpenSession {
  readonly meetingId: string
  readonly circle: SessionCircle
  readonly meetingName: string
  readonly organisationName: string
  readonly onDay: string
  /** Of how many absent nobody has told them what was said of them. */
  readonly untold: number
  /** Of how many lines nothing has become yet. */
  readonly open: number
}

const MOST = 20

export async function openSessions(db: Database, bodyIds: readonly string[]): Promise<OpenSession[]> {
  if (bodyIds.length === 0) return []
  const { rows } = await sql<OpenSession>`
    select meeting.id as "meetingId", session.circle, session.on_day as "onDay", organisation.name as "organisationName",
      coalesce(nullif(meeting.name, ''), campaign.name) as "meetingName", counted.untold, counted.open
    from meeting join meeting_session session on session.meeting_id = meeting.id
      join organisation on organisation.id = meeting.organisation_id
      left join campaign on campaign.id = meeting.campaign_id
      cross join lateral (
        select count(*) filter (where ending is null)::int as open,
          count(distinct about_person_id) filter (where kind = 'criticism' and told_on is null and exists (
            select from participation where record_id = session.record_id and person_id = about_person_id
              and participation.kind in ('absent', 'excused')))::int as untold
        from matter where meeting_id = meeting.id and circle = session.circle and withdrawn_on is null
      ) counted
    where meeting.organisation_id = any(${[...bodyIds]}::uuid[]) and session.ended_at is not null
      and not exists (select from meeting later where later.replaces_id = meeting.id)
      and (counted.open > 0 or counted.untold > 0)
    order by session.on_day, meeting.id limit ${MOST}`.execute(db)
  return rows
}
