import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import type { Sealer } from '../../platform/keys/index.ts'
import { conflict } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings/index.ts'
import { proveBoth, proveCode, provePassword } from './prove-oneself.ts'
import { deleteSessionsOf } from './queries.ts'
import { newRecoveryCodes } from './recovery-codes.ts'
import { setResetsTold } from './reset-queries.ts'
import { deleteFactor, factorOf, putRecoveryCodes, putSecret, setOn } from './second-factor-queries.ts'
import { newSecret, shownSecret } from './totp.ts'

/** Password and code, as signing in asks for them. */
interface Both {
  readonly password: string
  readonly code: string
}

/** Makes a secret for one's device. Nothing asks for a code before the first one was given. */
export async function beginSecondFactor(
  context: ActorContext,
  sealer: Sealer,
  password: string,
): Promise<{ readonly secret: string; readonly address: string }> {
  const { db, actor, now } = context
  await provePassword(context, password, 'identity.beginSecondFactor')
  const secret = newSecret()
  const sealed = await sealer.seal(secret, actor.accountId)
  await transaction(db, async (tx) => {
    if (!(await putSecret(tx, actor.accountId, sealed, now))) throw alreadyOn()
    await recordOwn(tx, context, 'identity.beginSecondFactor')
  })
  const { officeName } = await readSettings(db)
  return shownSecret(secret, { login: actor.login, issuer: officeName })
}

/** From now on signing in asks for a code. Returns the recovery codes; other sessions began without one, and end. */
export async function turnOnSecondFactor(context: ActorContext, sealer: Sealer, code: string): Promise<string[]> {
  const { db, actor, now, sessionId } = context
  const factor = await factorOf(db, actor.accountId)
  if (!factor) throw conflict('还没有开始设置两步验证。', '请先输入口令，取得二维码。')
  if (factor.turnedOnAt) throw alreadyOn()
  await proveCode(context, sealer, code, 'identity.turnOnSecondFactor')
  return transaction(db, async (tx) => {
    if (!(await setOn(tx, actor.accountId, factor.secret, now))) throw changedMeanwhile()
    const { codes, hashes } = newRecoveryCodes()
    await putRecoveryCodes(tx, actor.accountId, hashes)
    await deleteSessionsOf(tx, actor.accountId, sessionId)
    await recordOwn(tx, context, 'identity.turnOnSecondFactor')
    return codes
  })
}

/** From now on the password alone opens the account. */
export async function turnOffSecondFactor(context: ActorContext, sealer: Sealer, both: Both): Promise<void> {
  await proveBoth(context, sealer, both, 'identity.turnOffSecondFactor')
  await transaction(context.db, async (tx) => {
    await deleteFactor(tx, context.actor.accountId)
    await recordOwn(tx, context, 'identity.turnOffSecondFactor')
  })
}

/** New recovery codes; those before do not open any more. */
export async function renewRecoveryCodes(context: ActorContext, sealer: Sealer, both: Both): Promise<string[]> {
  await proveBoth(context, sealer, both, 'identity.renewRecoveryCodes')
  const { codes, hashes } = newRecoveryCodes()
  await transaction(context.db, async (tx) => {
    await putRecoveryCodes(tx, context.actor.accountId, hashes)
    await recordOwn(tx, context, 'identity.renewRecoveryCodes')
  })
  return codes
}

/** The owner has been told of what administrators reset. */
export async function acknowledgeResets(context: ActorContext): Promise<void> {
  await transaction(context.db, async (tx) => {
    await setResetsTold(tx, context.actor.accountId, context.now)
    await recordOwn(tx, context, 'identity.acknowledgeResets')
  })
}

function alreadyOn() {
  return conflict('两步验证已经开着。', '要换一部手机，请先关闭，再重新开启。')
}

/** The code was right, but the secret is not the one any more that signing in would ask for. */
function changedMeanwhile() {
  return conflict('设置到一半，两步验证已在别处改动，这次没有开启。', '请刷新页面，重新开始设置。')
}

function recordOwn(tx: Tx, context: ActorContext, action: string): Promise<void> {
  const { login, organisationId } = context.actor
  return record(tx, context, { action, subject: login, organisationId })
}
