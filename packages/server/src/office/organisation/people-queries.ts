import { containing } from '../../platform/database/like.ts'
import type { AccountLack, Page, Person } from '@duizhao/contract'
import { sql } from 'kysely'
import { levelColumn, type OrganisationPath, pathOf } from '../../platform/access.ts'
import type { Database } from '../../platform/database/pool.ts'
import { page } from '../../platform/database/paging.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { isLacking } from './account-lack-queries.ts'
import type { OrganisationRow } from './queries.ts'

/** People who have not left, with their account, and until when somebody who guessed at it has to wait. */
function people(db: Database | Tx) {
  return db
    .selectFrom('person')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .leftJoin('account', 'account.person_id', 'person.id')
    .where('person.left_at', 'is', null)
    .select((builder) => [
      'person.id',
      'person.name',
      'person.position',
      'person.email',
      'person.is_party_member as isPartyMember',
      'person.version',
      'organisation.id as organisationId',
      'organisation.name as organisationName',
      'account.id as accountId',
      'account.login',
      builder
        .selectFrom('sign_in_failure')
        .select(({ fn }) => fn.max('until').as('until'))
        .where('sign_in_failure.login', '=', sql<string>`lower(account.login)`)
        .as('lockedUntil'),
      'account.disabled_at as disabledAt',
    ])
}

type PersonRow = Awaited<ReturnType<ReturnType<typeof people>['execute']>>[number]

function toPerson(row: PersonRow, now: Date): Person {
  const { organisationId, organisationName, accountId, login, lockedUntil, disabledAt, ...person } = row
  const state = disabledAt ? 'disabled' : lockedUntil && lockedUntil > now ? 'locked' : 'active'
  return {
    ...person,
    organisation: { id: organisationId, name: organisationName },
    account: accountId === null || login === null ? null : { id: accountId, login, state },
  }
}

export interface PeopleFilter {
  readonly after?: string | undefined
  readonly limit: number
  readonly text: string
  /** With the organisations below. */
  readonly below: boolean
  readonly account?: AccountLack | undefined
  readonly now: Date
}

export async function peoplePage(
  db: Database,
  organisation: OrganisationRow,
  filter: PeopleFilter,
): Promise<Page<Person>> {
  let query = people(db)
  query = filter.below
    ? query.where(`organisation.${levelColumn(organisation.level)}`, '=', organisation.id)
    : query.where('person.organisation_id', '=', organisation.id)
  if (filter.text !== '') {
    const pattern = containing(filter.text)
    query = query.where((builder) =>
      builder.or([builder('person.name', 'like', pattern), builder('person.position', 'like', pattern)]),
    )
  }
  if (filter.account !== undefined) query = query.where(isLacking(filter.account, filter.now))
  const keys = [
    { column: 'person.organisation_id', property: 'organisationId' },
    { column: 'person.name', property: 'name' },
    { column: 'person.id', property: 'id' },
  ]
  const { items, next } = await page(query, keys, filter)
  return { items: items.map((row) => toPerson(row, filter.now)), next }
}

export async function personById(db: Database | Tx, id: string, now: Date): Promise<Person | undefined> {
  const row = await people(db).where('person.id', '=', id).executeTakeFirst()
  return row && toPerson(row, now)
}

export async function personOfAccount(db: Database | Tx, accountId: string, now: Date): Promise<Person | undefined> {
  const row = await people(db).where('account.id', '=', accountId).executeTakeFirst()
  return row && toPerson(row, now)
}

/** Where a person belongs, locking the row until the transaction ends. */
export async function placeForUpdate(
  tx: Tx,
  personId: string,
): Promise<{ readonly version: number; readonly path: OrganisationPath } | undefined> {
  const row = await tx
    .selectFrom('person')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .selectAll('organisation')
    .select('person.version as personVersion')
    .where('person.id', '=', personId)
    .where('person.left_at', 'is', null)
    .forUpdate('person')
    .executeTakeFirst()
  return row && { version: row.personVersion, path: pathOf(row) }
}

export interface PersonFields {
  readonly name: string
  readonly position: string
  readonly email: string
  readonly isPartyMember: boolean
}

export async function insertPerson(tx: Tx, id: string, organisationId: string, fields: PersonFields): Promise<void> {
  await tx
    .insertInto('person')
    .values({
      id,
      organisation_id: organisationId,
      name: fields.name,
      position: fields.position,
      email: fields.email,
      is_party_member: fields.isPartyMember,
    })
    .execute()
}

export async function updatePerson(tx: Tx, id: string, organisationId: string, fields: PersonFields): Promise<void> {
  await tx
    .updateTable('person')
    .set((builder) => ({
      organisation_id: organisationId,
      name: fields.name,
      position: fields.position,
      email: fields.email,
      is_party_member: fields.isPartyMember,
      version: builder('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** The person leaves: the account is disabled, its sessions end, its roles are revoked. */
export async function retirePerson(tx: Tx, id: string, accountId: string | null, now: Date): Promise<void> {
  await tx.updateTable('person').set({ left_at: now }).where('id', '=', id).execute()
  if (accountId === null) return
  await tx.updateTable('account').set({ disabled_at: now }).where('id', '=', accountId).execute()
  await tx.deleteFrom('session').where('account_id', '=', accountId).execute()
  await tx
    .updateTable('role_grant')
    .set({ revoked_at: now })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .execute()
}

export interface NewAccount {
  readonly id: string
  readonly personId: string
  readonly login: string
  readonly passwordHash: string
  readonly now: Date
}

export async function insertAccount(tx: Tx, account: NewAccount): Promise<void> {
  await tx
    .insertInto('account')
    .values({
      id: account.id,
      person_id: account.personId,
      login: account.login,
      password_hash: account.passwordHash,
      password_changed_at: account.now,
    })
    .execute()
}

export async function setDisabled(tx: Tx, accountId: string, disabledAt: Date | null): Promise<void> {
  await tx.updateTable('account').set({ disabled_at: disabledAt }).where('id', '=', accountId).execute()
  if (disabledAt !== null) await tx.deleteFrom('session').where('account_id', '=', accountId).execute()
}

/** The accounts of people by the person: of those that have one and are not disabled. */
export async function accountsOfPeople(
  db: Database | Tx,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const known = ids.filter((id) => id !== null)
  if (known.length === 0) return new Map()
  const rows = await db
    .selectFrom('account')
    .select(['id', 'person_id as personId'])
    .where('person_id', 'in', known)
    .where('disabled_at', 'is', null)
    .execute()
  return new Map(rows.map(({ id, personId }) => [personId, id]))
}

/** An account as `duizhao rescue` needs it, with the roles it holds. */
export async function accountToRescue(tx: Tx, login: string) {
  const row = await tx
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id', 'account.login', 'person.name', 'person.left_at as leftAt'])
    .select('person.organisation_id as organisationId')
    .where(sql<string>`lower(account.login)`, '=', login.toLowerCase())
    .executeTakeFirst()
  if (!row) return undefined
  const { leftAt, ...account } = row
  const grants = await tx
    .selectFrom('role_grant')
    .select('role')
    .where('account_id', '=', row.id)
    .where('revoked_at', 'is', null)
    .execute()
  return { ...account, hasLeft: leftAt !== null, roles: grants.map(({ role }) => role) }
}

/** Logins that are taken, of those asked about, in lower case. */
export async function takenLogins(db: Database | Tx, logins: readonly string[]): Promise<Set<string>> {
  if (logins.length === 0) return new Set()
  const lower = logins.map((login) => login.toLowerCase())
  const rows = await db
    .selectFrom('account')
    .select('login')
    .where(sql<string>`lower(login)`, 'in', lower)
    .execute()
  return new Set(rows.map(({ login }) => login.toLowerCase()))
}

/** What is kept of a person. */
export async function personFacts(db: Database, personId: string) {
  return db
    .selectFrom('person')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .select([
      'person.name',
      'person.position',
      'person.email',
      'person.is_party_member as isPartyMember',
      'organisation.name as organisationName',
    ])
    .where('person.id', '=', personId)
    .executeTakeFirstOrThrow()
}
