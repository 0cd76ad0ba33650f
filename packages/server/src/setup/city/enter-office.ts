import type { Actor } from '../../platform/context.ts'
import { actorOf, type InitialPassword } from '../../office/identity/index.ts'
import { createOrganisation, createPerson, giveGrant, openAccount } from '../../office/organisation/index.ts'
import { LOGINS } from '../set-up.ts'
import type { City } from './city.ts'
import { actingAs, instantOf, type Stage } from './stage.ts'

/** Who and what the keys of the data stand for; each throws for a key that nothing has. */
export interface Cast {
  /** The id of an organisation. */
  place(key: string): string
  person(key: string): { readonly id: string; readonly name: string; readonly position: string }
  /** A person with an account, as they act. */
  actor(key: string): Actor
}

interface Given {
  readonly rootId: string
  /** One for all accounts of the city. */
  readonly password: InitialPassword
}

const MINUTE = 60_000

/** Builds the office up as its administrators would: organisations, people, accounts, roles, a minute for each. */
export async function enterOffice(stage: Stage, city: City, { rootId, password }: Given): Promise<Cast> {
  const system = await actorOf(stage.db, LOGINS.system_admin)
  const security = await actorOf(stage.db, LOGINS.security_admin)
  let time = instantOf(city.setUpAt).getTime()
  const by = (actor: Actor) => actingAs(stage, actor, new Date((time += MINUTE)))
  const [root, ...organisations] = city.organisations
  const placeIds = new Map([[root?.key ?? '', rootId]])
  for (const { key, parent, ...fields } of organisations)
    placeIds.set(key, await createOrganisation(by(system), found(placeIds, parent ?? '', '组织'), fields))
  const people = new Map<string, ReturnType<Cast['person']>>()
  for (const { key, organisation, ...fields } of city.people)
    people.set(key, await createPerson(by(system), found(placeIds, organisation, '组织'), { ...fields, email: '' }))
  const actors = new Map<string, Actor>()
  for (const { person, login, roles } of city.accounts) {
    const { account } = (await openAccount(by(system), found(people, person, '人').id, login, password)).person
    for (const { role, organisation } of roles)
      await giveGrant(by(security), found(placeIds, organisation, '组织'), { accountId: account?.id ?? '', role })
    actors.set(person, await actorOf(stage.db, login))
  }
  return {
    place: (key) => found(placeIds, key, '组织'),
    person: (key) => found(people, key, '人'),
    actor: (key) => found(actors, key, '有账号的人'),
  }
}

function found<T>(known: ReadonlyMap<string, T>, key: string, what: string): T {
  const value = known.get(key)
  if (value === undefined) throw new Error(`没有“${key}”这个${what}`)
  return value
}
