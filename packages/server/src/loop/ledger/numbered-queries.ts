import { shortened } from '@duizhao/engine/wording'
import { sql } from 'kysely'
import type { Actor, ActorContext } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { FoundThing } from '../../platform/feature.ts'
import { seenProblems } from './personal-queries.ts'

/** The problems of a number: that of the whole installation, and those some units count so. */
export function numberedIds(db: Database | Tx, number: number, unitIds: readonly string[]) {
  return db
    .selectFrom('problem')
    .select('problem.id')
    .where('number', '=', number)
    .union(
      db
        .selectFrom('problem')
        .select('problem.id')
        .where('numbered_by', '=', sql<string>`any(${[...new Set(unitIds)]}::uuid[])`)
        .where('unit_number', '=', number),
    )
}

/** The units whose numbers somebody means without naming them: one's own, and those one has a task in. */
export function ownUnits({ organisationId, grants }: Actor): readonly string[] {
  return [organisationId, ...grants.map((grant) => grant.organisationId)]
}

const MOST_TITLE = 60

/** What the search says of a number: the problem of the installation first, then those of one's own units. */
export async function findNumbered({ db, actor }: ActorContext, number: number): Promise<FoundThing[]> {
  const rows = await db
    .selectFrom('problem')
    .innerJoin('organisation', 'organisation.id', 'problem.organisation_id')
    .select(['problem.id', 'problem.number', 'unit_number as unitNumber', 'text', 'organisation.name'])
    .where('problem.id', 'in', numberedIds(db, number, ownUnits(actor)))
    .where('state', '!=', 'withdrawn')
    .where((builder) => seenProblems(builder, 'problem', { actor, permission: 'problem.read' }))
    .orderBy(sql`problem.number = ${number}`, 'desc')
    .orderBy('problem.number')
    .execute()
  return rows.map((row) => ({
    kind: 'problem',
    id: row.id,
    title: shortened(row.text, MOST_TITLE),
    context: `问题 ${row.number} 号，单位内 ${row.unitNumber} 号 · ${row.name}`,
    link: `/problems/${row.id}`,
  }))
}
