import { administratorRoles, type OrganisationKind, type Role, roleNames } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { type Acting, record } from '../platform/audit/index.ts'
import type { Database } from '../platform/database/pool.ts'
import type { Tx } from '../platform/database/transaction.ts'
import { type InitialPassword, newInitialPassword } from '../office/identity/index.ts'
import {
  insertAccount,
  insertGrant,
  insertOrganisation,
  insertPerson,
  searchableOrganisation,
  searchablePerson,
} from '../office/organisation/index.ts'
import { enterSearch } from '../platform/search/index.ts'

/** A first account, with the password to hand over; it has to be changed at the first sign-in. */
export interface FirstAccount {
  readonly login: string
  readonly name: string
  readonly roleName: string
  readonly password: string
}

export interface Root {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
}

/** The logins of the administrators. */
export const LOGINS: Readonly<Record<(typeof administratorRoles)[number], string>> = {
  system_admin: 'xitong',
  security_admin: 'anquan',
  audit_admin: 'shenji',
}

/** True if nobody has ever set this database up. */
export async function isNew(db: Database): Promise<boolean> {
  return (await db.selectFrom('organisation').select('id').limit(1).executeTakeFirst()) === undefined
}

/** The three administrators (三员) with passwords made for them; hashing takes its time and holds up no transaction. */
export function makeAdministrators(): Promise<Administrator[]> {
  return Promise.all(
    administratorRoles.map(async (role) => {
      const password = await newInitialPassword()
      return { role, login: LOGINS[role], name: roleNames[role], ...password }
    }),
  )
}

/** Creates the root of the tree and the administrators, each with an account of their own. */
export async function setUp(
  tx: Tx,
  acting: Acting,
  root: Root,
  administrators: readonly Administrator[],
): Promise<FirstAccount[]> {
  const path = [root.id]
  await insertOrganisation(tx, { ...root, parentId: null, path })
  await enterSearch(tx, searchableOrganisation({ ...root, path }, null))
  for (const administrator of administrators) await addAccount(tx, acting, { ...root, path }, administrator)
  await record(tx, acting, { action: 'system.setUp', subject: root.name, organisationId: root.id })
  return administrators.map(({ login, name, password }) => ({ login, name, roleName: name, password }))
}

export interface Administrator extends InitialPassword {
  readonly role: Role
  readonly login: string
  readonly name: string
}

/** A person of an organisation with an account and a role over it. */
export async function addAccount(
  tx: Tx,
  { now }: Acting,
  organisation: Root & { readonly path: readonly string[] },
  { role, login, name, hash }: Administrator,
): Promise<void> {
  const personId = newId()
  const accountId = newId()
  await insertPerson(tx, personId, organisation.id, { name, position: name, email: '', isPartyMember: true })
  await enterSearch(tx, searchablePerson({ id: personId, name, position: name }, organisation))
  await insertAccount(tx, { id: accountId, personId, login, passwordHash: hash, now })
  await insertGrant(tx, { id: newId(), accountId, role, organisationId: organisation.id, grantedBy: null, now })
}
