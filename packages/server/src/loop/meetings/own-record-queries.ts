import { sql } from 'kysely'
import type { Database } from '../../platform/database/pool.ts'

/** The meetings an account opened by itself, and what it set aside in any, the latest first. */
export async function meetingsBy(db: Database, accountId: string) {
  const opened = db
    .selectFrom('meeting')
    .leftJoin('campaign', 'campaign.id', 'meeting.campaign_id')
    .select(sql<string>`coalesce(nullif(meeting.name, ''), campaign.name)`.as('name'))
    .where('meeting.created_by', '=', accountId)
    // Those that were sent with a campaign are told of with it.
    .where('meeting.name', '<>', '')
    .orderBy('meeting.id', 'desc')
    .limit(100)
    .execute()
  const waived = db
    .selectFrom('meeting_waiver')
    .innerJoin('meeting', 'meeting.id', 'meeting_waiver.meeting_id')
    .leftJoin('campaign', 'campaign.id', 'meeting.campaign_id')
    .select(['meeting_waiver.at', 'meeting_waiver.reason'])
    .select(sql<string>`coalesce(nullif(meeting.name, ''), campaign.name)`.as('name'))
    .where('meeting_waiver.account_id', '=', accountId)
    .orderBy('meeting_waiver.at', 'desc')
    .limit(100)
    .execute()
  return { opened: await opened, waived: await waived }
}
