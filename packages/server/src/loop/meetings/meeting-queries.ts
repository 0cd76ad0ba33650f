import type { Meeting, MeetingStanding, MeetingStep, Page } from '@duizhao/contract'
import { sql } from 'kysely'
import { columnsOf, levelColumn, type OrganisationPath, pathOf } from '../../platform/access.ts'
import { page } from '../../platform/database/paging.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** What is due when nothing is: it stands last where what is due first stands first. */
export const NEVER = '9999-12-31'

const LEVELS = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8'] as const

function meetings(db: Database | Tx) {
  return db
    .selectFrom('meeting_standing')
    .innerJoin('meeting', 'meeting.id', 'meeting_standing.meeting_id')
    .innerJoin('organisation', 'organisation.id', 'meeting.organisation_id')
    .leftJoin('campaign', 'campaign.id', 'meeting.campaign_id')
    .leftJoin('meeting as replacing', 'replacing.replaces_id', 'meeting.id')
    .leftJoin('paper as report', 'report.id', 'meeting.report_paper_id')
    .leftJoin('paper as notice', (join) =>
      join.onRef('notice.id', '=', 'campaign.notice_paper_id').on('notice.state', '!=', 'void'),
    )
    .leftJoin('organisation as observer', 'observer.id', 'meeting.observer_id')
    .select(LEVELS.map((column) => `meeting.${column}` as const))
    .select([
      'meeting.id',
      'meeting.kind',
      'meeting.cycle_year as cycleYear',
      'meeting.name as ownName',
      'meeting.theme as ownTheme',
      'meeting.trigger',
      'meeting.trigger_on as triggerOn',
      'meeting.planned_on as plannedOn',
      'meeting.held_on as heldOn',
      'meeting.reported_on as reportedOn',
      'meeting.place',
      'meeting.replaces_id as replacesId',
      'meeting.ordered_reason as orderedReason',
      'meeting.version',
      'organisation.id as organisationId',
      'organisation.name as organisationName',
      'campaign.id as campaignId',
      'campaign.name as campaignName',
      'campaign.theme as campaignTheme',
      'campaign.known',
      'campaign.aspects',
      'campaign.mirrors',
      'campaign.report_items as reportItems',
      'campaign.from_on as fromOn',
      'campaign.until_on as untilOn',
      'campaign.lead_workdays as leadWorkdays',
      'campaign.report_days as reportDays',
      'observer.id as observerId',
      'observer.name as observerName',
      'report.id as reportPaperId',
      'report.title as reportTitle',
      'notice.id as noticePaperId',
      'notice.title as noticeTitle',
      'replacing.id as replacedBy',
      'meeting_standing.done',
      'meeting_standing.next_step as nextStep',
      'meeting_standing.next_due as nextDue',
    ])
}

export type MeetingSelected = Awaited<ReturnType<ReturnType<typeof meetings>['execute']>>[number]

/** A meeting as it stands in the database, with what its campaign asks. */
export type MeetingRow = MeetingSelected & { readonly path: OrganisationPath }

/** What a meeting is called: as its campaign, if it has no name of its own. */
export function nameOf({ ownName, campaignName }: Pick<MeetingSelected, 'ownName' | 'campaignName'>): string {
  return ownName === '' ? (campaignName ?? '') : ownName
}

export async function meetingById(db: Database | Tx, id: string): Promise<MeetingRow | undefined> {
  const row = await meetings(db).where('meeting.id', '=', id).executeTakeFirst()
  return row && { ...row, path: pathOf(row) }
}

/** Holds a meeting until the transaction ends, then reads it. */
export async function meetingForUpdate(tx: Tx, id: string): Promise<MeetingRow | undefined> {
  await tx.selectFrom('meeting').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return meetingById(tx, id)
}

export interface MeetingsAsked {
  readonly organisation: { readonly id: string; readonly level: number }
  readonly below: boolean
  readonly campaignId?: string | undefined
  readonly step?: MeetingStep | undefined
  readonly standing: MeetingStanding
  readonly today: string
}

interface Paging {
  readonly after?: string | undefined
  readonly limit: number
}

const BY_DUE = [
  { column: 'meeting_standing.next_due', property: 'nextDue' },
  { column: 'meeting_standing.meeting_id', property: 'id' },
]

/** The meetings of an organisation, or of it and all below; those due first before the others. */
export async function meetingsPage(db: Database, asked: MeetingsAsked, paging: Paging): Promise<Page<MeetingSelected>> {
  const { organisation, below, campaignId, step, standing, today } = asked
  const column = below
    ? (`meeting_standing.${levelColumn(organisation.level)}` as const)
    : 'meeting_standing.organisation_id'
  let query = meetings(db).where(column, '=', organisation.id)
  if (campaignId !== undefined) query = query.where('meeting_standing.campaign_id', '=', campaignId)
  if (step !== undefined) query = query.where('meeting_standing.next_step', '=', step)
  if (standing !== 'all') query = query.where('meeting_standing.next_due', '<', standing === 'late' ? today : NEVER)
  return page(query, BY_DUE, paging)
}

/** The meetings of some organisations, those due first before the others. */
export async function meetingsOfPage(
  db: Database,
  bodyIds: readonly string[],
  paging: Paging,
): Promise<Page<MeetingSelected>> {
  const query = meetings(db).where(sql<boolean>`meeting_standing.organisation_id = any(${bodyIds}::uuid[])`)
  return page(query, BY_DUE, paging)
}

export interface InsertedMeeting {
  readonly id: string
  readonly organisationId: string
  readonly path: OrganisationPath
  readonly campaignId: string | null
  readonly kind: Meeting['kind']
  readonly cycleYear: number
  readonly name: string
  readonly theme: string
  readonly trigger: Meeting['trigger']
  readonly triggerOn: string | null
  readonly plannedOn: string | null
  readonly place: string
  readonly observerId: string | null
  readonly replacesId: string | null
  readonly orderedReason: string
  readonly createdBy: string
}

export async function insertMeeting(tx: Tx, meeting: InsertedMeeting): Promise<void> {
  const { id, organisationId, path, campaignId, kind, cycleYear, name, theme, trigger, place } = meeting
  await tx
    .insertInto('meeting')
    .values({
      ...{ id, organisation_id: organisationId, campaign_id: campaignId, kind, cycle_year: cycleYear, name, theme },
      ...{ trigger, trigger_on: meeting.triggerOn, planned_on: meeting.plannedOn, place },
      ...{ observer_id: meeting.observerId, replaces_id: meeting.replacesId, ordered_reason: meeting.orderedReason },
      created_by: meeting.createdBy,
      ...columnsOf(path),
    })
    .execute()
}

export async function updateMeeting(
  tx: Tx,
  id: string,
  { plannedOn, place, observerId }: { plannedOn: string | null; place: string; observerId: string | null },
): Promise<void> {
  await tx
    .updateTable('meeting')
    .set((builder) => ({
      ...{ planned_on: plannedOn, place, observer_id: observerId },
      version: builder('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** True if a meeting is of an organisation, or watched by it. */
export async function hasMeetings(tx: Tx, organisationId: string): Promise<boolean> {
  const { rows } = await sql<{ refers: boolean }>`select
    exists (select from meeting where organisation_id = ${organisationId})
    or exists (select from meeting where observer_id = ${organisationId}) as refers`.execute(tx)
  return rows[0]?.refers === true
}

/** The meeting of a body in a campaign, the one that was not ordered in another's place. */
export async function meetingOfCampaign(
  db: Database | Tx,
  { campaignId, bodyId }: { readonly campaignId: string; readonly bodyId: string },
): Promise<{ readonly id: string; readonly version: number }> {
  return db
    .selectFrom('meeting')
    .select(['id', 'version'])
    .where('campaign_id', '=', campaignId)
    .where('organisation_id', '=', bodyId)
    .where('replaces_id', 'is', null)
    .executeTakeFirstOrThrow()
}
