import type { Answer, endpoints } from '@duizhao/contract'
import { permittedOrganisation } from '../../../office/organisation/index.ts'
import type { ActorContext } from '../../../platform/context.ts'
import { importsPage } from './past-import-queries.ts'

/** A page of the imports that were written into an organisation and what is below, the last first. */
export async function listLedgerImports(
  { db, actor }: ActorContext,
  organisationId: string,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Answer<typeof endpoints.listLedgerImports>> {
  return importsPage(db, await permittedOrganisation(db, actor, 'problem.write', organisationId), paging)
}
