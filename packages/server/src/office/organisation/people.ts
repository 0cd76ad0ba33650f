import type { Person } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { may } from '../../platform/access.ts'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import type { Feature } from '../../platform/feature.ts'
import { conflict, forbidden, notFound } from '../../platform/refusal.ts'
import { enterSearch, leaveSearch } from '../../platform/search/index.ts'
import { checkReach } from './account-reach.ts'
import { permitted } from './found.ts'
import { keepAdministrators } from './last-administrator.ts'
import {
  insertPerson,
  personById,
  type PersonFields,
  placeForUpdate,
  retirePerson,
  updatePerson,
} from './people-queries.ts'
import { holdTree, organisationById } from './queries.ts'
import { searchablePerson } from './searchable.ts'

/** Registers a person with an organisation. */
export async function createPerson(
  context: ActorContext,
  organisationId: string,
  fields: PersonFields,
): Promise<Person> {
  return transaction(context.db, async (tx) => {
    await holdTree(tx)
    const organisation = permitted(context.actor, 'person.write', await organisationById(tx, organisationId))
    const id = newId()
    await insertPerson(tx, id, organisationId, fields)
    await enterSearch(tx, searchablePerson({ id, ...fields }, organisation))
    await record(tx, context, { action: 'person.create', subject: fields.name, organisationId, detail: { ...fields } })
    return present(tx, context, id)
  })
}

/** Changes what is known of a person, or where they belong. Conflict, with the present state, if someone was faster. */
export async function changePerson(
  context: ActorContext,
  id: string,
  { organisationId, version, ...fields }: PersonFields & { readonly organisationId: string; readonly version: number },
): Promise<Person> {
  return transaction(context.db, async (tx) => {
    await holdTree(tx)
    const place = await permittedPlace(tx, context, id)
    const before = await present(tx, context, id)
    if (place.version !== version) throw conflict('这个人的资料刚刚被别人改过。', '请对照现在的内容再改。', before)
    const organisation = permitted(context.actor, 'person.write', await organisationById(tx, organisationId))
    await updatePerson(tx, id, organisationId, fields)
    await enterSearch(tx, searchablePerson({ id, ...fields }, organisation))
    const { name, position, email, isPartyMember } = before
    await record(tx, context, {
      action: 'person.change',
      subject: fields.name,
      organisationId,
      detail: {
        before: { name, position, email, isPartyMember, organisation: before.organisation.name },
        after: { ...fields, organisation: organisation.name },
      },
    })
    return present(tx, context, id)
  })
}

/** A person leaves: they can no longer sign in and hold nothing any more, what they did stays. */
export async function removePerson(context: ActorContext, features: readonly Feature[], id: string): Promise<void> {
  await transaction(context.db, async (tx) => {
    await permittedPlace(tx, context, id)
    const person = await present(tx, context, id)
    if (id === context.actor.personId) throw conflict('不能让自己离开。', '请由另一位系统管理员办理。')
    const { account } = person
    if (account) {
      await checkReach(tx, context.actor, { accountId: account.id, permission: 'person.write' })
      await keepAdministrators(tx, { accountId: account.id })
    }
    for (const { personLeaves } of features) await personLeaves?.(tx, context, { personId: id, features })
    await retirePerson(tx, id, account?.id ?? null, context.now)
    await leaveSearch(tx, 'person', id)
    await record(tx, context, {
      action: 'person.remove',
      subject: person.name,
      organisationId: person.organisation.id,
      detail: { login: account?.login },
    })
  })
}

async function permittedPlace(tx: Tx, { actor }: ActorContext, id: string) {
  const place = await placeForUpdate(tx, id)
  if (!place || !may(actor, 'person.read', place.path)) throw notFound('这个人')
  if (!may(actor, 'person.write', place.path)) throw forbidden()
  return place
}

async function present(tx: Tx, { now }: ActorContext, id: string): Promise<Person> {
  const person = await personById(tx, id, now)
  if (!person) throw notFound('这个人')
  return person
}
