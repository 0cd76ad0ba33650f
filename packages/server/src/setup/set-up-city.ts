import { isAdministrator, type Role, roleNames } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import type { Acting } from '../platform/audit/index.ts'
import type { Database } from '../platform/database/pool.ts'
import { type Tx, transaction } from '../platform/database/transaction.ts'
import type { FileStore } from '../platform/context.ts'
import { hashInitialPassword, initialPassword } from '../office/identity/index.ts'
import {
  insertAccount,
  insertGrant,
  insertOrganisation,
  insertPerson,
  searchableOrganisation,
  searchablePerson,
} from '../office/organisation/index.ts'
import { enterSearch } from '../platform/search/index.ts'
import { cityOrganisations } from './city/organisations.ts'
import { cityAccounts, cityPeople } from './city/people.ts'
import { type CityPlace, type CityStaff, enterCityLedger } from './enter-city-ledger.ts'
import { type FirstAccount, makeAdministrators, setUp } from './set-up.ts'

/**
 * The first start with a fictional city in it: 临江市, its organs, bureaus, a county and a district, its people and a year
 * of their ledger. Returns the accounts to try it with: the administrators and one of every role.
 */
export async function setUpCity(db: Database, now: Date, files: FileStore): Promise<FirstAccount[]> {
  const acting = { now, origin: { address: '本机', device: '首次启动', requestId: newId() } }
  const [root] = cityOrganisations
  if (!root) throw new Error('the city has no root')
  const rootPlace: CityPlace = { id: newId(), name: root.name, kind: root.kind, path: [] }
  const administrators = await makeAdministrators()
  const password = initialPassword()
  const hash = await hashInitialPassword(password)
  return transaction(db, async (tx) => {
    const first = await setUp(tx, acting, rootPlace, administrators)
    const places = await enterOrganisations(tx, root.key, rootPlace)
    const staff = await enterPeople(tx, acting, { places, hash })
    await enterCityLedger(tx, { now, files, places, staff })
    return [...first, ...accountsToTry(password)]
  })
}

async function enterOrganisations(tx: Tx, rootKey: string, root: CityPlace): Promise<ReadonlyMap<string, CityPlace>> {
  const places = new Map<string, CityPlace>([[rootKey, { ...root, path: [root.id] }]])
  for (const { key, parent, name, kind } of cityOrganisations) {
    const above = parent === null ? undefined : places.get(parent)
    if (!above) continue
    const id = newId()
    const place = { id, name, kind, path: [...above.path, id] }
    places.set(key, place)
    await insertOrganisation(tx, { ...place, parentId: above.id })
    await enterSearch(tx, searchableOrganisation(place, above.name))
  }
  return places
}

interface PeopleNeeds {
  readonly places: ReadonlyMap<string, CityPlace>
  readonly hash: string
}

async function enterPeople(
  tx: Tx,
  { now }: Acting,
  { places, hash }: PeopleNeeds,
): Promise<ReadonlyMap<string, CityStaff>> {
  const staff = new Map<string, CityStaff>()
  for (const { key, organisation, name, position, isPartyMember } of cityPeople) {
    const place = places.get(organisation)
    if (!place) throw new Error(`${name} belongs to no organisation`)
    const id = newId()
    await insertPerson(tx, id, place.id, { name, position, email: '', isPartyMember })
    await enterSearch(tx, searchablePerson({ id, name, position }, place))
    staff.set(key, { personId: id, name, accountId: null })
  }
  for (const { person, login, roles } of workAccounts) {
    const known = staff.get(person)
    if (!known) throw new Error(`${login} belongs to nobody`)
    const accountId = newId()
    await insertAccount(tx, { id: accountId, personId: known.personId, login, passwordHash: hash, now })
    for (const { role, organisation } of roles) {
      const organisationId = places.get(organisation)?.id ?? ''
      await insertGrant(tx, { id: newId(), accountId, role, organisationId, grantedBy: null, now })
    }
    staff.set(person, { ...known, accountId })
  }
  return staff
}

/** The administrators are made by the setting up itself. */
const workAccounts = cityAccounts.filter(({ roles }) => !roles.some(({ role }) => isAdministrator(role)))

/** The bureau to try it in: its people can go through the whole loop together. */
const BUREAU = 'finance'

/** One account of every role: of the bureau to try it in, and for what is above it the first there is. */
function accountsToTry(password: string): FirstAccount[] {
  const people = new Map(cityPeople.map((person) => [person.key, person]))
  const places = new Map(cityOrganisations.map(({ key, name }) => [key, name]))
  const inBureau = ({ roles }: (typeof workAccounts)[number]): boolean =>
    roles.some(({ organisation }) => organisation.startsWith(BUREAU))
  const seen = new Set<Role>()
  return workAccounts
    .toSorted((a, b) => Number(inBureau(b)) - Number(inBureau(a)))
    .flatMap(({ person, login, roles }) => {
      const [first] = roles
      if (!first || seen.has(first.role)) return []
      seen.add(first.role)
      const { name = login, position = '' } = people.get(person) ?? {}
      const place = places.get(first.organisation) ?? ''
      return [{ login, name: `${name}（${place}，${position}）`, roleName: roleNames[first.role], password }]
    })
}
