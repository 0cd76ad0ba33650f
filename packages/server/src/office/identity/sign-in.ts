import type { SessionDetail } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { record } from '../../platform/audit/index.ts'
import type { Actor, Context } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { Refusal, unauthenticated } from '../../platform/refusal.ts'
import { readSettings, type VersionedSettings } from '../../platform/settings/index.ts'
import { hashPassword, isPassword } from './password.ts'
import { type AccountRow, accountForSignIn, insertSession, setFailures, setSignedIn } from './queries.ts'
import { newToken } from './session-token.ts'
import { sessionDetail } from './session-detail.ts'

export interface SignedIn {
  readonly token: string
  readonly endsAt: Date
  readonly session: SessionDetail
}

const MINUTE = 60_000

/**
 * Opens a session for whoever knows the password. After several wrong ones in a row the account is locked for a while;
 * whether a login exists is told by neither words nor time.
 */
export async function signIn(context: Context, login: string, password: string): Promise<SignedIn> {
  const settings = await readSettings(context.db)
  const outcome = await transaction(context.db, (tx) => attempt(tx, { context, settings, login, password }))
  // Thrown only now: the failure has to be counted, and written into the log, before the request is refused.
  if (outcome instanceof Refusal) throw outcome
  return outcome
}

interface Attempt {
  readonly context: Context
  readonly settings: VersionedSettings
  readonly login: string
  readonly password: string
}

async function attempt(tx: Tx, { context, settings, login, password }: Attempt): Promise<SignedIn | Refusal> {
  const { now } = context
  const account = await accountForSignIn(tx, login)
  if (!account) {
    await hashPassword(password)
    await record(tx, context, {
      action: 'identity.signIn',
      subject: login,
      succeeded: false,
      detail: { reason: '没有这个账号' },
    })
    return wrongPassword()
  }
  const isRight = await isPassword(password, account.passwordHash)
  if (account.lockedUntil && account.lockedUntil > now) {
    await recordFailure(tx, context, account, '账号已锁定')
    return locked(account.lockedUntil, now)
  }
  if (!isRight) return countFailure(tx, context, settings, account)
  if (account.disabledAt) {
    await recordFailure(tx, context, account, '账号已停用')
    return unauthenticated('这个账号已停用。', '如果还需要使用，请系统管理员启用。')
  }
  return open(tx, context, settings, account)
}

function wrongPassword(): Refusal {
  return unauthenticated('账号或口令不对。', '请核对后再试；忘记口令请安全管理员重置。')
}

function locked(until: Date, now: Date): Refusal {
  const minutes = Math.ceil((until.getTime() - now.getTime()) / MINUTE)
  return unauthenticated('口令连续输错，账号已锁定。', `请 ${minutes} 分钟后再试，或请安全管理员解除锁定。`)
}

async function countFailure(
  tx: Tx,
  context: Context,
  settings: VersionedSettings,
  account: AccountRow,
): Promise<Refusal> {
  const failures = account.failures + 1
  const isLocked = failures >= settings.lockAfterFailures
  const until = isLocked ? new Date(context.now.getTime() + settings.lockMinutes * MINUTE) : null
  await setFailures(tx, account.id, isLocked ? 0 : failures, until)
  await recordFailure(tx, context, account, '口令不对')
  if (until === null) return wrongPassword()
  await record(tx, context, { action: 'identity.lock', subject: account.login, organisationId: account.organisationId })
  return locked(until, context.now)
}

async function recordFailure(tx: Tx, context: Context, account: AccountRow, reason: string): Promise<void> {
  const { login, organisationId } = account
  await record(tx, context, {
    action: 'identity.signIn',
    subject: login,
    organisationId,
    succeeded: false,
    detail: { reason },
  })
}

async function open(tx: Tx, context: Context, settings: VersionedSettings, account: AccountRow): Promise<SignedIn> {
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
  await record(tx, { ...context, actor }, { action: 'identity.signIn', subject: login, organisationId })
  return { token, endsAt, session: await sessionDetail(tx, { account, token, endsAt, settings, now }) }
}
