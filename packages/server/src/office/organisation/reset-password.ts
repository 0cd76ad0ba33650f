import { type Credential, isWeighty, resetDeeds } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { may, pathOf } from '../../platform/access.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { conflict } from '../../platform/refusal.ts'
import {
  deleteSessionsOf,
  endReset,
  forgetAllFailures,
  insertReset,
  insertWaitingReset,
  newHalvedPassword,
  newInitialPassword,
  setPassword,
  type WaitingReset,
  waitingReset,
  waitingResets,
} from '../identity/index.ts'
import { reaches } from './account-reach.ts'
import { changeAccount, type NewLogin } from './accounts.ts'
import { rolesForUpdate } from './grant-queries.ts'

interface Reset extends NewLogin {
  readonly isHalf: boolean
}

/**
 * Gives an account a new password to be changed at the next sign-in, and ends its sessions. For who decides much or once
 * did, or if asked to be done together, nothing happens until another administrator confirms; each of the two is shown one
 * half of the password.
 */
export async function resetPassword(context: ActorContext, id: string, isTogether: boolean): Promise<Reset> {
  const { actor, now } = context
  if (id === actor.accountId) throw conflict('自己的口令请用“修改口令”。')
  const [whole, halved] = await Promise.all([newInitialPassword(), newHalvedPassword()])
  let isHalf = false
  const means = { permission: 'account.secure', action: 'account.resetPassword' } as const
  const person = await changeAccount(context, id, means, async (tx, login) => {
    isHalf = isTogether || (await rolesForUpdate(tx, id, 'ever')).some(isWeighty)
    const reset = { id: newId(), credential: 'password', accountId: id, askedBy: actor.accountId, now } as const
    if (isHalf) {
      const { hash: passwordHash, secondHalf } = halved
      await insertWaitingReset(tx, reset, { passwordHash, secondHalf })
      return { waits: true }
    }
    await insertReset(tx, reset)
    return putPassword(tx, { accountId: id, login, hash: whole.hash, now })
  })
  return { person, isHalf, password: isHalf ? halved.firstHalf : whole.password }
}

/** Lets a reset take effect that another administrator asked for. Conflict if none waits, or it is one's own. */
export async function confirmPasswordReset(context: ActorContext, id: string): Promise<Reset> {
  const { actor, now } = context
  if (id === actor.accountId) throw conflict('自己的口令要由别人重置和确认。', '请另一位管理员确认。')
  let password = ''
  const means = { permission: 'account.confirm', action: 'account.confirmPasswordReset' } as const
  const person = await changeAccount(context, id, means, async (tx, login) => {
    const { made, askedBy, ...reset } = await confirmedReset(tx, context, { accountId: id, credential: 'password' })
    if (!made) throw new Error(`the reset ${reset.id} waits without a password`)
    password = made.secondHalf
    await putPassword(tx, { accountId: id, login, hash: made.passwordHash, now })
    await endReset(tx, reset.id, actor.accountId, now)
    return { askedBy }
  })
  return { person, password, isHalf: true }
}

/** The reset that waits, for who may confirm it. Conflict if none does, or it is one's own. */
export async function confirmedReset(
  tx: Tx,
  { actor, now }: ActorContext,
  asked: { readonly accountId: string; readonly credential: Credential },
): Promise<WaitingReset> {
  const reset = await waitingReset(tx, { ...asked, now })
  const deed = resetDeeds[asked.credential]
  if (!reset) throw conflict(`没有人在要求${deed}。`, '一天之内没有确认就作废，请安全管理员重新办理。')
  if (reset.askedBy === actor.accountId) throw conflict(`自己要求${deed}的，要由另一位管理员确认。`)
  return reset
}

interface Put {
  readonly accountId: string
  readonly login: string
  readonly hash: string
  readonly now: Date
}

/** From now on only the new password opens the account, and it has to be changed. */
export async function putPassword(tx: Tx, { accountId, login, hash, now }: Put): Promise<void> {
  await forgetAllFailures(tx, login)
  await setPassword(tx, accountId, { hash, now, mustChange: true })
  await deleteSessionsOf(tx, accountId)
}

/** The resets the actor may confirm. */
export async function confirmableResets({ db, actor, now }: ActorContext) {
  return transaction(db, async (tx) => {
    const rows = await waitingResets(tx, now)
    const mine: typeof rows = []
    for (const row of rows) {
      const isOwn = row.askedBy === actor.accountId || row.accountId === actor.accountId
      if (isOwn || !may(actor, 'account.confirm', pathOf(row))) continue
      if (await reaches(tx, actor, { accountId: row.accountId, permission: 'account.confirm' })) mine.push(row)
    }
    return mine
  })
}
