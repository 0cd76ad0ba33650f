import { passwordFaults, passwordRules } from '@duizhao/contract'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { invalid, type Refusal } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings/index.ts'
import { forgetFailures } from './failure-queries.ts'
import { hashPassword, isPassword } from './password.ts'
import { accountByLogin, accountForSignIn, deleteSessionsOf, previousHashes, setPassword } from './queries.ts'
import { setResetsTold } from './reset-queries.ts'
import { tryPassword } from './try-password.ts'

/** Changes one's own password; the other sessions of the account end. A wrong present one counts as at signing in. */
export async function changePassword(context: ActorContext, current: string, next: string): Promise<void> {
  const { db, actor, now, sessionId } = context
  const faults = passwordFaults(next, actor.login, actor.personName)
  if (next === current) faults.push('新口令要与原口令不同')
  if (faults.length > 0) throw unfit(faults)
  const settings = await readSettings(db)
  const before = (await accountByLogin(db, actor.login))?.passwordHash ?? null
  const tried = await tryPassword(context, {
    login: actor.login,
    password: current,
    hash: async () => before,
    settings,
  })
  if (!tried.isRight) {
    await transaction(db, (tx) => recordChange(tx, context, false))
    throw wrong()
  }
  for (const previous of await previousHashes(db, actor.accountId))
    if (await isPassword(next, previous)) throw unfit([`新口令不能与最近用过的 ${passwordRules.kept} 个口令相同`])
  const hash = await hashPassword(next)
  await transaction(db, async (tx) => {
    const account = await accountForSignIn(tx, actor.login)
    if (!account || account.passwordHash !== before) throw wrong()
    await forgetFailures(tx, tried.guesser)
    await setPassword(tx, account.id, { hash, now, mustChange: false })
    await setResetsTold(tx, account.id, now)
    await deleteSessionsOf(tx, account.id, sessionId)
    await recordChange(tx, context, true)
  })
}

function unfit(faults: readonly string[]): Refusal {
  return invalid(
    '新口令不合要求。',
    '请换一个口令。',
    faults.map((message) => ({ field: 'next', message })),
  )
}

function wrong(): Refusal {
  return invalid('原口令不对。', '请重新输入原口令。', [{ field: 'current', message: '原口令不对' }])
}

async function recordChange(tx: Tx, context: ActorContext, succeeded: boolean): Promise<void> {
  const { login, organisationId } = context.actor
  const detail = succeeded ? {} : { reason: '原口令不对' }
  await record(tx, context, { action: 'identity.changePassword', subject: login, organisationId, succeeded, detail })
}
