import { isAdministrator, type SessionDetail } from '@duizhao/contract'
import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { rootIds } from '../../platform/whole-queries.ts'
import type { VersionedSettings } from '../../platform/settings/index.ts'
import { type AccountRow, grantsOf } from './queries.ts'
import { recoveryCodesLeft } from './second-factor-queries.ts'
import { resetsOf } from './reset-queries.ts'
import { csrfTokenOf } from './session-token.ts'

const DAY = 86_400_000

export interface SessionParts {
  readonly account: AccountRow
  readonly token: string
  readonly endsAt: Date
  readonly settings: VersionedSettings
  readonly now: Date
}

/** What the browser is told about its session. */
export async function sessionDetail(db: Database | Tx, parts: SessionParts): Promise<SessionDetail> {
  const { account, token, endsAt, settings, now } = parts
  const [grants, roots, resets, codesLeft] = await Promise.all([
    grantsOf(db, account.id),
    rootIds(db),
    resetsOf(db, account.id, 'untold'),
    recoveryCodesLeft(db, account.id),
  ])
  return {
    account: { id: account.id, login: account.login },
    person: { id: account.personId, name: account.personName, position: account.position },
    organisation: { id: account.organisationId, name: account.organisationName },
    grants: grants.map(({ id, role, organisationId, organisationName }) => ({
      id,
      role,
      organisation: { id: organisationId, name: organisationName },
    })),
    isOverWhole: roots.every((root) => grants.some(({ organisationId }) => organisationId === root)),
    mustChangePassword: mustChangePassword(account, settings, now),
    secondFactor: {
      isOn: account.hasSecondFactor,
      mustBeSetUp: mustSetUpSecondFactor({ ...account, grants }, settings),
      codesLeft,
    },
    resets: resets.map(({ credential, doneAt, askedAt, askedByName, confirmedByName }) => ({
      of: credential,
      at: (doneAt ?? askedAt).toISOString(),
      by: [askedByName ?? '在服务器上', confirmedByName].filter((name) => name !== null),
    })),
    csrfToken: csrfTokenOf(token),
    endsAt: endsAt.toISOString(),
    idleMinutes: settings.idleMinutes,
  }
}

/** True at the first sign-in, after a reset, and when the password is older than the settings allow. */
export function mustChangePassword(account: AccountRow, { passwordDays }: VersionedSettings, now: Date): boolean {
  const age = now.getTime() - account.passwordChangedAt.getTime()
  return account.mustChangePassword || (passwordDays > 0 && age > passwordDays * DAY)
}

/** True for an administrator without a second step where the office wants every administrator to have one. */
export function mustSetUpSecondFactor(
  { hasSecondFactor, grants }: Pick<AccountRow, 'hasSecondFactor'> & Pick<Actor, 'grants'>,
  { isSecondFactorRequired }: VersionedSettings,
): boolean {
  return isSecondFactorRequired && !hasSecondFactor && grants.some(({ role }) => isAdministrator(role))
}
