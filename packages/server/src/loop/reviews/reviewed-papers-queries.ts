import { visible } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'

/** The papers where the actor reviews, each in the version that was last handed in, with whose it is. */
export function reviewedPapers(db: Database, actor: Actor) {
  return db
    .selectFrom('paper')
    .innerJoin('paper_version', (join) =>
      join.onRef('paper_version.paper_id', '=', 'paper.id').onRef('paper_version.ordinal', '=', 'paper.shown_versions'),
    )
    .innerJoin('organisation', 'organisation.id', 'paper.organisation_id')
    .innerJoin('account', 'account.id', 'paper.created_by')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['paper.id as paperId', 'paper.title', 'person.name as author'])
    .select(['paper_version.id as versionId', 'paper_version.ordinal', 'paper_version.reading'])
    .select(['organisation.id as organisationId', 'organisation.name as organisationName'])
    .where((builder) => visible(builder, 'paper', { actor, permission: 'paper.review' }))
}
