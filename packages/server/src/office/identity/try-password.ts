import type { Context } from '../../platform/context.ts'
import { busy, type Refusal } from '../../platform/refusal.ts'
import type { VersionedSettings } from '../../platform/settings/index.ts'
import { type Attempt, countAttempt, type Guesser, type Pace, waitsUntil } from './failure-queries.ts'
import { isPassword } from './password.ts'

const FIRST_SECONDS = 30

interface Trial {
  readonly login: string
  readonly password: string
  /** Of the account, if there is one. */
  readonly hash: () => Promise<string | null>
  readonly settings: VersionedSettings
}

export interface Tried {
  readonly isRight: boolean
  readonly guesser: Guesser
  readonly attempt: Attempt
}

/**
 * Tries a password. Who is wrong several times in a row waits longer and longer, at this address for this login, whether
 * or not it exists; from elsewhere the account stays open, so that nobody can be locked out. No database connection is held
 * while the password is hashed.
 */
export async function tryPassword({ db, now, origin }: Context, trial: Trial): Promise<Tried> {
  const { login, password, hash, settings } = trial
  const guesser = { login, address: origin.address }
  const attempt = await countAttempt(db, guesser, { now, pace: paceOf(settings) })
  if (!attempt) throw slowedDown((await waitsUntil(db, guesser)) ?? now, now)
  return { isRight: await isPassword(password, await hash()), guesser, attempt }
}

/** How the office slows down who guesses. */
export function paceOf({ lockAfterFailures: free, lockMinutes }: VersionedSettings): Pace {
  return { free, firstSeconds: FIRST_SECONDS, mostSeconds: lockMinutes * 60 }
}

export function slowedDown(until: Date, now: Date): Refusal {
  const wait = waitInWords(until, now)
  return busy('口令连续输错，要等一会儿再试。', `请 ${wait}后再试，或请安全管理员解除限制；忘记口令请安全管理员重置。`)
}

export function waitInWords(until: Date, now: Date): string {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
  return seconds < 120 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`
}
