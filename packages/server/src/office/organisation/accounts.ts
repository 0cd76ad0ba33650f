import type { Permission, Person } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { may, type OrganisationPath } from '../../platform/access.ts'
import { record } from '../../platform/audit/index.ts'
import type { Actor, ActorContext } from '../../platform/context.ts'
import { isDuplicate, type Tx, transaction } from '../../platform/database/transaction.ts'
import { conflict, forbidden, notFound } from '../../platform/refusal.ts'
import { forgetAllFailures, type InitialPassword, newInitialPassword } from '../identity/index.ts'
import { checkReach } from './account-reach.ts'
import { keepAdministrators } from './last-administrator.ts'
import { placeOfAccount } from './grant-queries.ts'
import { insertAccount, personById, personOfAccount, placeForUpdate, setDisabled } from './people-queries.ts'

export interface NewLogin {
  readonly person: Person
  readonly password: string
}

/** Opens an account for a person, with a password to be changed at the first sign-in: one of its own if none is given. */
export async function openAccount(
  context: ActorContext,
  personId: string,
  login: string,
  given?: InitialPassword,
): Promise<NewLogin> {
  const { password, hash: passwordHash } = given ?? (await newInitialPassword())
  return transaction(context.db, async (tx) => {
    const place = await placeForUpdate(tx, personId)
    if (!place || !may(context.actor, 'person.read', place.path)) throw notFound('这个人')
    if (!may(context.actor, 'account.write', place.path)) throw forbidden()
    const account = { id: newId(), personId, login, passwordHash, now: context.now }
    await insertAccount(tx, account).catch((error: unknown) => {
      if (isDuplicate(error, 'account_login')) throw conflict(`账号“${login}”已经有人用了。`, '请换一个账号。')
      if (isDuplicate(error, 'account_person_id_key')) throw conflict('这个人已经有账号。')
      throw error
    })
    const person = await personById(tx, personId, context.now)
    if (!person) throw notFound('这个人')
    await record(tx, context, { action: 'account.open', subject: login, organisationId: person.organisation.id })
    return { person, password }
  })
}

/** Bars an account and ends its sessions. One's own cannot be. */
export async function disableAccount(context: ActorContext, id: string): Promise<Person> {
  if (id === context.actor.accountId) throw conflict('不能停用自己的账号。')
  return changeAccount(context, id, { permission: 'account.write', action: 'account.disable' }, async (tx) => {
    await keepAdministrators(tx, { accountId: id })
    await setDisabled(tx, id, context.now)
  })
}

export async function enableAccount(context: ActorContext, id: string): Promise<Person> {
  return changeAccount(context, id, { permission: 'account.write', action: 'account.enable' }, (tx) =>
    setDisabled(tx, id, null),
  )
}

export async function unlockAccount(context: ActorContext, id: string): Promise<Person> {
  return changeAccount(context, id, { permission: 'account.secure', action: 'account.unlock' }, (tx, login) =>
    forgetAllFailures(tx, login),
  )
}

/** An auditor, who sees no people, sees the account whose reset he confirms. */
function seesAccount(actor: Actor, permission: Permission, path: OrganisationPath): boolean {
  return may(actor, 'person.read', path) || may(actor, permission, path)
}

/** Changes an account the actor has the permission over, by where its person belongs and by all it may do, and records it. */
export async function changeAccount(
  context: ActorContext,
  id: string,
  { permission, action }: { readonly permission: Permission; readonly action: string },
  change: (tx: Tx, login: string) => Promise<Readonly<Record<string, unknown>> | void>,
): Promise<Person> {
  return transaction(context.db, async (tx) => {
    const path = await placeOfAccount(tx, id)
    if (!path || !seesAccount(context.actor, permission, path)) throw notFound('这个账号')
    if (!may(context.actor, permission, path)) throw forbidden()
    await checkReach(tx, context.actor, { accountId: id, permission })
    const login = (await personOfAccount(tx, id, context.now))?.account?.login ?? ''
    const detail = (await change(tx, login)) ?? {}
    const person = await personOfAccount(tx, id, context.now)
    if (!person) throw notFound('这个账号')
    await record(tx, context, { action, subject: login, organisationId: person.organisation.id, detail })
    return person
  })
}
