import { passwordFaults } from '@duizhao/contract'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { invalid, unauthenticated } from '../../platform/refusal.ts'
import { hashPassword, isPassword } from './password.ts'
import { accountForSignIn, deleteSessionsOf, setPassword } from './queries.ts'

/** Changes one's own password; the other sessions of the account end. */
export async function changePassword(context: ActorContext, current: string, next: string): Promise<void> {
  const { db, actor, now, sessionId } = context
  const faults = passwordFaults(next, actor.login)
  if (next === current) faults.push('新口令要与原口令不同')
  if (faults.length > 0)
    throw invalid(
      '新口令不合要求。',
      '请换一个口令。',
      faults.map((message) => ({ field: 'next', message })),
    )
  await transaction(db, async (tx) => {
    const account = await accountForSignIn(tx, actor.login)
    if (!account) throw unauthenticated()
    if (!(await isPassword(current, account.passwordHash)))
      throw invalid('原口令不对。', '请重新输入原口令。', [{ field: 'current', message: '原口令不对' }])
    await setPassword(tx, account.id, { hash: await hashPassword(next), now, mustChange: false })
    await deleteSessionsOf(tx, account.id, sessionId)
    await record(tx, context, {
      action: 'identity.changePassword',
      subject: actor.login,
      organisationId: actor.organisationId,
    })
  })
}
