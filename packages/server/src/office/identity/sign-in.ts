import type { SessionDetail } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { record } from '../../platform/audit/index.ts'
import type { Actor, Context } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { Refusal, unauthenticated } from '../../platform/refusal.ts'
import type { Sealer } from '../../platform/keys/index.ts'
import { readSettings, type VersionedSettings } from '../../platform/settings/index.ts'
import { forgetFailures } from './failure-queries.ts'
import { type AccountRow, accountByLogin, accountForSignIn, insertSession, setSignedIn } from './queries.ts'
import { newToken } from './session-token.ts'
import { sessionDetail } from './session-detail.ts'
import { codeRefused, codeSlowedDown, type TriedCode, tryCode, wrongCode } from './try-code.ts'
import { slowedDown, type Tried, tryPassword } from './try-password.ts'

export interface SignedIn {
  readonly token: string
  readonly endsAt: Date
  readonly session: SessionDetail
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

interface Credentials {
  readonly login: string
  readonly password: string
  readonly code?: string | undefined
}

/**
 * Opens a session for whoever knows the password and, where the account has a second step, a code too. Whether a login
 * exists is told by neither words nor time; that a code is wanted, only to who knows the password.
 */
export async function signIn(
  context: Context,
  sealer: Sealer,
  { login, password, code }: Credentials,
): Promise<SignedIn> {
  const settings = await readSettings(context.db)
  const account = await accountByLogin(context.db, login)
  const hash = async () => account?.passwordHash ?? null
  const tried = await tryPassword(context, { login, password, hash, settings })
  const isAsked = tried.isRight && account?.hasSecondFactor === true && code !== undefined
  const triedCode = isAsked ? await tryCode(context, sealer, { account, code, settings }) : null
  const outcome = await transaction(context.db, async (tx) => {
    const known = tried.isRight ? await accountForSignIn(tx, login) : account
    // The password may have been changed while it was compared.
    if (known && tried.isRight && known.passwordHash === account?.passwordHash)
      return enter(tx, context, { settings, account: known, tried, triedCode })
    return refuse(tx, context, { settings, login, account: known, tried })
  })
  // Thrown only now: the failure has to be written into the log before the request is refused.
  if (outcome instanceof Refusal) throw outcome
  return outcome
}

interface Entering {
  readonly settings: VersionedSettings
  readonly account: AccountRow
  readonly tried: Tried
  /** Null if the account has no second step, or no code was given. */
  readonly triedCode: TriedCode | null
}

async function enter(tx: Tx, context: Context, entering: Entering): Promise<SignedIn | Refusal> {
  const { settings, account, tried, triedCode } = entering
  await forgetFailures(tx, tried.guesser)
  if (account.disabledAt) {
    await recordFailure(tx, context, { login: account.login, account, reason: '账号已停用' })
    return unauthenticated('这个账号已停用。', '如果还需要使用，请系统管理员启用。')
  }
  if (isStale(account, settings, context.now)) {
    await recordFailure(tx, context, { login: account.login, account, reason: '初始口令已过期' })
    return unauthenticated('初始口令已过期。', '请安全管理员重置口令。')
  }
  const means = triedCode?.means ?? null
  if (account.hasSecondFactor && means === null) return refuseCode(tx, context, entering)
  if (triedCode) await forgetFailures(tx, triedCode.guesser)
  return open(tx, context, { settings, account, detail: means === null ? {} : { secondFactor: means } })
}

/** The password was right, the code is wrong or wanting. */
async function refuseCode(tx: Tx, context: Context, { settings, account, triedCode }: Entering): Promise<Refusal> {
  const { login, organisationId } = account
  if (!triedCode) {
    await record(tx, context, { action: 'identity.passFirstStep', subject: login, organisationId })
    return codeRefused('还要输入验证码。', '请打开手机上的验证器，输入它现在显示的 6 位数字。')
  }
  const { failures, until } = triedCode.attempt
  await recordFailure(tx, context, { login, account, reason: '验证码不对' })
  if (failures === settings.lockAfterFailures)
    await record(tx, context, { action: 'identity.lock', subject: login, organisationId })
  return until ? codeSlowedDown(until, context.now) : wrongCode()
}

/** A password that others have seen does not lie about for ever. */
function isStale(account: AccountRow, { initialPasswordDays }: VersionedSettings, now: Date): boolean {
  const age = now.getTime() - account.passwordChangedAt.getTime()
  return account.mustChangePassword && age > initialPasswordDays * DAY
}

interface Refused {
  readonly settings: VersionedSettings
  readonly login: string
  readonly account: AccountRow | undefined
  readonly tried: Tried
}

async function refuse(tx: Tx, context: Context, { settings, login, account, tried }: Refused): Promise<Refusal> {
  const { failures, until } = tried.attempt
  await recordFailure(tx, context, { login, account, reason: account ? '口令不对' : '没有这个账号' })
  if (failures === settings.lockAfterFailures)
    await record(tx, context, { action: 'identity.lock', subject: account?.login ?? login, ...placeOf(account) })
  if (until) return slowedDown(until, context.now)
  return unauthenticated('账号或口令不对。', '请核对后再试；忘记口令请安全管理员重置。')
}

function placeOf(account: AccountRow | undefined): { readonly organisationId?: string } {
  return account ? { organisationId: account.organisationId } : {}
}

interface Failure {
  readonly login: string
  readonly account: AccountRow | undefined
  readonly reason: string
}

async function recordFailure(tx: Tx, context: Context, { login, account, reason }: Failure): Promise<void> {
  await record(tx, context, {
    action: 'identity.signIn',
    subject: account?.login ?? login,
    ...placeOf(account),
    succeeded: false,
    detail: { reason },
  })
}

interface Opening {
  readonly settings: VersionedSettings
  readonly account: AccountRow
  readonly detail: Readonly<Record<string, unknown>>
}

async function open(tx: Tx, context: Context, { settings, account, detail }: Opening): Promise<SignedIn> {
  const { now, origin } = context
  const { token, hash } = newToken()
  const endsAt = new Date(now.getTime() + settings.sessionHours * 60 * MINUTE)
  const { address, device } = origin
  await setSignedIn(tx, account.id, now)
  await insertSession(tx, { id: newId(), tokenHash: hash, accountId: account.id, now, endsAt, address, device })
  const actor: Pick<Actor, 'accountId' | 'login' | 'personName'> = {
    accountId: account.id,
    login: account.login,
    personName: account.personName,
  }
  const { login, organisationId } = account
  await record(tx, { ...context, actor }, { action: 'identity.signIn', subject: login, organisationId, detail })
  return { token, endsAt, session: await sessionDetail(tx, { account, token, endsAt, settings, now }) }
}
