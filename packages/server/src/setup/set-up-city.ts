import { type Role, roleNames } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import type { FileStore } from '../platform/file-store.ts'
import type { Database } from '../platform/database/pool.ts'
import { transaction } from '../platform/database/transaction.ts'
import { newInitialPassword, keepInitialPasswords } from '../office/identity/index.ts'
import type { City } from './city/city.ts'
import { enterOffice } from './city/enter-office.ts'
import { enterPostsAndDuties } from './city/play-life.ts'
import { playYear } from './city/play-year.ts'
import { readCity } from './city/read-city.ts'
import { instantOf } from './city/stage.ts'
import { type FirstAccount, makeAdministrators, setUp } from './set-up.ts'

interface CityMeans {
  readonly now: Date
  readonly files: FileStore
  /** Where the data of the city lies. */
  readonly folder: string
}

/**
 * The first start with a fictional city in it: its organisations, its people and a year of their ledger, played through
 * the use cases by the city's own people and clock, all of it or nothing. Returns the accounts to try it with: the
 * administrators and one of every role. Throws a `CityFailure` for data that cannot be read or played.
 */
export async function setUpCity(db: Database, { now, files, folder }: CityMeans): Promise<FirstAccount[]> {
  const city = await readCity(folder, now)
  const [root] = city.organisations
  const rootPlace = { id: newId(), name: root?.name ?? '', kind: root?.kind ?? 'committee' } as const
  const administrators = await makeAdministrators()
  const password = await newInitialPassword()
  const origin = { address: '本机', device: '首次启动', requestId: newId() }
  return transaction(db, async (tx) => {
    const stage = { db: tx, files }
    const first = await setUp(tx, { now: instantOf(city.setUpAt), origin }, rootPlace, administrators)
    const cast = await enterOffice(stage, city, { rootId: rootPlace.id, password })
    await enterPostsAndDuties(stage, city, cast)
    await playYear(stage, city, cast, now)
    // The accounts were opened a year ago by the city's clock; who tries one signs in and looks about, nothing before.
    await keepInitialPasswords(tx, now)
    return [...first, ...accountsToTry(city, password.password)]
  })
}

/** One account of every role: of the unit to try it in, and for what is above it the first there is. */
function accountsToTry({ accounts, people, organisations, tryIn }: City, password: string): FirstAccount[] {
  const persons = new Map(people.map((person) => [person.key, person]))
  const places = new Map(organisations.map(({ key, name }) => [key, name]))
  const isInside = ({ roles }: City['accounts'][number]): boolean =>
    roles.some(({ organisation }) => organisation.startsWith(tryIn))
  const seen = new Set<Role>()
  return accounts
    .toSorted((a, b) => Number(isInside(b)) - Number(isInside(a)))
    .flatMap(({ person, login, roles }) => {
      const [first] = roles
      if (!first || seen.has(first.role)) return []
      seen.add(first.role)
      const { name = login, position = '' } = persons.get(person) ?? {}
      const place = places.get(first.organisation) ?? ''
      return [{ login, name: `${name}（${place}，${position}）`, roleName: roleNames[first.role], password }]
    })
}
