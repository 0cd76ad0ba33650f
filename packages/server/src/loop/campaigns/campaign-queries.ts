import type { Campaign, CampaignAspect, CampaignFields, OrganisationKind, Page, SectionRole } from '@duizhao/contract'
import { columnsOf, type OrganisationPath, pathOf } from '../../platform/access.ts'
import { page } from '../../platform/database/paging.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

function campaigns(db: Database | Tx) {
  return db
    .selectFrom('campaign')
    .innerJoin('organisation', 'organisation.id', 'campaign.organisation_id')
    .leftJoin('paper', 'paper.id', 'campaign.notice_paper_id')
    .selectAll('campaign')
    .select(['organisation.name as organisationName', 'paper.title as noticeTitle'])
}

type Selected = Awaited<ReturnType<ReturnType<typeof campaigns>['execute']>>[number]

/** A campaign as it stands in the database. */
export interface CampaignRow extends CampaignFields {
  readonly id: string
  readonly organisation: { readonly id: string; readonly name: string }
  readonly path: OrganisationPath
  readonly noticeTitle: string | null
  readonly openedOn: string | null
  readonly version: number
}

function toRow(row: Selected): CampaignRow {
  const { id, kind, name, theme, known, mirrors, version, noticeTitle } = row
  return {
    ...{ id, kind, name, theme, known, mirrors, version, noticeTitle },
    organisation: { id: row.organisation_id, name: row.organisationName },
    path: pathOf(row),
    cycleYear: row.cycle_year,
    aspects: row.aspects as CampaignAspect[],
    requiredSections: row.required_sections as SectionRole[],
    reportItems: row.report_items,
    fromOn: row.from_on,
    untilOn: row.until_on,
    leadWorkdays: row.lead_workdays,
    reportDays: row.report_days,
    bodyKinds: row.body_kinds as OrganisationKind[],
    noticePaperId: row.notice_paper_id,
    openedOn: row.opened_on,
  }
}

const columnsOfFields = (fields: CampaignFields) => ({
  kind: fields.kind,
  cycle_year: fields.cycleYear,
  name: fields.name,
  theme: fields.theme,
  aspects: JSON.stringify(fields.aspects),
  mirrors: fields.mirrors,
  required_sections: fields.requiredSections,
  report_items: fields.reportItems,
  from_on: fields.fromOn,
  until_on: fields.untilOn,
  lead_workdays: fields.leadWorkdays,
  report_days: fields.reportDays,
  known: fields.known,
  body_kinds: fields.bodyKinds,
  notice_paper_id: fields.noticePaperId,
})

export async function campaignById(db: Database | Tx, id: string): Promise<CampaignRow | undefined> {
  const row = await campaigns(db).where('campaign.id', '=', id).executeTakeFirst()
  return row && toRow(row)
}

/** Holds a campaign until the transaction ends, then reads it. */
export async function campaignForUpdate(tx: Tx, id: string): Promise<CampaignRow | undefined> {
  await tx.selectFrom('campaign').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return campaignById(tx, id)
}

/** The campaigns an organisation set, the latest first. */
export async function campaignsPage(
  db: Database,
  organisationId: string,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<Campaign>> {
  const query = campaigns(db).where('campaign.organisation_id', '=', organisationId)
  const { items, next } = await page(query, [{ column: 'campaign.id', property: 'id' }], {
    ...paging,
    descending: true,
  })
  return { items: items.map((row) => campaignOf(toRow(row))), next }
}

/** A campaign as lists show it. */
function campaignOf({
  id,
  kind,
  cycleYear,
  name,
  fromOn,
  untilOn,
  known,
  organisation,
  openedOn,
  version,
}: CampaignRow): Campaign {
  return { id, kind, cycleYear, name, fromOn, untilOn, known, organisation, openedOn, version }
}

export async function insertCampaign(
  tx: Tx,
  campaign: {
    readonly id: string
    readonly organisationId: string
    readonly path: OrganisationPath
    readonly createdBy: string
  },
  fields: CampaignFields,
): Promise<void> {
  await tx
    .insertInto('campaign')
    .values({
      ...{ id: campaign.id, organisation_id: campaign.organisationId, created_by: campaign.createdBy },
      ...columnsOf(campaign.path),
      ...columnsOfFields(fields),
    })
    .execute()
}

export async function updateCampaign(tx: Tx, id: string, fields: CampaignFields): Promise<void> {
  await tx
    .updateTable('campaign')
    .set((builder) => ({ ...columnsOfFields(fields), version: builder('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function setOpened(tx: Tx, id: string, on: string): Promise<void> {
  await tx
    .updateTable('campaign')
    .set((builder) => ({ opened_on: on, version: builder('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** How many meetings a campaign has; one ordered again counts with the one it replaces. */
export async function meetingsOf(db: Database | Tx, campaignId: string): Promise<number> {
  const { count } = await db
    .selectFrom('meeting')
    .select((builder) => builder.fn.countAll().as('count'))
    .where('campaign_id', '=', campaignId)
    .where('replaces_id', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function hasCampaigns(tx: Tx, organisationId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('campaign')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The names of the campaigns an account entered, the latest first. */
export async function campaignsBy(db: Database, accountId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('campaign')
    .select('name')
    .where('created_by', '=', accountId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ name }) => name)
}
