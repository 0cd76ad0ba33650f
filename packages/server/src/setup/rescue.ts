import { type administratorRoles, isAdministrator, roleNames } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { type Acting, record } from '../platform/audit/index.ts'
import type { Database } from '../platform/database/pool.ts'
import { type Tx, transaction } from '../platform/database/transaction.ts'
import { deleteFactor, insertReset, newInitialPassword } from '../office/identity/index.ts'
import { accountToRescue, firstRoot, putPassword, setDisabled } from '../office/organisation/index.ts'
import { addAccount, type FirstAccount } from './set-up.ts'

/** Why an account is not rescued, in a sentence for who asked. */
export class RescueFailure extends Error {}

interface Rescue {
  readonly login: string
  /** Which administrator to make of a login nobody has. */
  readonly role?: (typeof administratorRoles)[number] | undefined
  readonly now: Date
}

/**
 * For the day all are locked out, by who has the server itself: a new initial password for an administrator, whose account
 * is enabled again and asks for no code, or a new administrator over the root. Written into the audit log; the owner is told when signing in.
 */
export async function rescue(db: Database, asked: Rescue): Promise<FirstAccount> {
  const made = await newInitialPassword()
  const acting = { now: asked.now, origin: { address: '本机', device: '命令行', requestId: newId() } }
  return transaction(db, async (tx) => {
    const account = await accountToRescue(tx, asked.login)
    return account ? renew(tx, acting, { account, made }) : recreate(tx, acting, { ...asked, made })
  })
}

type Made = Awaited<ReturnType<typeof newInitialPassword>>
type Found = NonNullable<Awaited<ReturnType<typeof accountToRescue>>>

async function renew(tx: Tx, acting: Acting, { account, made }: { readonly account: Found; readonly made: Made }) {
  const { id, login, name, roles, hasLeft, organisationId } = account
  const role = roles.find(isAdministrator)
  if (hasLeft) throw new RescueFailure(`“${login}”的人已经离开。请换一个账号，用 --as 新建一个管理员。`)
  if (role === undefined) throw new RescueFailure(`“${login}”不是管理员。别的账号请安全管理员重置口令。`)
  await putPassword(tx, { accountId: id, login, hash: made.hash, now: acting.now })
  await setDisabled(tx, id, null)
  const reset = { accountId: id, askedBy: null, now: acting.now }
  await insertReset(tx, { ...reset, id: newId(), credential: 'password' })
  const hadSecondFactor = await deleteFactor(tx, id)
  if (hadSecondFactor) await insertReset(tx, { ...reset, id: newId(), credential: 'second_factor' })
  const detail = { roleName: roleNames[role], isNew: false, hadSecondFactor }
  await record(tx, acting, { action: 'system.rescue', subject: login, organisationId, detail })
  return { login, name, roleName: roleNames[role], password: made.password }
}

async function recreate(tx: Tx, acting: Acting, { login, role, made }: Rescue & { readonly made: Made }) {
  if (role === undefined) throw new RescueFailure(`没有“${login}”这个账号。要新建一个管理员，请用 --as 写明是哪一种。`)
  const root = await firstRoot(tx)
  if (!root) throw new RescueFailure('数据库里还没有单位。请先启动一次服务。')
  const name = roleNames[role]
  await addAccount(tx, acting, root, { role, login, name, ...made })
  const detail = { roleName: name, isNew: true }
  await record(tx, acting, { action: 'system.rescue', subject: login, organisationId: root.id, detail })
  return { login, name, roleName: name, password: made.password }
}
