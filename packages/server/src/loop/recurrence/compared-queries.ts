import type { ComparedProblem, ProblemState } from '@duizhao/contract'
import { levelColumn, type OrganisationPath } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import { isCompared, placeBelow } from './compared-condition-queries.ts'

function problems(db: Database, actor: Actor) {
  return db
    .selectFrom('problem')
    .innerJoin('organisation', 'organisation.id', 'problem.organisation_id')
    .select(['problem.id', 'problem.number', 'problem.aspect', 'problem.text', 'problem.state'])
    .select(['problem.registered_on as registeredOn', 'problem.struck_off_on as struckOffOn'])
    .select(['organisation.id as organisationId', 'organisation.name as organisationName'])
    .where((builder) => isCompared(builder, 'problem', actor))
}

type Selected = Awaited<ReturnType<ReturnType<typeof problems>['execute']>>[number]

function compared({ organisationId, organisationName, ...row }: Selected): ComparedProblem {
  return { ...row, organisation: { id: organisationId, name: organisationName } }
}

/** So many earlier problems are compared, the latest: ten years of a unit, and more. */
export const MOST_EARLIER = 1_000
/** What goes on in another row, or was registered by mistake, is nothing that could have come back. */
const NOT_TOLD: readonly ProblemState[] = ['superseded', 'withdrawn']

/** The problems of an organisation and those below it that the actor may see and that were registered before a day. */
export async function earlierProblems(
  db: Database,
  actor: Actor,
  { path, before }: { readonly path: OrganisationPath; readonly before: string },
): Promise<ComparedProblem[]> {
  // The first four levels have indexes for all problems.
  const rows = await path
    .slice(0, 4)
    .reduce((query, id, at) => query.where(`problem.${levelColumn(at + 1)}`, '=', id), problems(db, actor))
    .where(`problem.${levelColumn(path.length)}`, '=', path.at(-1) ?? '')
    .where('problem.registered_on', '<', before)
    .where('problem.state', 'not in', NOT_TOLD)
    .orderBy('problem.registered_on', 'desc')
    .orderBy('problem.id', 'desc')
    .limit(MOST_EARLIER)
    .execute()
  return rows.map(compared)
}

/** The problems of one organisation itself that the actor may see and that were registered in some days. */
export async function ownProblems(
  db: Database,
  actor: Actor,
  {
    organisationId,
    from,
    before,
    limit,
  }: { readonly organisationId: string; readonly from: string; readonly before: string; readonly limit: number },
): Promise<ComparedProblem[]> {
  const rows = await problems(db, actor)
    .where('problem.organisation_id', '=', organisationId)
    .where('problem.registered_on', '>=', from)
    .where('problem.registered_on', '<', before)
    .where('problem.state', 'not in', NOT_TOLD)
    .orderBy('problem.registered_on', 'desc')
    .orderBy('problem.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(compared)
}

/** Problems by their ids, of those that the actor may see. */
export async function problemsOfIds(db: Database, actor: Actor, ids: readonly string[]): Promise<ComparedProblem[]> {
  if (ids.length === 0) return []
  const rows = await problems(db, actor).where('problem.id', 'in', ids).execute()
  return rows.map(compared)
}

interface Year {
  readonly organisation: { readonly id: string; readonly level: number }
  readonly from: string
  readonly before: string
}

/** The latest problems of an organisation and those below it that were registered in some days. */
export async function problemsBelow(
  db: Database,
  actor: Actor,
  { organisation, from, before, limit }: Year & { readonly limit: number },
): Promise<ComparedProblem[]> {
  const rows = await problems(db, actor)
    .where(`problem.${levelColumn(organisation.level)}`, '=', organisation.id)
    .where('problem.registered_on', '>=', from)
    .where('problem.registered_on', '<', before)
    .where('problem.state', 'not in', NOT_TOLD)
    .orderBy('problem.registered_on', 'desc')
    .orderBy('problem.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(compared)
}

/**
 * How many problems the actor may see were registered in some days: of the organisation itself, first, and by what is just
 * below it in its order; what has none is left out.
 */
export async function countsBelow(
  db: Database,
  actor: Actor,
  { organisation: { id, level }, from, before }: Year,
): Promise<{ readonly id: string; readonly name: string; readonly problems: number }[]> {
  const counted = db
    .selectFrom('problem')
    .select((of) => [placeBelow(level).as('placeId'), of.fn.countAll<number>().as('problems')])
    .where(`problem.${levelColumn(level)}`, '=', id)
    .where('problem.registered_on', '>=', from)
    .where('problem.registered_on', '<', before)
    .where('problem.state', 'not in', NOT_TOLD)
    .where((builder) => isCompared(builder, 'problem', actor))
    .groupBy('placeId')
  return db
    .selectFrom(counted.as('counted'))
    .innerJoin('organisation', 'organisation.id', 'counted.placeId')
    .select(['organisation.id', 'organisation.name', 'counted.problems'])
    .orderBy('organisation.level')
    .orderBy('organisation.position')
    .orderBy('organisation.name')
    .execute()
}
