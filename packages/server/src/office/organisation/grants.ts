import { exclude, isWeighty, type Role, roleNames } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { may } from '../../platform/access.ts'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { isDuplicate, transaction } from '../../platform/database/transaction.ts'
import { conflict, forbidden, notFound } from '../../platform/refusal.ts'
import { notify } from '../../platform/notifications/index.ts'
import { lastPutPassword } from '../identity/index.ts'
import { permitted } from './found.ts'
import { endGrant, grantById, type GrantRow, insertGrant, placeOfAccount, rolesForUpdate } from './grant-queries.ts'
import { keepAdministrators } from './last-administrator.ts'
import { organisationById } from './queries.ts'

/** Gives an account a role over an organisation and everything below; it works from the next request on. */
export async function giveGrant(
  context: ActorContext,
  organisationId: string,
  { accountId, role }: { readonly accountId: string; readonly role: Role },
): Promise<GrantRow> {
  const { actor, now } = context
  return transaction(context.db, async (tx) => {
    const organisation = permitted(actor, 'grant.write', await organisationById(tx, organisationId))
    const place = await placeOfAccount(tx, accountId)
    if (!place || !may(actor, 'person.read', place)) throw notFound('这个账号')
    if (accountId === actor.accountId) throw conflict('不能给自己授权。', '请由另一位安全管理员办理。')
    const held = await rolesForUpdate(tx, accountId, 'held')
    const against = held.find((other) => exclude(role, other))
    if (against !== undefined)
      throw conflict(
        `这个账号已是${roleNames[against]}，不能再做${roleNames[role]}。`,
        '三员相互独立，也不兼任业务角色；请先收回原来的授权，或换一个账号。',
      )
    if (isWeighty(role) && (await lastPutPassword(tx, accountId)) === actor.accountId)
      throw forbidden(
        `这个账号的口令上次是你一个人重置的，不能再由你授予${roleNames[role]}。`,
        '请另一位安全管理员授权；没有另一位的，先用“两人一起重置口令”重置一次。',
      )
    const id = newId()
    const grant = { id, accountId, role, organisationId, grantedBy: actor.accountId, now }
    await insertGrant(tx, grant).catch((error: unknown) => {
      throw isDuplicate(error, 'role_grant_standing')
        ? conflict(`已经授过这个权：${organisation.name}的${roleNames[role]}。`)
        : error
    })
    const row = await grantById(tx, id)
    if (!row) throw notFound('这个授权')
    const detail = { role, roleName: roleNames[role], organisation: organisation.name }
    await record(tx, context, { action: 'grant.give', subject: row.login, organisationId, detail })
    await notify(tx, context, [accountId], {
      title: `获得授权：${organisation.name}的${roleNames[role]}`,
      link: '/own-record',
    })
    return row
  })
}

/** Takes a role back; it ends with the next request. */
export async function revokeGrant(context: ActorContext, id: string): Promise<void> {
  const { actor, now } = context
  await transaction(context.db, async (tx) => {
    const grant = await grantById(tx, id)
    const organisation = grant && (await organisationById(tx, grant.organisationId))
    if (!grant || !organisation || !may(actor, 'grant.read', organisation.path)) throw notFound('这个授权')
    if (!may(actor, 'grant.write', organisation.path)) throw forbidden()
    if (grant.accountId === actor.accountId) throw conflict('不能收回自己的授权。', '请由另一位安全管理员办理。')
    await keepAdministrators(tx, { accountId: grant.accountId, grantId: id })
    if (!(await endGrant(tx, id, actor.accountId, now))) throw conflict('这个授权已被收回。')
    const role = grant.role
    await record(tx, context, {
      action: 'grant.revoke',
      subject: grant.login,
      organisationId: organisation.id,
      detail: { role, roleName: roleNames[role], organisation: organisation.name },
    })
    await notify(tx, context, [grant.accountId], {
      title: `授权已收回：${organisation.name}的${roleNames[role]}`,
      link: '/own-record',
    })
  })
}
