import { type AccountLack, IDLE_DAYS } from '@duizhao/contract'
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { levelColumn } from '../../platform/access.ts'
import type { Database } from '../../platform/database/pool.ts'

const DAY = 86_400_000

const hasRole = sql`exists (select from role_grant where role_grant.account_id = account.id and role_grant.revoked_at is null)`

/** A condition on `account`, which may be missing: what is lacking. */
export function isLacking(lack: AccountLack, now: Date): RawBuilder<SqlBool> {
  const since = new Date(now.getTime() - IDLE_DAYS * DAY)
  const conditions: Readonly<Record<AccountLack, RawBuilder<SqlBool>>> = {
    none: sql`account.id is null`,
    ungranted: sql`account.disabled_at is null and account.id is not null and not ${hasRole}`,
    idle: sql`account.disabled_at is null and coalesce(account.last_signed_in_at, account.created_at) < ${since} and ${hasRole}`,
    locked: sql`lower(account.login) in (select login from sign_in_failure where until > ${now})`,
  }
  return conditions[lack]
}

/** How many accounts of people at and below an organisation lack what an account can lack. */
export async function countLacking(
  db: Database,
  { id, level }: { readonly id: string; readonly level: number },
  { lack, now }: { readonly lack: Exclude<AccountLack, 'none'>; readonly now: Date },
): Promise<number> {
  const row = await db
    .selectFrom('account')
    // The limit keeps the planner from reading all people to find these few.
    .innerJoinLateral(
      ({ selectFrom }) =>
        selectFrom('person').selectAll().whereRef('person.id', '=', 'account.person_id').limit(1).as('person'),
      (join) => join.onTrue(),
    )
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('person.left_at', 'is', null)
    .where(`organisation.${levelColumn(level)}`, '=', id)
    .where(isLacking(lack, now))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
