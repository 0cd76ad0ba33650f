import type { MeetingStep } from '@duizhao/contract'
import { sql } from 'kysely'
import { columnsOf, type OrganisationPath } from '../../platform/access.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

export interface Standing {
  readonly done: readonly MeetingStep[]
  readonly nextStep: MeetingStep | null
  readonly nextDue: string
}

export async function insertStanding(
  tx: Tx,
  meeting: {
    readonly id: string
    readonly organisationId: string
    readonly path: OrganisationPath
    readonly campaignId: string | null
  },
  { done, nextStep, nextDue }: Standing,
): Promise<void> {
  await tx
    .insertInto('meeting_standing')
    .values({
      ...{ meeting_id: meeting.id, organisation_id: meeting.organisationId, campaign_id: meeting.campaignId },
      ...{ done: [...done], next_step: nextStep, next_due: nextDue },
      ...columnsOf(meeting.path),
    })
    .execute()
}

export async function updateStanding(tx: Tx, meetingId: string, { done, nextStep, nextDue }: Standing): Promise<void> {
  await tx
    .updateTable('meeting_standing')
    .set({ done: [...done], next_step: nextStep, next_due: nextDue })
    .where('meeting_id', '=', meetingId)
    .execute()
}

/** How many organisations below the one of a campaign are of the kinds it names and have no meeting of it yet. */
export async function receiversOf(db: Database | Tx, campaignId: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) as count ${receivers(campaignId)}`.execute(db)
  return Number(rows[0]?.count)
}

/**
 * Gives each of them a meeting, with how it stands at the beginning, in one statement; how many there were. The ids come in
 * no order: nothing is sorted by them but what is due on one day.
 */
export async function insertMeetingsOf(
  tx: Tx,
  campaignId: string,
  {
    nextStep,
    nextDue,
    createdBy,
    now,
  }: { nextStep: MeetingStep | null; nextDue: string; createdBy: string; now: Date },
): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    with made as (
      insert into meeting
        (id, organisation_id, a1, a2, a3, a4, a5, a6, a7, a8, campaign_id, kind, cycle_year, created_by, created_at)
      select gen_random_uuid(), body.id, body.a1, body.a2, body.a3, body.a4, body.a5, body.a6, body.a7, body.a8,
        campaign.id, campaign.kind, campaign.cycle_year, ${createdBy}::uuid, ${now}::timestamptz
      ${receivers(campaignId)}
      returning id, organisation_id, a1, a2, a3, a4, a5, a6, a7, a8, campaign_id
    ), counted as (
      insert into meeting_standing
        (meeting_id, organisation_id, a1, a2, a3, a4, a5, a6, a7, a8, campaign_id, done, next_step, next_due)
      select id, organisation_id, a1, a2, a3, a4, a5, a6, a7, a8, campaign_id, '{}', ${nextStep}, ${nextDue}::date from made
      returning 1
    ) select count(*) as count from counted`.execute(tx)
  return Number(rows[0]?.count)
}

const receivers = (campaignId: string) => sql`
  from campaign
    join organisation body on campaign.organisation_id in (body.a1, body.a2, body.a3, body.a4, body.a5, body.a6, body.a7)
      and body.id <> campaign.organisation_id and body.kind = any(campaign.body_kinds)
  where campaign.id = ${campaignId}
    and not exists (select from meeting where meeting.campaign_id = campaign.id and meeting.organisation_id = body.id)`
