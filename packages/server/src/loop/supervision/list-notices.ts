import type { Answer, endpoints } from '@duizhao/contract'
import type { ActorContext } from '../../platform/context.ts'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { problemById, seenProblem } from '../ledger/index.ts'
import { noticesPage } from './queries.ts'

interface Wanted {
  readonly organisationId?: string | undefined
  readonly problemId?: string | undefined
  readonly isOpen: boolean
  readonly after?: string | undefined
  readonly limit: number
}

/** A page of notices: of one problem, of an organisation and what is below, or of all the actor may see. */
export async function listNotices(
  context: ActorContext,
  { organisationId, problemId, ...wanted }: Wanted,
): Promise<Answer<typeof endpoints.listNotices>> {
  const { db, actor } = context
  if (problemId !== undefined) seenProblem(context, await problemById(db, problemId))
  const organisation =
    organisationId === undefined ? null : await permittedOrganisation(db, actor, 'problem.read', organisationId)
  return noticesPage(db, actor, { ...wanted, organisation, problemId: problemId ?? null })
}
