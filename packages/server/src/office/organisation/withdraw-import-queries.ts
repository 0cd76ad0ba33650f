import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transaction.ts'

/** The versions of organisations and people, by their ids. */
export async function versionsOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from organisation where id = any(${ids}::uuid[])
    union all select id, version from person where id = any(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, version }) => [id, version]))
}

/** People who are still there, held until the transaction ends, with what an import may have changed. */
export async function peopleToTakeBack(tx: Tx, ids: readonly string[]) {
  return tx
    .selectFrom('person')
    .leftJoin('account', 'account.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.version', 'person.organisation_id as organisationId'])
    .select(['account.id as accountId', 'account.last_signed_in_at as lastSignedInAt'])
    .where('person.id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('person.id')
    .forUpdate('person')
    .execute()
}

/** Organisations that are still there, those above first. */
export async function organisationsToTakeBack(tx: Tx, ids: readonly string[]) {
  return tx
    .selectFrom('organisation')
    .selectAll()
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('level')
    .execute()
}

/** The organisations among some that have others below them than these. */
export async function withOthersBelow(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct parent_id as id from organisation
    where parent_id = any(${ids}::uuid[]) and id <> all(${ids}::uuid[])`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

export async function deleteAccounts(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('account')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}

export async function deletePeople(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('person')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}

/** In one statement, so that it does not matter which lies below which. */
export async function deleteOrganisations(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('organisation')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}
