import type { SessionDetail } from '@duizhao/contract'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { rootIds } from '../../platform/whole-queries.ts'
import type { VersionedSettings } from '../../platform/settings/index.ts'
import { type AccountRow, grantsOf } from './queries.ts'
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
  const [grants, roots] = await Promise.all([grantsOf(db, account.id), rootIds(db)])
  const resets = account.mustChangePassword ? await resetsOf(db, account.id, 'untold') : []
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
    resets: resets.map(({ doneAt, askedAt, askedByName, confirmedByName }) => ({
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
