import type { ProblemState } from '@duizhao/contract'
import type { Actor } from '../../../platform/context.ts'
import type { Database } from '../../../platform/database/pool.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { seenProblems } from '../personal-queries.ts'

const MOST_KNOWN = 2_000

function known(db: Database | Tx, versionId: string) {
  return (
    db
      .selectFrom('origin')
      .innerJoin('problem', 'problem.id', 'origin.problem_id')
      .select(['origin.begins', 'origin.ends', 'problem.id', 'problem.number', 'problem.state'])
      .where('origin.paper_version_id', '=', versionId)
      // What was registered by mistake is to be registered again.
      .where('problem.state', '!=', 'withdrawn')
      .orderBy('origin.begins')
      .orderBy('problem.number')
      .limit(MOST_KNOWN)
  )
}

export interface KnownPlace {
  readonly begins: number
  readonly ends: number
  readonly problem: { readonly id: string; readonly number: number; readonly state: ProblemState }
}

type Known = Awaited<ReturnType<ReturnType<typeof known>['execute']>>

function placed(rows: Known): KnownPlace[] {
  return rows.flatMap(({ begins, ends, ...problem }) =>
    begins === null || ends === null ? [] : [{ begins, ends, problem }],
  )
}

/** The places of a version problems were taken from. */
export async function placesOfVersion(tx: Tx, versionId: string): Promise<KnownPlace[]> {
  return placed(await known(tx, versionId).execute())
}

/** The same of those problems the actor may see. */
export async function seenPlacesOfVersion(db: Database, actor: Actor, versionId: string): Promise<KnownPlace[]> {
  const asking = { actor, permission: 'problem.read' } as const
  return placed(
    await known(db, versionId)
      .where((builder) => seenProblems(builder, 'problem', asking))
      .execute(),
  )
}
