import { permissions, type Role } from '@duizhao/contract'
import { sql } from 'kysely'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** Somebody with a role that approves a problem. */
export interface Candidate {
  readonly problemId: string
  readonly accountId: string
  readonly name: string
  readonly role: Role
  readonly organisationId: string
  /** True if they never had a hand in it, and did not approve it yet. */
  readonly isFree: boolean
  /** True if they filed the superior's paper that waits for it. */
  readonly hasFiled: boolean
}

/** The accounts with a role that approves, at or above the problems. */
export async function candidatesFor(db: Database | Tx, problemIds: readonly string[]): Promise<Candidate[]> {
  if (problemIds.length === 0) return []
  return db
    .selectFrom('problem')
    .innerJoin('role_grant', (join) =>
      join.on(sql<boolean>`role_grant.organisation_id in (a1, a2, a3, a4, a5, a6, a7, a8)`),
    )
    .innerJoin('account', 'account.id', 'role_grant.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['problem.id as problemId', 'account.id as accountId', 'person.name'])
    .select(['role_grant.role', 'role_grant.organisation_id as organisationId'])
    .select(
      sql<boolean>`not (account.id = any (problem.approver_ids)) and not exists (
        select from problem_hand where problem_id = problem.id and person_id = person.id)`.as('isFree'),
    )
    .select(
      sql<boolean>`exists (
        select from paper_verification
        where problem_id = problem.id and filed_by = account.id and decided_at is null)`.as('hasFiled'),
    )
    .where('problem.id', 'in', problemIds)
    .where('role_grant.role', 'in', permissions['problem.approve'])
    .where('role_grant.revoked_at', 'is', null)
    .where('account.disabled_at', 'is', null)
    .where('person.left_at', 'is', null)
    .orderBy('person.name')
    .orderBy('account.id')
    .execute()
}
