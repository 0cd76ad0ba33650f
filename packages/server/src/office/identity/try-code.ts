import type { Context } from '../../platform/context.ts'
import type { Sealer } from '../../platform/keys/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { VersionedSettings } from '../../platform/settings/index.ts'
import { type Attempt, countAttempt, type Guesser, waitsUntil } from './failure-queries.ts'
import { recoveryHash } from './recovery-codes.ts'
import { factorOf, useRecoveryCode, useStep } from './second-factor-queries.ts'
import { stepOf } from './totp.ts'
import { paceOf, waitInWords } from './try-password.ts'

/**
 * Codes are counted for the account wherever they come from: six digits are soon guessed from a thousand addresses, and
 * only who knows the password gets to guess, so no stranger can hold anybody up.
 */
const ANYWHERE = '*'

interface CodeTrial {
  readonly account: { readonly id: string; readonly login: string }
  readonly code: string
  readonly settings: VersionedSettings
}

export interface TriedCode {
  /** What it was that is right; null if it is wrong or was used before. */
  readonly means: '验证码' | '恢复码' | null
  readonly guesser: Guesser
  readonly attempt: Attempt
}

/**
 * Tries a code of an account's device, or a recovery code, and uses it up. Counted before it is looked at, and slowed down
 * as passwords are.
 */
export async function tryCode(context: Context, sealer: Sealer, trial: CodeTrial): Promise<TriedCode> {
  const { db, now } = context
  const { account, code, settings } = trial
  const guesser = { login: account.login, address: ANYWHERE }
  const attempt = await countAttempt(db, guesser, { now, pace: paceOf(settings) })
  if (!attempt) throw codeSlowedDown((await waitsUntil(db, guesser)) ?? now, now)
  return { means: await meansOf(context, sealer, account.id, code), guesser, attempt }
}

async function meansOf(
  { db, now }: Context,
  sealer: Sealer,
  accountId: string,
  code: string,
): Promise<TriedCode['means']> {
  if (!/^\d{6}$/.test(code)) return (await useRecoveryCode(db, accountId, recoveryHash(code), now)) ? '恢复码' : null
  const factor = await factorOf(db, accountId)
  if (!factor) return null
  const secret = await sealer.open(factor.secret, accountId)
  if (secret === null) throw unreadable()
  const step = stepOf(secret, code, now)
  return step !== null && (await useStep(db, accountId, step)) ? '验证码' : null
}

function unreadable(): Refusal {
  return codeRefused(
    '服务器的密钥换过，核对不了验证码。',
    '请改用恢复码；没有恢复码，请管理员解除两步验证。系统管理员可以取回原来的密钥文件。',
  )
}

/** Refused for want of a right code; the field says which of the two steps it is about. */
export function codeRefused(title: string, todo: string): Refusal {
  return new Refusal('unauthenticated', title, todo, { places: [{ field: 'code', message: title }] })
}

export function wrongCode(): Refusal {
  return codeRefused('验证码不对，或已经用过。', '请等手机上换了下一个再输，并核对手机的时间；恢复码每个只能用一次。')
}

export function codeSlowedDown(until: Date, now: Date): Refusal {
  const title = '验证码连续输错，要等一会儿再试。'
  const todo = `请 ${waitInWords(until, now)}后再试，或请安全管理员解除限制。`
  return new Refusal('busy', title, todo, { places: [{ field: 'code', message: title }] })
}
