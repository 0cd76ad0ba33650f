import { isWeighty, type Person } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import type { ActorContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { conflict } from '../../platform/refusal.ts'
import {
  deleteFactor,
  deleteSessionsOf,
  endReset,
  factorOf,
  insertReset,
  insertWaitingReset,
} from '../identity/index.ts'
import { changeAccount } from './accounts.ts'
import { rolesForUpdate } from './grant-queries.ts'
import { confirmedReset } from './reset-password.ts'

interface Removal {
  readonly person: Person
  readonly isWaiting: boolean
}

/**
 * Takes an account's second step away and ends its sessions, for an owner who lost the device. For who decides much
 * or once did, nothing happens until another administrator confirms.
 */
export async function removeSecondFactor(context: ActorContext, id: string): Promise<Removal> {
  const { actor, now } = context
  if (id === actor.accountId) throw conflict('自己的两步验证请在“口令与登录”里关闭。')
  let isWaiting = false
  const means = { permission: 'account.secure', action: 'account.removeSecondFactor' } as const
  const person = await changeAccount(context, id, means, async (tx) => {
    if (!(await factorOf(tx, id))?.turnedOnAt) throw notOn()
    isWaiting = (await rolesForUpdate(tx, id, 'ever')).some(isWeighty)
    const reset = { id: newId(), credential: 'second_factor', accountId: id, askedBy: actor.accountId, now } as const
    if (isWaiting) {
      await insertWaitingReset(tx, reset, null)
      return { waits: true }
    }
    await insertReset(tx, reset)
    await takeAway(tx, id)
  })
  return { person, isWaiting }
}

/** Lets a removal take effect that another administrator asked for. Conflict if none waits, or it is one's own. */
export async function confirmSecondFactorRemoval(context: ActorContext, id: string): Promise<Person> {
  const { actor, now } = context
  if (id === actor.accountId) throw conflict('自己的两步验证要由别人确认解除。', '请另一位管理员确认。')
  const means = { permission: 'account.confirm', action: 'account.confirmSecondFactorRemoval' } as const
  return changeAccount(context, id, means, async (tx) => {
    const reset = await confirmedReset(tx, context, { accountId: id, credential: 'second_factor' })
    await takeAway(tx, id)
    await endReset(tx, reset.id, actor.accountId, now)
    return { askedBy: reset.askedBy }
  })
}

async function takeAway(tx: Tx, accountId: string): Promise<void> {
  if (!(await deleteFactor(tx, accountId))) throw notOn()
  await deleteSessionsOf(tx, accountId)
}

function notOn() {
  return conflict('这个账号没有开启两步验证。')
}
