import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import type { Sealer } from '../../platform/keys/index.ts'
import { conflict, invalid, type Refusal } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings/index.ts'
import { forgetFailures } from './failure-queries.ts'
import { accountByLogin } from './queries.ts'
import { codeSlowedDown, tryCode } from './try-code.ts'
import { tryPassword } from './try-password.ts'

/** Refuses who is signed in but does not know the password; a wrong one counts as at signing in, and is recorded. */
export async function provePassword(context: ActorContext, password: string, action: string): Promise<void> {
  const { db, actor } = context
  const { login } = actor
  const settings = await readSettings(db)
  const hash = async () => (await accountByLogin(db, login))?.passwordHash ?? null
  const tried = await tryPassword(context, { login, password, hash, settings })
  if (tried.isRight) await transaction(db, (tx) => forgetFailures(tx, tried.guesser))
  else await refuse(context, action, wrong('password', '口令不对。', '请重新输入口令。'))
}

/** The same for a code of the account's device, or a recovery code. */
export async function proveCode(context: ActorContext, sealer: Sealer, code: string, action: string): Promise<void> {
  const { db, actor, now } = context
  const account = { id: actor.accountId, login: actor.login }
  const tried = await tryCode(context, sealer, { account, code, settings: await readSettings(db) })
  if (tried.means !== null) return transaction(db, (tx) => forgetFailures(tx, tried.guesser))
  const { until } = tried.attempt
  const todo = '请核对手机的时间，等换了下一个再输；用过的不能再用。'
  await refuse(context, action, until ? codeSlowedDown(until, now) : wrong('code', '验证码不对，或已经用过。', todo))
}

/** Both: what signing in asks of who has a second step. Conflict for who has none. */
export async function proveBoth(
  context: ActorContext,
  sealer: Sealer,
  { password, code }: { readonly password: string; readonly code: string },
  action: string,
): Promise<void> {
  const account = await accountByLogin(context.db, context.actor.login)
  if (!account?.hasSecondFactor) throw conflict('两步验证没有开启。', '请先开启。')
  await provePassword(context, password, action)
  await proveCode(context, sealer, code, action)
}

function wrong(field: string, title: string, todo: string): Refusal {
  return invalid(title, todo, [{ field, message: title }])
}

async function refuse(context: ActorContext, action: string, refusal: Refusal): Promise<never> {
  const { login, organisationId } = context.actor
  const detail = { reason: refusal.message }
  await transaction(context.db, (tx) =>
    record(tx, context, { action, subject: login, organisationId, succeeded: false, detail }),
  )
  throw refusal
}
