import {
  invitedOf,
  type Page,
  type Round,
  type RoundDetail,
  type RoundFields,
  type RoundGroup,
  type RoundKind,
  type RoundState,
} from '@duizhao/contract'
import { sql } from 'kysely'
import { columnsOf, type OrganisationPath, pathOf } from '../../platform/access.ts'
import { page } from '../../platform/database/paging.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** A group as it is kept; when the round is closed, whether it is told apart, and if so how many answered. */
export interface KeptGroup extends RoundGroup {
  readonly id: string
  readonly answered?: number
  readonly isShown?: boolean
}

function rounds(db: Database | Tx) {
  return db
    .selectFrom('round')
    .innerJoin('organisation', 'organisation.id', 'round.organisation_id')
    .leftJoin('meeting', 'meeting.id', 'round.meeting_id')
    .leftJoin('campaign', 'campaign.id', 'meeting.campaign_id')
    .selectAll('round')
    .select('organisation.name as organisationName')
    .select(sql<string | null>`coalesce(nullif(meeting.name, ''), campaign.name)`.as('meetingName'))
    .select(
      sql<RoundDetail['about']>`coalesce((select jsonb_agg(jsonb_build_object('id', person.id, 'name', person.name)
        order by array_position(about_ids, person.id)) from person where person.id = any(about_ids)), '[]')`.as(
        'about',
      ),
    )
}

type Selected = Awaited<ReturnType<ReturnType<typeof rounds>['execute']>>[number]

/** A round as it stands in the database. */
export interface RoundRow extends Pick<RoundDetail, 'about' | 'intro' | 'aspects' | 'meeting' | 'voidReason'> {
  readonly id: string
  readonly kind: RoundKind
  readonly name: string
  readonly state: RoundState
  readonly organisation: { readonly id: string; readonly name: string }
  readonly path: OrganisationPath
  readonly closesOn: string
  readonly groups: readonly KeptGroup[]
  readonly boxKey: Buffer | null
  readonly base: number | null
  readonly answered: number | null
  readonly openedOn: string | null
  readonly closedOn: string | null
  readonly publishedOn: string | null
  readonly version: number
}

function toRow(row: Selected): RoundRow {
  const { id, name, intro, aspects, about, answered, base, version } = row
  return {
    ...{ id, name, intro, aspects, about, answered, base, version },
    kind: row.kind as RoundKind,
    state: row.state as RoundState,
    organisation: { id: row.organisation_id, name: row.organisationName },
    path: pathOf(row),
    meeting: row.meeting_id === null ? null : { id: row.meeting_id, name: row.meetingName ?? '' },
    closesOn: row.closes_on,
    groups: row.groups as unknown as KeptGroup[],
    boxKey: row.box_key,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    publishedOn: row.published_on,
    voidReason: row.void_reason,
  }
}

/** A round as lists show it. */
export function roundOf({ id, kind, name, state, organisation, closesOn, groups, version }: RoundRow): Round {
  return { id, kind, name, state, organisation, closesOn, invited: invitedOf(groups), version }
}

export async function roundById(db: Database | Tx, id: string): Promise<RoundRow | undefined> {
  const row = await rounds(db).where('round.id', '=', id).executeTakeFirst()
  return row && toRow(row)
}

/** Holds a round until the transaction ends, then reads it. */
export async function roundForUpdate(tx: Tx, id: string): Promise<RoundRow | undefined> {
  await tx.selectFrom('round').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return roundById(tx, id)
}

/** The rounds of an organisation, the latest first. */
export async function roundsPage(
  db: Database,
  organisationId: string,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<Round>> {
  const query = rounds(db).where('round.organisation_id', '=', organisationId)
  const keys = [{ column: 'round.id', property: 'id' }]
  const { items, next } = await page(query, keys, { ...paging, descending: true })
  return { items: items.map((row) => roundOf(toRow(row))), next }
}

const columnsOfFields = ({ groups, ...fields }: WrittenRound) => ({
  kind: fields.kind,
  name: fields.name,
  intro: fields.intro,
  meeting_id: fields.meetingId,
  closes_on: fields.closesOn,
  aspects: [...fields.aspects],
  about_ids: [...fields.aboutIds],
  groups: JSON.stringify(groups),
})

/** What is written of a round: its groups have ids. */
export interface WrittenRound extends Omit<RoundFields, 'groups'> {
  readonly groups: readonly KeptGroup[]
}

export async function insertRound(
  tx: Tx,
  round: {
    readonly id: string
    readonly organisationId: string
    readonly path: OrganisationPath
    readonly createdBy: string
  },
  fields: WrittenRound,
): Promise<void> {
  await tx
    .insertInto('round')
    .values({
      ...{ id: round.id, organisation_id: round.organisationId, created_by: round.createdBy },
      ...columnsOf(round.path),
      ...columnsOfFields(fields),
    })
    .execute()
}

/** What an act writes of a round besides its version. */
interface RoundChange {
  readonly state?: RoundState
  readonly box_key?: Buffer
  readonly base?: number
  readonly groups?: string
  readonly answered?: number
  readonly opened_on?: string
  readonly closed_on?: string
  readonly published_on?: string
  readonly void_reason?: string
}

export async function updateRound(tx: Tx, id: string, change: WrittenRound | RoundChange): Promise<void> {
  const columns = 'closesOn' in change ? columnsOfFields(change) : change
  await tx
    .updateTable('round')
    .set((builder) => ({ ...columns, version: builder('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function hasRounds(tx: Tx, organisationId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('round')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The names of the rounds an account prepared, the latest first. */
export async function roundsBy(db: Database, accountId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('round')
    .select('name')
    .where('created_by', '=', accountId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ name }) => name)
}
