import { permissions } from '@duizhao/contract'
import { sql } from 'kysely'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** Somebody with a role that approves a problem. */
export interface Candidate {
  readonly problemId: string
  readonly accountId: string
  readonly name: string
  readonly role: string
  readonly organisationId: string
}

/** The accounts with a role that approves, at or above the problems, who had no hand in them and did not approve yet. */
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
    .where('problem.id', 'in', problemIds)
    .where('role_grant.role', 'in', permissions['problem.approve'])
    .where('role_grant.revoked_at', 'is', null)
    .where('account.disabled_at', 'is', null)
    .where('person.left_at', 'is', null)
    .where(sql<boolean>`not (account.id = any (problem.approver_ids))`)
    .where(sql<boolean>`not exists (select from problem_hand where problem_id = problem.id and person_id = person.id)`)
    .orderBy('person.name')
    .orderBy('account.id')
    .execute()
}
