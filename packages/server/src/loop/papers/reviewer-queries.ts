import { permissions } from '@duizhao/contract'
import type { Database } from '../../platform/database/pool.ts'
import type { PaperRow } from './queries.ts'

const MOST_REVIEWERS = 200

/** The names of those who may decide on a paper: they review where it lies, and did not draft it; the nearest to it first. */
export async function reviewersOf(db: Database, { path, accountId }: PaperRow): Promise<string[]> {
  const rows = await db
    .selectFrom('role_grant')
    .innerJoin('organisation', 'organisation.id', 'role_grant.organisation_id')
    .innerJoin('account', 'account.id', 'role_grant.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(({ fn }) => ['account.id', 'person.name', fn.max('organisation.level').as('level')])
    .where('role_grant.organisation_id', 'in', path)
    .where('role_grant.role', 'in', permissions['paper.review'])
    .where('role_grant.revoked_at', 'is', null)
    .where('account.id', '<>', accountId)
    .where('account.disabled_at', 'is', null)
    .where('person.left_at', 'is', null)
    .groupBy(['account.id', 'person.name'])
    .orderBy('level', 'desc')
    .orderBy('person.name')
    .orderBy('account.id')
    .limit(MOST_REVIEWERS)
    .execute()
  return rows.map(({ name }) => name)
}
