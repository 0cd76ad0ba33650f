import type { DutyDetail, DutyFields } from '@duizhao/contract'
import { sql } from 'kysely'
import { columnsOf, type OrganisationPath, pathOf } from '../../platform/access.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

const fields = [
  'duty.id',
  'duty.organisation_id as organisationId',
  'duty.name',
  'duty.kinds',
  'duty.subject',
  'duty.list',
  'duty.amount',
  'duty.unit',
  'duty.per',
  'duty.owed_kinds as owedKinds',
  'duty.owed_bodies as owedBodies',
  'duty.owed_roles as owedRoles',
  'duty.where_role as whereRole',
  'duty.is_inherited as isInherited',
  'duty.due_workdays as dueWorkdays',
  'duty.from_on as fromOn',
  'duty.to_on as toOn',
  'duty.ground',
  'duty.known',
  'duty.standard',
  'duty.problem_id as problemId',
  'duty.withdrawn_on as withdrawnOn',
  'duty.withdrawn_reason as withdrawnReason',
  'duty.version',
] as const

function duties(db: Database | Tx) {
  return db
    .selectFrom('duty')
    .innerJoin('organisation', 'organisation.id', 'duty.organisation_id')
    .select(fields)
    .select('organisation.name as organisationName')
}

type Stored = Awaited<ReturnType<ReturnType<typeof duties>['execute']>>[number]

/** A duty as it is stored. */
export interface DutyRow extends DutyFields {
  readonly id: string
  readonly organisationId: string
  readonly organisationName: string
  readonly standard: string | null
  readonly withdrawnOn: string | null
  readonly withdrawnReason: string
  readonly version: number
}

/** What the table's checks and the contract's lists agree on: the columns are text arrays, the words those of the lists. */
function toRow(row: Stored): DutyRow {
  return row as DutyRow
}

/** The duties set by some organisations, those no longer required too: what was owed then stays visible. */
export async function dutiesSetBy(db: Database | Tx, organisationIds: readonly string[]): Promise<DutyRow[]> {
  const rows = await duties(db)
    .where(sql<boolean>`duty.organisation_id = any(${organisationIds}::uuid[])`)
    .orderBy('duty.id')
    .execute()
  return rows.map(toRow)
}

export async function dutiesById(db: Database | Tx, ids: readonly string[]): Promise<DutyRow[]> {
  const rows = await duties(db)
    .where(sql<boolean>`duty.id = any(${ids}::uuid[])`)
    .execute()
  return rows.map(toRow)
}

export async function dutyById(db: Database | Tx, id: string): Promise<DutyRow | undefined> {
  const row = await duties(db).where('duty.id', '=', id).executeTakeFirst()
  return row && toRow(row)
}

/** A duty with the path it lies at, locked until the transaction ends. */
export async function dutyForUpdate(
  tx: Tx,
  id: string,
): Promise<{ readonly duty: DutyRow; readonly path: OrganisationPath } | undefined> {
  const held = await tx.selectFrom('duty').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  const duty = held && (await dutyById(tx, id))
  return held && duty && { duty, path: pathOf(held) }
}

function valuesOf(duty: DutyFields) {
  return {
    name: duty.name,
    kinds: duty.kinds,
    subject: duty.subject,
    list: duty.list,
    amount: duty.amount,
    unit: duty.unit,
    per: duty.per,
    owed_kinds: duty.owedKinds,
    owed_bodies: duty.owedBodies,
    owed_roles: duty.owedRoles,
    where_role: duty.whereRole,
    is_inherited: duty.isInherited,
    due_workdays: duty.dueWorkdays,
    from_on: duty.fromOn,
    to_on: duty.toOn,
    ground: duty.ground,
    known: duty.known,
    problem_id: duty.problemId,
  } as const
}

export async function insertDuty(
  tx: Tx,
  { id, path, standard }: { readonly id: string; readonly path: OrganisationPath; readonly standard: string | null },
  duty: DutyFields,
): Promise<void> {
  const organisation_id = path.at(-1) ?? ''
  await tx
    .insertInto('duty')
    .values({ id, organisation_id, ...columnsOf(path), standard, ...valuesOf(duty) })
    .execute()
}

export async function updateDuty(tx: Tx, id: string, duty: DutyFields): Promise<void> {
  await tx
    .updateTable('duty')
    .set((builder) => ({ ...valuesOf(duty), version: builder('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function setWithdrawn(tx: Tx, id: string, on: string, reason: string): Promise<void> {
  await tx
    .updateTable('duty')
    .set((builder) => ({ withdrawn_on: on, withdrawn_reason: reason, version: builder('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Names of organisations by their ids. */
export async function namesById(
  db: Database | Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly name: string; readonly path: OrganisationPath }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation')
    .selectAll()
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, { id: row.id, name: row.name, path: pathOf(row) }]))
}

/** The duty as it is answered with. */
export function toDetail(
  { organisationId, organisationName, withdrawnOn, withdrawnReason, ...row }: DutyRow,
  names: ReadonlyMap<string, { readonly name: string }>,
  mayWrite: boolean,
): DutyDetail {
  return {
    ...row,
    organisation: { id: organisationId, name: organisationName },
    owedBodyNames: row.owedBodies.map((id) => ({ id, name: names.get(id)?.name ?? '' })),
    withdrawn: withdrawnOn === null ? null : { on: withdrawnOn, reason: withdrawnReason },
    mayWrite,
  }
}
