import type { Page, Paper, PaperKind, PaperState } from '@duizhao/contract'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { papersPage } from './queries.ts'

interface Asked {
  readonly kind?: PaperKind | undefined
  readonly state?: PaperState | undefined
  readonly mine: boolean
  readonly below: boolean
  readonly after?: string | undefined
  readonly limit: number
}

/** The papers of an organisation that the actor may see; drafts of others are not among them. */
export async function listPapers(
  { db, actor }: ActorContext,
  organisationId: string,
  asked: Asked,
): Promise<Page<Paper>> {
  const { id, level } = await permittedOrganisation(db, actor, 'paper.read', organisationId)
  return papersPage(db, actor, { ...asked, organisation: { id, level } })
}
