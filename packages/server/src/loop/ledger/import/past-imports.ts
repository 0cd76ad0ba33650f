import type { Answer, endpoints, PastImport } from '@duizhao/contract'
import { permittedOrganisation } from '../../../office/organisation/index.ts'
import type { ActorContext } from '../../../platform/context.ts'
import { seenVersions } from '../../papers/index.ts'
import { importsPage, type ListedImport } from './past-import-queries.ts'

/**
 * A page of the imports that were written into an organisation and what is below, the last first; what was registered from
 * a paper is called by it for who may see it.
 */
export async function listLedgerImports(
  { db, actor }: ActorContext,
  organisationId: string,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Answer<typeof endpoints.listLedgerImports>> {
  const organisation = await permittedOrganisation(db, actor, 'problem.write', organisationId)
  const { items, next } = await importsPage(db, organisation, paging)
  const versions = await seenVersions(
    db,
    actor,
    items.flatMap(({ paperVersionId }) => paperVersionId ?? []),
  )
  const named = ({ paperVersionId, ...item }: ListedImport): PastImport => {
    const seen = paperVersionId === null ? undefined : versions.get(paperVersionId)
    return { ...item, isFromPaper: paperVersionId !== null, fileName: seen?.name ?? item.fileName }
  }
  return { items: items.map(named), next }
}
